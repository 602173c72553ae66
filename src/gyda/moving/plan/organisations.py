"""Organisations of the hub, those to come among them, by either name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gyda.moving.plan.keys import UNDATED, key_of, noon
from gyda.moving.sheets.rows import Row
from gyda.people.models import Organisation


@dataclass
class Organisations:
    """Name in either language to id, and what is to be added."""

    known: dict[str, UUID] = field(default_factory=dict)
    new: list[tuple[UUID, Row]] = field(default_factory=list)

    def find(self, name: str, row: Row, column: str) -> UUID | None:
        found = self.known.get(name.casefold())
        if found is None:
            row.blame(column, "no-such-organisation", text=name[:80])
        return found


def plan_organisations(rows: Sequence[Row]) -> Organisations:
    """Look through the table of organisations."""
    found = Organisations()
    for one in Organisation.objects.order_by("id"):
        found.known |= {one.name_cy.casefold(): one.id, one.name_en.casefold(): one.id}  # type: ignore[attr-defined]
    for row in rows:
        names = [row["name_cy"].casefold(), row["name_en"].casefold()]
        if any(name in found.known for name in names):
            row.remark("", "here-already")
        elif row.is_good:
            new = key_of("organisation", row["name_en"], noon(UNDATED))
            found.new.append((new, row))
            found.known |= dict.fromkeys(names, new)
    return found
