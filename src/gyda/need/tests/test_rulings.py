"""What is taken down: ideas, points, open letters, names; the reason, the appeal, the clock."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json

import pytest
from django.utils import timezone
from django.utils.translation import override

from gyda.answers import export as answers
from gyda.answers import queries as asked
from gyda.answers.actions.answering import answer
from gyda.answers.models import Question
from gyda.answers.tests.builders import a_no
from gyda.journal.models import Entry
from gyda.journal.timeline import public_lines_of
from gyda.letters.models import Letter
from gyda.need.ideas.actions.cut import look_after
from gyda.need.ideas.actions.letters import tell_near
from gyda.need.ideas.actions.points import make_point
from gyda.need.ideas.models import Idea, State
from gyda.need.ideas.subjects import IDEAS, POINTS
from gyda.need.open_letters import errors as letter_errors
from gyda.need.open_letters import queries
from gyda.need.open_letters.actions import signing, writing
from gyda.need.open_letters.models import Kind, OpenLetter, Signature, Standing
from gyda.need.open_letters.subjects import LETTERS, NAMES
from gyda.need.rulings import errors
from gyda.need.rulings.actions import Said, appeal, decide, take_down
from gyda.need.rulings.models import Ruling
from gyda.need.rulings.subjects import Subject
from gyda.need.tests.idea_builders import an_idea
from gyda.need.tests.letter_builders import (
    a_letter,
    code_of,
    open_to_all,
    signed_by_email,
)
from gyda.need.tests.letter_builders import asked as somebody
from gyda.need.tests.test_idea_views import Site
from gyda.people.actions.erasing import erase
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

SAID = Said("Mae'n enwi rhywun", "cy")
TITLE = "Keep the clinic open"
APRIL = datetime.datetime(2031, 4, 9, 12, tzinfo=datetime.UTC)
MAY = datetime.datetime(2031, 5, 1, 6, tzinfo=datetime.UTC)


def down(by: Member, subject: Subject, about: object, ground: str = "PERSON") -> Ruling:
    about_id = about.id  # type: ignore[attr-defined]
    return take_down(who=who(by), subject=subject, about_id=about_id, ground=ground, said=SAID)


def again(cast: Cast, ruling: Ruling, *, author: Member, stands: bool) -> None:
    """Have the author appeal, and a steward decide who did not take it down."""
    appeal(who=who(author), ruling_id=ruling.id, said=SAID)
    decide(who=who(cast.alys), ruling_id=ruling.id, stands=stands, said=SAID)


def delivered(cast: Cast) -> OpenLetter:
    letter = a_letter(cast.bryn)
    signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    return writing.deliver(
        who=who(cast.bryn), letter_id=letter.id, delivered_on=timezone.localdate(),
        delivered_to="The chair",
    )  # fmt: skip


def test_what_is_taken_down_has_a_reason_and_someone_else_hears_the_appeal(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    with pytest.raises(errors.NotForYou):
        down(cast.dafydd, IDEAS, idea)
    ruling = down(cast.alys, IDEAS, idea)
    assert Letter.objects.get(kind="idea_taken_down").member_id == cast.bryn.id
    with pytest.raises(errors.TakenDownAlready):
        down(cast.alys, IDEAS, idea)
    with pytest.raises(errors.NotYours):
        appeal(who=who(cast.dafydd), ruling_id=ruling.id, said=SAID)
    appeal(who=who(cast.bryn), ruling_id=ruling.id, said=SAID)
    with pytest.raises(errors.OwnRuling):
        decide(who=who(cast.alys), ruling_id=ruling.id, stands=True, said=SAID)
    other = a_member(cast.hub, role="STEWARD")
    decide(who=who(other), ruling_id=ruling.id, stands=False, said=SAID)
    idea.refresh_from_db()
    assert idea.state == State.OPEN
    with pytest.raises(errors.NoAppeal):
        decide(who=who(other), ruling_id=ruling.id, stands=True, said=SAID)


def test_what_waits_to_be_sent_of_it_does_not_go_out(cast: Cast) -> None:
    idea, other = an_idea(cast.bryn), an_idea(cast.dafydd, title="A choir")
    tell_near(idea, "idea_merged", into=other)
    Letter.objects.filter(about_id=idea.id).update(state="SENT", sent_at=timezone.now())
    tell_near(idea, "idea_merged", into=other)
    tell_near(other, "idea_merged", into=other)
    down(cast.alys, IDEAS, idea)
    about = Letter.objects.filter(kind="idea_merged").order_by("id")
    assert list(about.values_list("about_id", "state")) == [
        (idea.id, "SENT"), (other.id, "WAITING"),
    ]  # fmt: skip
    assert Letter.objects.filter(kind="idea_taken_down", state="WAITING").exists()


def test_letters_to_outside_hang_on_signatures_and_go_too(cast: Cast) -> None:
    letter = delivered(cast)
    signed = Signature.objects.filter(letter=letter).order_by("id")[0]
    tell_near(an_idea(cast.bryn), "idea_merged", into=an_idea(cast.dafydd, title="A choir"))
    Letter.objects.filter(kind="idea_merged").update(about_id=signed.id)
    down(cast.alys, LETTERS, letter)
    assert not Letter.objects.filter(kind="idea_merged").exists()


def test_a_point_taken_down_leaves_the_count_and_comes_back_with_the_appeal(cast: Cast) -> None:
    idea = an_idea(cast.bryn)
    point = make_point(who=who(cast.dafydd), idea_id=idea.id, side="FOR", text="Da", language="cy")
    ruling = down(cast.carys, POINTS, point)
    idea.refresh_from_db()
    assert idea.points_for == 0
    again(cast, ruling, author=cast.dafydd, stands=False)
    idea.refresh_from_db()
    assert idea.points_for == 1


def test_an_idea_comes_back_to_where_it_was_and_the_next_cut_leaves_it_there(cast: Cast) -> None:
    idea = an_idea(cast.bryn, now=APRIL)
    Idea.objects.filter(id=idea.id).update(supports=9)
    look_after(hub_id=cast.hub.id, now=MAY)
    ruling = down(cast.carys, IDEAS, idea)
    assert Question.objects.get().state == "WITHDRAWN"
    assert list(answers.questions()) == []
    again(cast, ruling, author=cast.bryn, stands=False)
    idea.refresh_from_db()
    assert idea.state == State.AGENDA
    assert Question.objects.waiting().count() == 1
    look_after(hub_id=cast.hub.id, now=MAY + datetime.timedelta(days=31))
    assert Entry.objects.filter(verb="idea.sent").count() == 1


def test_a_letter_taken_down_is_nowhere_and_takes_no_signatures(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    waits = signing.ask_to_sign(letter_id=letter.id, asked=somebody(1))
    assert waits
    code = code_of(waits)
    down(cast.carys, LETTERS, letter)
    assert list(queries.listed()) == list(queries.listed("REMOVED")) == []
    assert list(queries.records()) == []
    with pytest.raises(letter_errors.NoLongerSigning):
        signing.sign(who=who(cast.dafydd), letter_id=letter.id)
    with pytest.raises(letter_errors.TakenDown):
        signing.confirm(code=code)
    assert Letter.objects.get(kind="letter_taken_down").member_id == cast.bryn.id
    with override("en"):
        shown = [line.words for line in public_lines_of(list(Entry.objects.filter(public=True)))]
    assert TITLE not in str(shown)
    assert "something that was taken down" in str(shown)


def test_the_clock_stops_with_the_letter_and_begins_anew_when_it_comes_back(cast: Cast) -> None:
    letter = delivered(cast)
    ruling = down(cast.carys, LETTERS, letter)
    assert Question.objects.get().state == "WITHDRAWN"
    assert TITLE not in json.dumps(list(answers.records()))
    page = Site(cast, None).reads(f"answers/{Question.objects.get().id}/")
    assert TITLE not in page
    assert "What was asked here was about something that is taken down." in page
    again(cast, ruling, author=cast.bryn, stands=False)
    letter.refresh_from_db()
    assert letter.standing == Standing.DELIVERED
    assert asked.asked_about("need.letter", [letter.id])[letter.id][0].is_waiting


def test_an_answer_that_was_given_goes_and_comes_with_its_letter(cast: Cast) -> None:
    letter = delivered(cast)
    answer(who=who(cast.alys), question_id=Question.objects.get().id, reply=a_no())
    ruling = down(cast.carys, LETTERS, letter)
    assert list(answers.records()) == list(asked.register()[0]) == []
    again(cast, ruling, author=cast.bryn, stands=True)
    assert list(answers.records()) == []
    letter.refresh_from_db()
    assert letter.standing == Standing.REMOVED
    second = Ruling.objects.get(id=ruling.id)
    assert (second.stands, second.was) == (True, "DELIVERED")


def test_a_name_goes_and_its_signature_counts(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    name = signing.sign(who=who(cast.dafydd), letter_id=letter.id, kind=Kind.ORGANISATION)
    ruling = down(cast.carys, NAMES, name)
    letter.refresh_from_db()
    assert list(queries.public_signatures(letter)) == []
    assert list(queries.table(letter)) == []  # fewer than five others are no public figure
    assert letter.organisations == 1
    assert Letter.objects.get(kind="letter_taken_down").member_id == cast.dafydd.id
    assert queries.names_taken_down(letter) == [ruling]
    again(cast, ruling, author=cast.dafydd, stands=False)
    assert [row.id for row in queries.public_signatures(letter)] == [name.id]
    assert queries.names_taken_down(letter) == []


def test_who_signed_from_outside_is_told_if_the_address_was_kept(cast: Cast) -> None:
    open_to_all(cast)
    letter = a_letter(cast.bryn)
    kept = signed_by_email(letter, 1, is_public=True, hears=True)
    forgotten = signed_by_email(letter, 2, is_public=True)
    for one in (kept, forgotten):
        down(cast.carys, NAMES, one)
    told = Letter.objects.get(kind="letter_taken_down")
    assert told.address == "person1@pobl.example"
    assert "taken-down" not in told.body
    assert f"open-letters/{letter.id}" in told.body


def test_who_takes_a_signature_back_or_is_erased_takes_the_ruling_with_it(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    for member in (cast.dafydd, cast.carys):
        name = signing.sign(who=who(member), letter_id=letter.id, is_public=True)
        down(cast.alys, NAMES, name)
    signing.take_back(who=who(cast.carys), letter_id=letter.id)
    assert Ruling.objects.count() == 1
    erase(who=who(cast.dafydd))
    assert Signature.objects.count() == Ruling.objects.count() == 0


def test_who_is_erased_leaves_no_words_of_an_appeal(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    ruling = down(cast.carys, LETTERS, letter)
    appeal(who=who(cast.bryn), ruling_id=ruling.id, said=SAID)
    erase(who=who(cast.bryn))
    ruling.refresh_from_db()
    assert (ruling.appeal, ruling.appealed_at is None) == ("", False)
    assert not Letter.objects.filter(kind="letter_taken_down").exists()
