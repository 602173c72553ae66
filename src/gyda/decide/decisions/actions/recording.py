"""An entry about a decision: on the thread of its initiative too, where it has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.decide.decisions.models import Decision
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.people.models import Member


def note(
    by: By,
    verb: str,
    decision: Decision,
    *,
    concerns: Iterable[Member] = (),
    public: bool = True,
    **data: Any,
) -> None:
    """Record a deed about a decision."""
    data = {"decision": str(decision.id), **data}
    if decision.initiative is None or not public:
        record(by=by, verb=verb, about=decision, public=public, concerns=concerns, **data)
    else:
        enter(decision.initiative, who=by, verb=verb, about=decision, concerns=concerns, **data)
