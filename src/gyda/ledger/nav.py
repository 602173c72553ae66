"""What the ledger shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("My hours"), name="ledger:mine", order=74),
    Item(label=_("The open book"), name="ledger:book", order=49),
    Item(label=_("The hub's accounts"), name="ledger:hub_accounts", for_role="connector", order=82),
    Item(label=_("Limits"), name="ledger:limits", for_role="steward", order=84),
]
