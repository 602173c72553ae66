"""What the actions of this part share: a locked panel, an entry, a letter."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from gyda.decide.panels.models import Panel, PoolPerson
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By
from gyda.keys.models import HubModel
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def locked(panel_id: UUID) -> Panel:
    """Return the panel, so that nobody else changes it meanwhile."""
    rows = Panel.objects.select_for_update(of=("self",)).select_related("initiative")
    return rows.get(id=panel_id)


def note(
    panel: Panel,
    by: By,
    verb: str,
    *,
    about: HubModel | None = None,
    public: bool = True,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed on the thread of the initiative; who is in the pool is never named there."""
    data = {"panel": str(panel.id)} | data
    enter(
        panel.initiative,
        who=by,
        verb=verb,
        about=about or panel,
        public=public,
        concerns=concerns,
        **data,
    )


def tell(panel: Panel, member: Member | None, kind: str, **words: Any) -> None:
    """Write to a member who still belongs to the hub."""
    if member is not None and member.is_active:
        write_to(member, kind, about_id=panel.id, panel=panel, **words)


def tell_people(panel: Panel, people: Iterable[PoolPerson], kind: str, **words: Any) -> None:
    """Write to people of the pool who are members; to the others the clerk writes on paper."""
    for person in people:
        tell(panel, person.member, kind, person=person, **words)
