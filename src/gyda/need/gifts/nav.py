"""What gifts and stories show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Gifts of the place"), name="need:gifts", for_role="anyone", order=8),
    Item(label=_("Stories"), name="need:stories", for_role="anyone", order=9),
]
