"""Decisions: published in both languages at once, sealed, never edited."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.answers.models import Question
from gyda.decide.decisions import errors
from gyda.decide.decisions.actions.publish import Correction, correct, publish
from gyda.decide.decisions.models import Decision
from gyda.decide.decisions.record import as_record
from gyda.decide.tests.decision_builders import (
    a_decision,
    a_draft,
    an_advice,
    an_evidence,
)
from gyda.initiatives.models import Follow, Moment
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.journal.models import Entry
from gyda.letters import circulars
from gyda.letters.models import Letter
from gyda.methods.decision_bundle import digest_of_record
from gyda.people.tests.builders import Cast, a_member, who

WHY = Correction("Roedd y diwrnod yn anghywir", "The day was wrong")


def entry_of(decision: Decision) -> Entry:
    return Entry.objects.get(about_id=decision.id, verb__startswith="decision.")


def test_a_decision_says_by_which_right_on_what_evidence_and_on_whose_advice(cast: Cast) -> None:
    decision = a_decision(cast, evidence=(an_evidence(),), advice=(an_advice(),))
    record = as_record(decision)
    assert (record["right"], record["in_favour"], record["against"]) == ("CITIZEN", 9, 2)
    assert record["evidence"][0]["claim_cy"].startswith("Mae 16")
    assert record["advice"][0]["interest_en"] == "She works for the council"
    assert list(record["names"].values()) == ["Bethan"]


def test_its_hash_stands_in_the_journal_and_on_the_thread(cast: Cast) -> None:
    decision = a_decision(cast, advice=(an_advice(),), evidence=(an_evidence(),))
    entry = entry_of(decision)
    assert entry.public
    assert entry.data["digest"] == digest_of_record(as_record(decision))
    assert Moment.objects.filter(entry=entry, initiative=decision.initiative).exists()


def test_an_advisers_name_can_be_forgotten_and_the_seal_still_fits(cast: Cast) -> None:
    decision = a_decision(cast, advice=(an_advice(),))
    decision.advice.update(adviser="")
    assert digest_of_record(as_record(decision)) == entry_of(decision).data["digest"]


def test_the_team_and_the_followers_are_told(cast: Cast) -> None:
    decision = a_decision(cast)
    told = Letter.objects.filter(kind="decision_published", about_id=decision.id)
    assert [letter.member_id for letter in told] == [cast.dafydd.id]


@pytest.mark.parametrize("name", ["title_cy", "what_en", "reasons_cy", "reasons_en"])
def test_it_is_published_in_both_languages_or_not_at_all(cast: Cast, name: str) -> None:
    with pytest.raises(errors.InBothTongues) as caught:
        a_decision(cast, **{name: " "})
    assert caught.value.field == name
    assert not Decision.objects.exists()


def test_the_database_refuses_one_language_alone(cast: Cast) -> None:
    decision = a_decision(cast)
    for columns in ({"reasons_cy": ""}, {"minority_en": "Some saw it otherwise"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.filter(id=decision.id).update(**columns)


def test_without_a_right_of_its_own_it_takes_the_one_of_the_thread(cast: Cast) -> None:
    initiative = a_team(cast)
    with pytest.raises(errors.NoRight):
        a_decision(cast, initiative, right="")
    a_right(cast.bryn, initiative, "DECIDE", say="JOINT")
    assert a_decision(cast, initiative, right="").right == "JOINT"


def test_consent_leaves_no_objection(cast: Cast) -> None:
    with pytest.raises(errors.StillObjections):
        a_decision(cast, method="CONSENT", against=1)
    assert a_decision(cast, method="CONSENT", against=0).against == 0


def test_a_review_looks_back(cast: Cast) -> None:
    with pytest.raises(errors.ReviewTooEarly):
        a_decision(cast, review_on=timezone.localdate())


def test_the_same_form_sent_twice_decides_once(cast: Cast) -> None:
    initiative = a_team(cast)
    key = initiative.id
    pair = [
        publish(who=who(cast.bryn), initiative=initiative, draft=a_draft(), key=key)
        for _n in range(2)
    ]
    assert pair[0] == pair[1]
    assert Decision.objects.count() == 1


def test_an_advice_starts_the_clock_of_the_body_that_it_is_for(cast: Cast) -> None:
    body = cast.dafydd.organisation
    decision = a_decision(cast, right="CONSULTED", organisation=body)
    question = Question.objects.get(about_id=decision.id)
    due = timezone.localdate() + datetime.timedelta(days=42)
    assert (question.organisation, question.due_on, decision.clock_on) == (body, due, due)
    assert question.initiative == decision.initiative


def test_what_citizens_decided_is_no_question(cast: Cast) -> None:
    a_decision(cast, organisation=cast.dafydd.organisation)
    assert not Question.objects.exists()


def test_a_correction_takes_its_place_and_the_first_stays_to_be_read(cast: Cast) -> None:
    old = a_decision(cast)
    draft = a_draft(what_cy="Dydd Mercher.", what_en="Wednesdays.")
    new = correct(who=who(cast.bryn), decision_id=old.id, draft=draft, why=WHY)
    old.refresh_from_db()
    assert (old.replaced_by, new.replaces, old.holds) == (new, old, False)
    assert old.what_en == "The pub cooks on Tuesdays and Thursdays."
    assert entry_of(new).verb == "decision.corrected"
    assert new.because_en == WHY.because_en
    with pytest.raises(errors.HoldsNoMore):
        correct(who=who(cast.bryn), decision_id=old.id, draft=draft, why=WHY)


def test_a_correction_needs_its_reason_and_someone_of_the_team(cast: Cast) -> None:
    old = a_decision(cast)
    with pytest.raises(errors.InBothTongues):
        correct(
            who=who(cast.bryn), decision_id=old.id, draft=a_draft(),
            why=replace(WHY, because_cy=""),
        )  # fmt: skip
    stranger = a_member(cast.hub)
    with pytest.raises(errors.NotYoursToRecord):
        correct(who=who(stranger), decision_id=old.id, draft=a_draft(), why=WHY)


def test_no_correction_changes_what_was_counted(cast: Cast) -> None:
    initiative = a_team(cast)
    counted = a_decision(
        cast, initiative, kind="BALLOT", method="EQUAL_SHARES", about_kind="decide.elsewhere",
        about_id=initiative.id, in_favour=None, against=None, abstained=None, pence=700_000,
    )  # fmt: skip
    draft = a_draft(pence=1, in_favour=1_000, title_en="Better words")
    new = correct(who=who(cast.bryn), decision_id=counted.id, draft=draft, why=WHY)
    assert (new.kind, new.pence, new.in_favour) == ("BALLOT", 700_000, None)
    assert new.title_en == "Better words"


def test_an_advice_that_is_corrected_is_asked_anew_by_the_same_day(cast: Cast) -> None:
    body = cast.dafydd.organisation
    old = a_decision(cast, right="CONSULTED", organisation=body)
    draft = a_draft(right="CONSULTED", organisation=body)
    new = correct(who=who(cast.bryn), decision_id=old.id, draft=draft, why=WHY)
    asked = {question.about_id: question.state for question in Question.objects.all()}
    assert asked == {old.id: "WITHDRAWN", new.id: "WAITING"}
    assert new.clock_on == old.clock_on


def test_many_followers_are_written_to_by_the_tick(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circulars, "AT_ONCE", 1)
    thread = a_team(cast)
    for _number in range(3):
        Follow.objects.create(initiative=thread, member=a_member(cast.hub), since_at=timezone.now())
    a_decision(cast, thread)
    letters = Letter.objects.filter(kind="decision_published")
    assert letters.count() <= 1
    circulars.look_after(hub_id=cast.hub.id, now=timezone.now())
    assert letters.count() == 4  # Dafydd and three who follow; not Bryn, who published it
