"""What this room shows in the header of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Keeping safe"), name="safeguarding:about", for_role="anyone", order=49),
    Item(label=_("Checks"), name="safeguarding:ending", for_role="connector", order=71),
]
