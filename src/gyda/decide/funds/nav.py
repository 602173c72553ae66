"""What funds show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS: list[Item] = [
    Item(label=_("Where the money goes"), name="decide:funds", for_role="anyone", order=24),
    Item(label=_("Small grants"), name="decide:grants", for_role="member", order=78),
    Item(label=_("Payments that wait"), name="decide:payments", for_role="steward", order=64),
    Item(label=_("Rules about money"), name="decide:fund_rules", for_role="steward", order=65),
]
