"""Which account a cell means."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from gyda.moving.plan.organisations import Organisations
from gyda.moving.plan.people import People
from gyda.moving.sheets import references
from gyda.moving.sheets.rows import Row


@dataclass(frozen=True)
class End:
    """One end of a transfer: a member, an organisation, or an account of the hub's own."""

    code: str  # member, organisation, opening, pot, issue, retired
    id: UUID | None = None
    text: str = ""  # what it was called, where no account here stands for it


def find_end(
    text: str, row: Row, column: str, people: People, organisations: Organisations
) -> End | None:
    """Return the account that a cell means, or say on the row that it means none."""
    meant = references.parse(text)
    if not meant.code:
        member = people.find(meant.name, row, column)
        return End("member", member) if member else None
    if meant.code == references.ORGANISATION:
        found = organisations.find(meant.name, row, column)
        return End("organisation", found) if found else None
    if meant.code in references.ELSEWHERE:
        return End(references.OPENING, None, meant.text)
    return End(meant.code)
