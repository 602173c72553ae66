"""Recomputes a hub's book from its transfers alone, and says where it does not agree."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

# Each side is summed on its own first, which PostgreSQL does with all its cores; by unit too, so
# that a transfer of another unit than its account's shows. A resolved hold gives back what it held.
BALANCES = """
WITH side AS (
  SELECT debit_id AS account, unit,
    -sum(CASE WHEN phase IN ('POSTED', 'POST') THEN amount ELSE 0 END) AS moved,
    sum(CASE WHEN phase = 'HOLD' THEN amount ELSE 0 END) AS held, 0 AS due
  FROM ledger_transfer WHERE hub_id = {hub} GROUP BY debit_id, unit
  UNION ALL
  SELECT credit_id, unit, sum(CASE WHEN phase IN ('POSTED', 'POST') THEN amount ELSE 0 END), 0,
    sum(CASE WHEN phase = 'HOLD' THEN amount ELSE 0 END)
  FROM ledger_transfer WHERE hub_id = {hub} GROUP BY credit_id, unit
  UNION ALL
  SELECT hold.debit_id, hold.unit, 0, -sum(hold.amount), 0 FROM ledger_transfer resolution
  JOIN ledger_transfer hold ON hold.hub_id = {hub} AND hold.id = resolution.resolves_id
  WHERE resolution.hub_id = {hub} AND resolution.resolves_id IS NOT NULL
  GROUP BY hold.debit_id, hold.unit
  UNION ALL
  SELECT hold.credit_id, hold.unit, 0, 0, -sum(hold.amount) FROM ledger_transfer resolution
  JOIN ledger_transfer hold ON hold.hub_id = {hub} AND hold.id = resolution.resolves_id
  WHERE resolution.hub_id = {hub} AND resolution.resolves_id IS NOT NULL
  GROUP BY hold.credit_id, hold.unit
), booked AS (
  SELECT account, unit, sum(moved) AS balance, sum(held) AS held, sum(due) AS due
  FROM side GROUP BY account, unit
), kept AS (
  SELECT account_id AS account, sum(balance) AS balance, sum(held) AS held, sum(due) AS due,
    max(CASE WHEN number = 0 THEN floor END) AS floor,
    max(CASE WHEN number = 0 THEN ceiling END) AS ceiling
  FROM ledger_pocket WHERE hub_id = {hub} GROUP BY account_id
)
SELECT account.id, account.unit, kept.balance, coalesce(booked.balance, 0),
  kept.held, coalesce(booked.held, 0), kept.due, coalesce(booked.due, 0), kept.floor, kept.ceiling
FROM ledger_account account
LEFT JOIN kept ON kept.account = account.id
LEFT JOIN booked ON booked.account = account.id AND booked.unit = account.unit
LEFT JOIN booked stray ON stray.account = account.id AND stray.unit <> account.unit
WHERE account.hub_id = {hub} AND (
  kept.balance IS NULL OR kept.balance <> coalesce(booked.balance, 0)
  OR kept.held <> coalesce(booked.held, 0) OR kept.due <> coalesce(booked.due, 0)
  OR kept.balance - kept.held < kept.floor OR kept.balance + kept.due > kept.ceiling
  OR (account.closed_at IS NOT NULL AND kept.balance <> 0) OR stray.account IS NOT NULL
)
ORDER BY account.id
"""

SUMS = """
SELECT account.unit, sum(pocket.balance), sum(pocket.held) - sum(pocket.due)
FROM ledger_pocket pocket
JOIN ledger_account account ON account.hub_id = {hub} AND account.id = pocket.account_id
WHERE pocket.hub_id = {hub} GROUP BY account.unit ORDER BY account.unit
"""

# What no single row's check can see: that a resolution or reversal fits what it names.
MISFITS = """
SELECT later.id FROM ledger_transfer later
JOIN ledger_transfer hold ON hold.hub_id = {hub} AND hold.id = later.resolves_id
WHERE later.hub_id = {hub} AND later.resolves_id IS NOT NULL AND (
  hold.phase <> 'HOLD' OR later.amount > hold.amount
  OR hold.debit_id <> later.debit_id OR hold.credit_id <> later.credit_id)
UNION ALL
SELECT later.id FROM ledger_transfer later
JOIN ledger_transfer moved ON moved.hub_id = {hub} AND moved.id = later.reverses_id
WHERE later.hub_id = {hub} AND later.reverses_id IS NOT NULL AND (
  moved.phase NOT IN ('POSTED', 'POST') OR later.amount <> moved.amount
  OR moved.debit_id <> later.credit_id OR moved.credit_id <> later.debit_id)
"""

COUNT = "SELECT count(*) FROM ledger_transfer WHERE hub_id = {hub}"

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Report:
    """What the check of one hub found; agrees when there is nothing wrong."""

    transfers: int
    wrong_accounts: list[Row]
    wrong_transfers: list[Row]
    sums: dict[str, tuple[int, int]]

    @property
    def agrees(self) -> bool:
        """Every balance is what its transfers make it, and all of them sum to nothing."""
        zero = all(sums == (0, 0) for sums in self.sums.values())
        return zero and not self.wrong_accounts and not self.wrong_transfers

    def lines(self) -> list[str]:
        """Say what is wrong, a line for each finding."""
        accounts = [_line(row) for row in self.wrong_accounts]
        misfits = [f"transfer {row[0]} does not fit what it names" for row in self.wrong_transfers]
        sums = [
            f"{unit}: the sum is {a}, promises {b}" for unit, (a, b) in self.sums.items() if a or b
        ]
        return accounts + misfits + sums


@transaction.atomic
def check_book(hub_id: UUID) -> Report:
    """Recompute one hub's book; reads only."""
    if connection.vendor == "postgresql":
        # Before the first ANALYZE (after a restore, say) a nested loop looks cheap and takes hours.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_nestloop = off")
    sums = {unit: (int(balance), int(promised)) for unit, balance, promised in _rows(SUMS, hub_id)}
    return Report(
        transfers=_rows(COUNT, hub_id)[0][0],
        wrong_accounts=_rows(BALANCES, hub_id),
        wrong_transfers=_rows(MISFITS, hub_id),
        sums=sums,
    )


def _rows(sql: str, hub_id: UUID) -> list[Row]:
    hub = hub_id if connection.vendor == "postgresql" else hub_id.hex
    parameters = [hub] * sql.count("{hub}")
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("{hub}", "%s"), parameters)
        return list(cursor.fetchall())


def _line(row: Row) -> str:
    key, unit, balance, booked, held, booked_held, due, booked_due, floor, ceiling = row
    return (
        f"account {key} ({unit}): balance {balance}, by transfers {booked}; "
        f"held {held}/{booked_held}; due {due}/{booked_due}; limits {floor} to {ceiling}"
    )
