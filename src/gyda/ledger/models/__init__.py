"""What is true of hours and money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.ledger.models.account import Account
from gyda.ledger.models.limits import LimitGroup
from gyda.ledger.models.pocket import Pocket
from gyda.ledger.models.transfer import Phase, Transfer
from gyda.ledger.models.units import Kind, Unit

__all__ = ["Account", "Kind", "LimitGroup", "Phase", "Pocket", "Transfer", "Unit"]
