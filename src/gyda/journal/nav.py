"""What the journal shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("What goes on"), name="journal:public", for_role="anyone", order=60),
    Item(label=_("Notices"), name="journal:notices", for_role="member", order=80),
    Item(label=_("My record"), name="journal:mine", for_role="member", order=90),
    Item(label=_("The whole record"), name="journal:audit", for_role="steward", order=140),
]
