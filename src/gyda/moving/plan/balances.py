"""What each account is to have in the end."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass

from gyda.moving.plan.ends import End, find_end
from gyda.moving.plan.organisations import Organisations
from gyda.moving.plan.people import People
from gyda.moving.sheets.rows import Row


@dataclass(frozen=True)
class Target:
    """What an account had, in minutes; the opening transfer makes up what transfers do not."""

    end: End
    minutes: int
    row: Row


def plan_balances(
    rows: Sequence[Row], people: People, organisations: Organisations
) -> list[Target]:
    """Look through the table of balances."""
    first: dict[tuple[str, object], Row] = {}
    found = []
    for row in rows:
        text = row["member"]
        end = find_end(text, row, "member", people, organisations) if text else None
        if end and first.setdefault((end.code, end.id or end.text), row) is not row:
            row.blame("member", "member-twice", other=first[(end.code, end.id or end.text)].line)
        if end and row.is_good and end.code != "opening":
            found.append(Target(end, row["hours"], row))
    return found


def balances_in(rows: Sequence[Row], people: People) -> list[Target]:
    """Return the balances that a table of members has in a column of its own."""
    found = []
    for row in rows:
        number = row["number"] or row["email"]
        if row.is_good and row.values.get("balance") is not None and number in people.known:
            found.append(Target(End("member", people.known[number]), row["balance"], row))
    return found
