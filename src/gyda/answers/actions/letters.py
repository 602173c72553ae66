"""Letters to who owes an answer, and to those who wait for it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Q

from gyda.answers.kinds import kind_of
from gyda.answers.models import Answer, Question
from gyda.answers.queries import stewards, who_owes
from gyda.letters.audiences import Addressee
from gyda.letters.circulars import write_to_all
from gyda.people.letterbox import following, write_to
from gyda.people.models import Member

AUDIENCE = "answers.question"


def tell_who_owes(question: Question, kind: str, *, and_stewards: bool = False) -> None:
    """Write to the contact; when it is late to the stewards too."""
    readers = {member.id: member for member in who_owes(question)}
    if and_stewards:
        readers |= {member.id: member for member in stewards()}
    for member in readers.values():
        if member.is_active:
            write_to(member, kind, about_id=question.id, question=question)


def tell_near(question: Question, kind: str, answer: Answer, *, but: UUID | None) -> None:
    """Write to author, supporters, followers: whoever the room of the thing names, however many."""
    words = {"question": question, "answer": answer}
    write_to_all(kind=kind, audience=AUDIENCE, about_id=question.id, words=words, but=but)


def who_hears(about_id: UUID, last: UUID | None, size: int) -> list[Addressee]:
    """Return the next of those who wait for an answer, and who asked."""
    question = Question.objects.filter(id=about_id, hidden=False).first()
    if question is None:
        return []
    near = Q(id__in=kind_of(question.kind).near(question).values("id"))
    members = Member.objects.filter(near | Q(id=question.asked_by_id))
    return following(members, question.id, last, size)
