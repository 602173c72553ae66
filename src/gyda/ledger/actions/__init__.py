"""Every way to move hours and money. All are safe to send twice with the same key."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.ledger.actions.closing import close_account, reopen_account
from gyda.ledger.actions.holds import expire_holds, hold, post_hold, release_hold
from gyda.ledger.actions.moves import issue_many, reverse, transfer, transfer_many
from gyda.ledger.engine.orders import Order

__all__ = [
    "Order",
    "close_account",
    "expire_holds",
    "hold",
    "issue_many",
    "post_hold",
    "release_hold",
    "reopen_account",
    "reverse",
    "transfer",
    "transfer_many",
]
