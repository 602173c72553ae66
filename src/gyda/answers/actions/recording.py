"""An entry about a question: on the thread of its initiative too, where it has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.answers.models import Question
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.people.models import Member


def note(
    by: By, verb: str, question: Question, concerns: Iterable[Member] = (), **data: Any
) -> None:
    """Record a deed in public."""
    data = {"question": str(question.id), **data}
    if question.initiative is None:
        record(by=by, verb=verb, about=question, public=True, concerns=concerns, **data)
    else:
        enter(question.initiative, who=by, verb=verb, about=question, concerns=concerns, **data)
