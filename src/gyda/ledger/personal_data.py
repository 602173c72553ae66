"""What the ledger holds on a member: figures, handed over in full and kept for good."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.keys.personal_data import keep, register
from gyda.ledger.models import Account
from gyda.ledger.queries import with_totals
from gyda.ledger.statements import all_lines
from gyda.people.models import Member


def accounts_of(member: Member) -> list[dict[str, Any]]:
    """Return the member's accounts with every line."""
    rows = with_totals(Account.objects.filter(member=member)).order_by("unit")
    return [_account(row) for row in rows]


def _account(account: Account) -> dict[str, Any]:
    lines = [
        {
            "at": line.at.isoformat(),
            "what": line.label,
            "about": line.detail.words if line.detail else "",
            "with": line.other,
            "amount": line.amount,
            "balance": line.balance,
        }
        for line in all_lines(account)
    ]
    total = account.total  # type: ignore[attr-defined]  # added by with_totals
    return {"id": str(account.id), "unit": account.unit, "balance": total, "lines": lines}


def register_all() -> None:
    """Declare the tables; the others name accounts, not members."""
    register(Account, export=accounts_of, erase=keep)
