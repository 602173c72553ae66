"""An answer is owed by a day, commits, and is followed up; everyone sees when it is late."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.answers import errors, queries
from gyda.answers.actions.answering import News, answer, follow_up
from gyda.answers.actions.ask import ask_in_own_words, take_back_own
from gyda.answers.actions.clock import look_after
from gyda.answers.actions.setup import name_contact, set_clock
from gyda.answers.models import Answer, Contact, FollowUp, Kept, Question, State, Verdict
from gyda.answers.tests.builders import DAY, a_no, a_question, a_yes, named
from gyda.initiatives.actions.seats import follow
from gyda.initiatives.models import Moment
from gyda.initiatives.tests.builders import a_team
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.actions.leaving import leave
from gyda.people.tests.builders import Cast, a_member, who


def letters(kind: str) -> set[object]:
    return set(Letter.objects.filter(kind=kind).values_list("member_id", flat=True))


def test_the_clock_is_the_hubs_own(cast: Cast) -> None:
    set_clock(who=who(cast.alys), days=28, remind_days=7)
    question = a_question(cast)
    assert question.due_on == timezone.localdate() + 28 * DAY
    set_clock(who=who(cast.alys), days=60, remind_days=7)
    question.refresh_from_db()
    assert question.due_on == timezone.localdate() + 28 * DAY


def test_a_reminder_after_the_day_is_refused(cast: Cast) -> None:
    with pytest.raises(errors.RemindTooEarly):
        set_clock(who=who(cast.alys), days=10, remind_days=10)


def test_the_contact_is_written_to_and_without_one_the_stewards_are(cast: Cast) -> None:
    a_question(cast)
    assert letters("answer_owed") == {cast.alys.id}
    named(cast)
    a_question(cast, a_team(cast))
    assert letters("answer_owed") == {cast.alys.id, cast.dafydd.id}


def test_the_same_form_sent_twice_asks_once(cast: Cast) -> None:
    key, team = uuid4(), a_team(cast)
    first, second = (a_question(cast, team, key=key) for _ in range(2))
    assert first.id == second.id
    assert Question.objects.count() == 1


def test_who_is_not_of_the_team_does_not_ask(cast: Cast) -> None:
    stranger = a_member(cast.hub)
    with pytest.raises(errors.NotYoursToAsk):
        ask_in_own_words(
            who=who(stranger), initiative=a_team(cast), title_cy="A", title_en="A",
            organisation=None,
        )  # fmt: skip


def test_it_stands_on_the_thread_of_its_initiative(cast: Cast) -> None:
    question = a_question(cast)
    assert Moment.objects.filter(
        initiative=question.initiative, entry__verb="answer.asked", entry__public=True
    ).exists()


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (a_yes(action_cy=" "), errors.NeedsAction),
        (a_yes(action_en=""), errors.NeedsAction),
        (a_yes(owner=""), errors.NeedsOwner),
        (a_yes(by_on=None), errors.NeedsDay),
        (a_yes(by_on=datetime.date(2020, 1, 1)), errors.DayIsPast),
        (a_yes(verdict="PART"), errors.NeedsReason),
        (a_no(reason_en=""), errors.NeedsReason),
    ],
)
def test_an_answer_needs_an_action_an_owner_and_a_day_or_a_reason(
    cast: Cast, reply: object, error: type[Exception]
) -> None:
    named(cast)
    question = a_question(cast)
    with pytest.raises(error):
        answer(who=who(cast.dafydd), question_id=question.id, reply=reply)  # type: ignore[arg-type]
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "columns",
    [
        {"verdict": "ACCEPT", "kept": "OPEN"},
        {"verdict": "REJECT", "kept": "NONE"},
        {"verdict": "ACCEPT", "kept": "OPEN", "action_cy": "a", "action_en": "a", "owner": "o"},
        {"verdict": "REJECT", "kept": "OPEN", "reason_cy": "a", "reason_en": "a"},
    ],
)
def test_the_database_refuses_a_platitude(cast: Cast, columns: dict[str, str]) -> None:
    question = a_question(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(question=question, by=cast.dafydd, at=timezone.now(), **columns)


def test_only_the_contact_answers_and_a_connector_types_in_a_letter(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    with pytest.raises(errors.NotYoursToAnswer):
        answer(who=who(cast.bryn), question_id=question.id, reply=a_yes())
    own = answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    typed = answer(who=who(cast.carys), question_id=question.id, reply=a_no())
    assert (own.came_in_writing, typed.came_in_writing) == (False, True)


def test_what_the_stewards_owe_no_other_connector_answers(cast: Cast) -> None:
    question = a_question(cast, organisation=None)
    with pytest.raises(errors.NotYoursToAnswer):
        answer(who=who(cast.carys), question_id=question.id, reply=a_yes())
    answer(who=who(cast.alys), question_id=question.id, reply=a_yes())


def test_team_and_followers_are_told_but_not_who_answered(cast: Cast) -> None:
    named(cast)
    team, gwen = a_team(cast), a_member(cast.hub, "Gwen")
    follow(who=who(gwen), initiative_id=team.id)
    question = a_question(cast, team)
    answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    assert letters("answer_given") == {cast.bryn.id, gwen.id}


def test_a_later_answer_takes_the_place_and_the_first_can_still_be_read(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    for reply in (a_no(), a_yes()):
        answer(who=who(cast.dafydd), question_id=question.id, reply=reply)
    assert [one.verdict for one in queries.answers_to(question)] == ["ACCEPT", "REJECT"]
    assert Answer.objects.in_force().get().verdict == Verdict.ACCEPT


def test_an_answer_is_late_by_the_day_of_the_first_one(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    after = timezone.now() + 45 * DAY
    answer(who=who(cast.dafydd), question_id=question.id, now=after, reply=a_no())
    question.refresh_from_db()
    assert (question.state, question.days_late) == (State.ANSWERED, 3)


def test_reminders_go_out_once_before_and_again_every_fortnight_after(cast: Cast) -> None:
    named(cast)
    question, now = a_question(cast), timezone.now()
    for days in (31, 32, 33):
        look_after(hub_id=cast.hub.id, now=now + days * DAY)
    assert Letter.objects.filter(kind="answer_soon").count() == 1
    assert not Entry.objects.filter(verb="answer.late").exists()
    for days in (43, 44, 58):
        look_after(hub_id=cast.hub.id, now=now + days * DAY)
    late = Letter.objects.filter(kind="answer_late")
    assert set(late.values_list("member_id", flat=True)) == {cast.dafydd.id, cast.alys.id}
    assert late.count() == 4
    assert Entry.objects.get(verb="answer.late").public
    assert queries.register("late", timezone.localdate() + 43 * DAY)[0].get().id == question.id


def test_a_promise_is_followed_up_and_its_first_day_stays_to_be_read(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    given = answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    first = given.by_on
    assert first
    with pytest.raises(errors.NeedsDay):
        follow_up(who=who(cast.dafydd), question_id=question.id, news=News("OPEN", "Oedi", "Later"))
    later = News("OPEN", "Oedi", "Later", first + 30 * DAY)
    follow_up(who=who(cast.dafydd), question_id=question.id, news=later)
    follow_up(who=who(cast.dafydd), question_id=question.id, news=News("DONE", "Iawn", "Done"))
    given.refresh_from_db()
    assert (given.kept, given.by_on) == (Kept.DONE, first + 30 * DAY)
    assert FollowUp.objects.earliest("id").was_by_on == first
    assert letters("answer_promise") == {cast.bryn.id}


def test_a_promise_that_is_late_is_said_in_public(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    for days in (25, 31, 32):
        look_after(hub_id=cast.hub.id, now=timezone.now() + days * DAY)
    assert letters("answer_promise_soon") == {cast.dafydd.id}
    assert letters("answer_promise_late") == {cast.dafydd.id, cast.alys.id}
    assert Entry.objects.get(verb="answer.promise_late").public
    today = timezone.localdate() + 31 * DAY
    assert queries.register("overdue", today)[0].get().id == question.id


def test_what_is_refused_has_nothing_to_follow_up(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    answer(who=who(cast.dafydd), question_id=question.id, reply=a_no(action_cy="x", owner="y"))
    with pytest.raises(errors.NothingPromised):
        follow_up(who=who(cast.dafydd), question_id=question.id, news=News("DONE", "a", "a"))


def test_what_is_taken_back_is_no_longer_owed(cast: Cast) -> None:
    named(cast)
    question = a_question(cast)
    take_back_own(who=who(cast.bryn), question_id=question.id)
    with pytest.raises(errors.NoLongerAsked):
        answer(who=who(cast.dafydd), question_id=question.id, reply=a_yes())
    assert not queries.register()[0].exists()


def test_one_contact_at_a_time_who_comes_for_the_organisation(cast: Cast) -> None:
    practice = cast.dafydd.organisation
    assert practice
    with pytest.raises(errors.ComesForAnother):
        name_contact(who=who(cast.alys), organisation=practice, member=cast.bryn)
    named(cast)
    with pytest.raises(errors.ContactAlready):
        named(cast)
    second = a_member(cast.hub, "Sian", organisation=practice)
    name_contact(who=who(cast.alys), organisation=practice, member=second)
    assert Contact.objects.in_force().get().member_id == second.id
    leave(who=who(second), member=second)
    assert not Contact.objects.in_force().exists()
