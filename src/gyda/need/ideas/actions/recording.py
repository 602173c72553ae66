"""An entry about an idea: on the thread of its initiative too, where it has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.keys.models import HubModel
from gyda.need.ideas.models import Idea
from gyda.people.models import Member


def note(
    by: By,
    verb: str,
    idea: Idea,
    *,
    public: bool = True,
    about: HubModel | None = None,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed; what is public also stands on the thread."""
    if public and idea.initiative is not None:
        enter(idea.initiative, who=by, verb=verb, about=about or idea, concerns=concerns, **data)
    else:
        record(by=by, verb=verb, about=about or idea, public=public, concerns=concerns, **data)
