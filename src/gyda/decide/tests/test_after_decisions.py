"""What comes after a decision: overruling in time and signed, reviews, second looks, the ledger."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.decide.decisions import errors
from gyda.decide.decisions.actions import after, clock
from gyda.decide.decisions.models import Decision, DecisionAppeal, LookBack, Overruling
from gyda.decide.decisions.power import power, records
from gyda.decide.tests.decision_builders import DAY, a_decision, a_signed, named
from gyda.initiatives.models.stage import Say
from gyda.initiatives.tests.builders import a_team
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.tests.builders import Cast, a_member, who

NEWS = after.News("DONE", "Mae'r dafarn yn coginio", "The pub cooks")
NO = after.Reply(upheld=False, answer_cy="Na, gan ...", answer_en="No, because ...")


def overrulable(cast: Cast, **fields: object) -> Decision:
    return a_decision(cast, organisation=cast.dafydd.organisation, pence=1_000_000, **fields)


def test_a_body_overrules_signed_and_reasoned_within_its_clock(cast: Cast) -> None:
    named(cast)
    decision = overrulable(cast)
    made = after.overrule(who=who(cast.dafydd), decision_id=decision.id, signed=a_signed())
    assert (made.name, made.came_in_writing) == ("Dafydd Huws", False)
    entry = Entry.objects.get(verb="decision.overruled")
    assert entry.public
    assert entry.data["pence"] == 1_000_000
    told = {letter.member_id for letter in Letter.objects.filter(kind="decision_overruled")}
    assert told == {cast.bryn.id}


def test_a_connector_types_in_the_letter_and_the_page_says_so(cast: Cast) -> None:
    decision = overrulable(cast)
    made = after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())
    assert made.came_in_writing


@pytest.mark.parametrize("name", ["name", "role_cy", "reason_cy", "reason_en", "instead_en"])
def test_nobody_overrules_without_name_office_and_reason_in_both_languages(
    cast: Cast, name: str
) -> None:
    decision = overrulable(cast)
    signed = replace(a_signed(), **{name: "  "})
    with pytest.raises(errors.InBothTongues):
        after.overrule(who=who(cast.carys), decision_id=decision.id, signed=signed)


def test_after_its_clock_a_decision_stands(cast: Cast) -> None:
    decision = overrulable(cast)
    late = timezone.now() + 43 * DAY
    with pytest.raises(errors.ClockRanOut):
        after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed(), now=late)
    day = decision.clock_on + DAY
    with pytest.raises(IntegrityError), transaction.atomic():
        Overruling.objects.create(
            decision=decision, organisation=decision.organisation, clock_on=decision.clock_on,
            by=cast.carys, at=late, **(vars(a_signed()) | {"signed_on": day}),
        )  # fmt: skip


def test_only_the_body_or_a_connector_overrules_and_only_what_citizens_decided(cast: Cast) -> None:
    decision = overrulable(cast)
    for member in (cast.bryn, cast.dafydd):  # Dafydd is not named as the contact here
        with pytest.raises(errors.NotYoursToOverrule):
            after.overrule(who=who(member), decision_id=decision.id, signed=a_signed())
    asked = overrulable(cast, right="CONSULTED")
    with pytest.raises(errors.NothingToOverrule):
        after.overrule(who=who(cast.carys), decision_id=asked.id, signed=a_signed())
    early = replace(a_signed(), signed_on=timezone.localdate() - DAY)
    with pytest.raises(errors.SignedWhen):
        after.overrule(who=who(cast.carys), decision_id=decision.id, signed=early)


def test_it_is_overruled_once(cast: Cast) -> None:
    decision = overrulable(cast)
    after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())
    with pytest.raises(errors.OverruledAlready):
        after.overrule(who=who(cast.carys), decision_id=decision.id, signed=a_signed())


def test_the_ledger_says_what_share_of_the_money_citizens_decided(cast: Cast) -> None:
    thread = a_team(cast)
    a_decision(cast, thread, pence=600_000)
    a_decision(cast, thread, right="INFORMED", kind="AUTHORITY", method="ALONE", pence=300_000)
    gone = a_decision(cast, thread, organisation=cast.dafydd.organisation, pence=100_000)
    assert power().share(Say.CITIZEN) == Fraction(7, 10)
    after.overrule(who=who(cast.carys), decision_id=gone.id, signed=a_signed())
    found = power()
    assert found.share(Say.CITIZEN) == Fraction(6, 10)
    assert (found.decisions, found.pence, found.overruled) == (3, 1_000_000, 1)
    lines = {line.say: line for line in found.lines}
    assert (lines[Say.CITIZEN].overruled, lines[Say.CITIZEN].pence_overruled) == (1, 100_000)
    said = [(one["right"], one["overruled_by"]) for one in records()]
    assert said == [("CITIZEN", ""), ("INFORMED", ""), ("CITIZEN", "Dafydd Huws")]


def test_an_empty_ledger_has_no_share(cast: Cast) -> None:
    assert power().share(Say.CITIZEN) is None
    a_decision(cast)
    assert power().percent_by_citizens is None


def test_the_day_of_review_is_remembered_once(cast: Cast) -> None:
    decision = a_decision(cast, review_on=timezone.localdate() + 30 * DAY)
    now = timezone.now()
    clock.look_after(hub_id=cast.hub.id, now=now)
    assert not Letter.objects.filter(kind="decision_review").exists()
    for hours in (0, 6):
        later = now + 30 * DAY + datetime.timedelta(hours=hours)
        clock.look_after(hub_id=cast.hub.id, now=later)
    told = {letter.member_id for letter in Letter.objects.filter(kind="decision_review")}
    assert told == {cast.bryn.id, cast.dafydd.id}
    after.look_back(who=who(cast.bryn), decision_id=decision.id, news=NEWS)
    decision.refresh_from_db()
    assert (decision.look_back_on, decision.review_on is None) == (None, False)


def test_what_is_under_way_is_looked_at_again(cast: Cast) -> None:
    decision = a_decision(cast)
    under_way = replace(NEWS, fate="UNDER_WAY")
    with pytest.raises(errors.LookAgainWhen):
        after.look_back(who=who(cast.bryn), decision_id=decision.id, news=under_way)
    day = timezone.localdate() + 90 * DAY
    news = replace(under_way, next_on=day)
    after.look_back(who=who(cast.bryn), decision_id=decision.id, news=news)
    decision.refresh_from_db()
    assert decision.look_back_on == day
    with pytest.raises(errors.NotYoursToRecord):
        after.look_back(who=who(a_member(cast.hub)), decision_id=decision.id, news=NEWS)


def test_a_second_look_is_answered_by_someone_who_did_not_publish(cast: Cast) -> None:
    decision = a_decision(cast)
    gwen = a_member(cast.hub)
    one = after.appeal(
        who=who(gwen), decision_id=decision.id, words="Roedd hi'n rhy gyflym", language="cy"
    )
    assert not Entry.objects.get(verb="decision.appealed").public
    with pytest.raises(errors.AppealedAlready):
        after.appeal(who=who(gwen), decision_id=decision.id, words="Eto", language="cy")
    Decision.objects.filter(id=decision.id).update(by=cast.carys)
    with pytest.raises(errors.OwnDecision):
        after.answer_appeal(who=who(cast.carys), appeal_id=one.id, reply=NO)
    with pytest.raises(errors.NotYoursToRecord):
        after.answer_appeal(who=who(cast.bryn), appeal_id=one.id, reply=NO)
    after.answer_appeal(who=who(cast.alys), appeal_id=one.id, reply=NO)
    told = Letter.objects.get(kind="decision_appeal")
    assert told.member_id == gwen.id
    with pytest.raises(errors.AppealAnswered):
        after.answer_appeal(who=who(cast.alys), appeal_id=one.id, reply=NO)


def test_who_is_erased_leaves_no_words_of_theirs(cast: Cast) -> None:
    decision = a_decision(cast)
    gwen = a_member(cast.hub)
    after.appeal(who=who(gwen), decision_id=decision.id, words="Fy ngeiriau", language="cy")
    after.look_back(who=who(cast.bryn), decision_id=decision.id, news=NEWS)
    erase(who=who(gwen))
    assert DecisionAppeal.objects.get().words == ""
    assert LookBack.objects.exists()
