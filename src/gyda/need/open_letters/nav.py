"""What open letters show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Open letters"), name="need:letters", for_role="anyone", order=14),
    Item(label=_("Rules for open letters"), name="need:letter_rules", for_role="steward",
         order=127),
]  # fmt: skip
