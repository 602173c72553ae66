"""What this room shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Other hubs"), name="between:across", order=43),
    Item(label=_("Agreements with hubs"), name="between:pacts", for_role="steward", order=88),
]
