"""What this room shows in the header of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("People"), name="people:members", for_role="member", order=50),
    Item(label=_("Me"), name="people:me", for_role="member", order=90),
    Item(label=_("Who asks to join"), name="people:applications", for_role="connector", order=70),
    Item(label=_("Settings"), name="people:settings", for_role="steward", order=95),
]
