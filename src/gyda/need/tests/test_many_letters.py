"""Letters to many: in batches by the tick, to nobody twice, and nobody is left out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import threading
from collections import Counter
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from gyda.answers.actions.answering import answer
from gyda.answers.actions.ask import Matter, ask
from gyda.answers.models import Question
from gyda.answers.tests.builders import a_no
from gyda.keys.context import in_hub
from gyda.letters import circulars
from gyda.letters.models import Circular, Letter
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import How, Idea, Support
from gyda.need.ideas.subjects import IDEAS
from gyda.need.open_letters.actions import signing, writing
from gyda.need.rulings.actions import Said, take_down
from gyda.need.tests.idea_builders import an_idea, supported
from gyda.need.tests.letter_builders import a_letter, open_to_all, signed_by_email
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_cast, a_member, who


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(circulars, "AT_ONCE", 2)
    monkeypatch.setattr(circulars, "BATCH", 3)


def answered(cast: Cast, idea: Idea) -> Question:
    """Ask the stewards about an idea, and have Alys answer."""
    matter = Matter(IDEA, idea.id, idea.title_cy, idea.title_en)
    question = ask(by=who(cast.carys), matter=matter)
    answer(who=who(cast.alys), question_id=question.id, reply=a_no())
    return question


def told(kind: str = "answer_given") -> Counter[UUID | None]:
    return Counter(Letter.objects.filter(kind=kind).values_list("member_id", flat=True))


def tick(cast: Cast) -> None:
    circulars.look_after(hub_id=cast.hub.id, now=timezone.now())


def everyone(idea: Idea, *more: Member) -> Counter[UUID | None]:
    rows = Support.objects.filter(idea=idea).values_list("member_id", flat=True)
    return Counter({*rows, *(member.id for member in more)})


def test_the_first_are_told_with_the_answer_and_the_others_by_the_tick(cast: Cast) -> None:
    idea = supported(cast, an_idea(cast.bryn), 9)
    answered(cast, idea)
    assert sum(told().values()) == 2
    tick(cast)
    assert told() == everyone(idea, cast.carys)
    assert not Circular.objects.exists()
    tick(cast)
    assert told() == everyone(idea, cast.carys)


@pytest.mark.parametrize("letters_before", range(9))
def test_killed_anywhere_nobody_is_told_twice_and_nobody_is_left_out(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, letters_before: int
) -> None:
    idea = supported(cast, an_idea(cast.bryn), 8)
    answered(cast, idea)
    written, write = [], circulars.write

    def dies(**words: Any) -> Letter | None:
        if len(written) == letters_before:
            raise SystemExit
        written.append(1)
        return write(**words)

    monkeypatch.setattr(circulars, "write", dies)
    try:
        tick(cast)
    except SystemExit:
        assert sum(told().values()) == 2 + letters_before // 3 * 3  # whole batches, no half one
    monkeypatch.setattr(circulars, "write", write)
    tick(cast)
    assert told() == everyone(idea, cast.carys)
    assert not Circular.objects.exists()


def test_an_open_letter_tells_members_and_those_outside_in_batches(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    signers = [a_member(cast.hub) for _number in range(4)]
    for member in signers:
        signing.sign(who=who(member), letter_id=letter.id)
    for number in range(5):
        signed_by_email(letter, number, hears=True)
    writing.deliver(
        who=who(cast.bryn), letter_id=letter.id, delivered_on=timezone.localdate(),
        delivered_to="The chair",
    )  # fmt: skip
    assert sum(told("letter_delivered").values()) == 3  # Bryn, first in line, delivered it
    answer(who=who(cast.alys), question_id=Question.objects.get().id, reply=a_no())
    tick(cast)
    assert told("letter_delivered") == {None: 5, **{one.id: 1 for one in signers}}
    assert told("letter_answered") == {None: 5}
    assert told() == {cast.bryn.id: 1, **{one.id: 1 for one in signers}}
    addresses = Letter.objects.filter(kind="letter_answered").values_list("address", flat=True)
    assert len(set(addresses)) == 5


def test_who_is_erased_meanwhile_is_not_written_to(cast: Cast) -> None:
    idea = supported(cast, an_idea(cast.bryn), 6)
    answered(cast, idea)
    last = Support.objects.filter(idea=idea).order_by("-member_id").first()
    assert last
    erase(who=who(Member.objects.get(id=last.member_id)))
    tick(cast)
    assert told() == everyone(idea, cast.carys)


def test_what_is_taken_down_meanwhile_is_told_no_further(cast: Cast) -> None:
    idea = supported(cast, an_idea(cast.bryn), 6)
    answered(cast, idea)
    take_down(
        who=who(cast.carys), subject=IDEAS, about_id=idea.id, ground="HURTS",
        said=Said("Mae'n enwi rhywun", "cy"),
    )  # fmt: skip
    tick(cast)
    assert sum(told().values()) == 0  # nor is what waited to be sent
    assert not Circular.objects.exists()


def test_one_that_breaks_does_not_stop_the_others(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ideas = [supported(cast, an_idea(by), 4) for by in (cast.bryn, cast.dafydd)]
    questions = [answered(cast, idea) for idea in ideas]
    write = circulars.write

    def breaks(**words: Any) -> Letter | None:
        if words["about_id"] == questions[0].id:
            raise ValueError("broken")
        return write(**words)

    monkeypatch.setattr(circulars, "write", breaks)
    with pytest.raises(ValueError, match="broken"):
        tick(cast)
    assert Letter.objects.filter(kind="answer_given", about_id=questions[1].id).count() == 6
    assert Circular.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_ticks_at_once_tell_everyone_once() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        idea = an_idea(cast.bryn)
        members = [a_member(cast.hub) for _number in range(40)]
        Support.objects.bulk_create(
            Support(hub_id=cast.hub.id, idea=idea, member=one, how=How.SELF, at=timezone.now())
            for one in members
        )
        answered(cast, idea)

    def one_tick() -> None:
        with in_hub(cast.hub.id):
            tick(cast)
        connection.close()

    threads = [threading.Thread(target=one_tick) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with in_hub(cast.hub.id):
        tick(cast)  # a tick passes by what another one holds
        assert told() == everyone(idea, cast.carys)
