"""An entry about a ballot: on the thread of its initiative too, where it has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from gyda.decide.ballots.models import Ballot
from gyda.decide.ballots.rules import require_hold
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.keys.models import HubModel
from gyda.people.models import Member
from gyda.people.who import Who


def note(
    by: By,
    verb: str,
    ballot: Ballot,
    *,
    public: bool = True,
    about: HubModel | None = None,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed; what is public also stands on the thread."""
    about = about or ballot
    if public and ballot.initiative is not None:
        enter(ballot.initiative, who=by, verb=verb, about=about, concerns=concerns, **data)
    else:
        record(by=by, verb=verb, about=about, public=public, concerns=concerns, **data)


def locked(ballot_id: UUID) -> Ballot:
    """Return the ballot; nobody votes or changes it meanwhile."""
    rows = Ballot.objects.select_for_update(of=("self",)).select_related("initiative")
    return rows.get(id=ballot_id)


def held(who: Who, ballot_id: UUID) -> Ballot:
    """Return the ballot, locked, if this person looks after it."""
    ballot = locked(ballot_id)
    require_hold(who, ballot)
    return ballot
