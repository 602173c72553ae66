"""Letters to who owes an answer, and to those who wait for it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from gyda.answers.kinds import kind_of
from gyda.answers.models import Answer, Question
from gyda.answers.queries import stewards, who_owes
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def tell_who_owes(question: Question, kind: str, *, and_stewards: bool = False) -> None:
    """Write to the contact; when it is late to the stewards too."""
    readers = {member.id: member for member in who_owes(question)}
    if and_stewards:
        readers |= {member.id: member for member in stewards()}
    _write(readers.values(), kind, question)


def tell_near(question: Question, kind: str, answer: Answer, *, but: UUID | None) -> None:
    """Write to author, supporters, followers: whoever the room of the thing names."""
    near = kind_of(question.kind).near(question).select_related("person")
    readers = {member.id: member for member in near.iterator()}
    if question.asked_by is not None:
        readers.setdefault(question.asked_by.id, question.asked_by)
    readers.pop(but, None)  # type: ignore[arg-type]
    _write(readers.values(), kind, question, answer=answer)


def _write(readers: Iterable[Member], kind: str, question: Question, **words: Any) -> None:
    for member in readers:
        if member.is_active:
            write_to(member, kind, about_id=question.id, question=question, **words)
