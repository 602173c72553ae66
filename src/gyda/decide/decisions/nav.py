"""What decisions show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Decisions"), name="decide:decisions", for_role="anyone", order=38),
    Item(label=_("Who decided what"), name="decide:power", for_role="anyone", order=39),
]
