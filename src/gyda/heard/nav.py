"""What this room shows in the header of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Who is heard"), name="heard:hub", for_role="anyone", order=58),
    Item(label=_("My passport"), name="heard:passport", for_role="member", order=88),
]
