"""What comes after a decision: it is overruled, looked back on, appealed against."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.decisions import errors, rules
from gyda.decide.decisions.actions.letters import tell, tell_near
from gyda.decide.decisions.actions.recording import note
from gyda.decide.decisions.models import Decision, DecisionAppeal, Fate, LookBack, Overruling
from gyda.decide.decisions.record import overruling_as_record
from gyda.methods.decision_bundle import digest_of_record
from gyda.people.who import Who


@dataclass(frozen=True)
class Signed:
    """Who sets a decision aside, in which office, why, and what happens instead."""

    name: str
    role_cy: str
    role_en: str
    reason_cy: str
    reason_en: str
    instead_cy: str
    instead_en: str
    signed_on: datetime.date

    @property
    def texts(self) -> dict[str, str]:
        """Return the words; raise where one is missing."""
        texts = {name: str(words).strip() for name, words in vars(self).items()}
        del texts["signed_on"]
        for name, words in texts.items():
            if not words:
                raise errors.InBothTongues(field=name)
        return texts


@transaction.atomic
def overrule(
    *, who: Who, decision_id: UUID, signed: Signed, now: datetime.datetime | None = None
) -> Overruling:
    """Set aside what citizens decided: signed and reasoned in public, before the clock runs out."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    decision = Decision.objects.select_for_update().get(id=decision_id)
    _check_overruling(who, decision, signed, today)
    texts = signed.texts
    clock_on: Any = decision.clock_on
    made = Overruling.objects.create(
        decision=decision, organisation=decision.organisation, signed_on=signed.signed_on,
        clock_on=clock_on, by=who.actor, at=now,
        came_in_writing=not rules.signs_for(who, decision), **texts,
    )  # fmt: skip
    note(
        who, "decision.overruled", decision, organisation=str(decision.organisation_id),
        digest=digest_of_record(overruling_as_record(made)), pence=decision.pence,
    )  # fmt: skip
    tell_near(decision, "decision_overruled", but=who.actor.id, overruling=made)
    return made


def _check_overruling(who: Who, decision: Decision, signed: Signed, today: datetime.date) -> None:
    if not decision.holds:
        raise errors.HoldsNoMore
    if not (decision.is_citizens and decision.clock_on):
        raise errors.NothingToOverrule
    if not rules.may_overrule(who, decision):
        raise errors.NotYoursToOverrule
    if decision.overruling.exists():
        raise errors.OverruledAlready
    if today > decision.clock_on:
        raise errors.ClockRanOut(day=decision.clock_on.isoformat())
    if not timezone.localdate(decision.decided_at) <= signed.signed_on <= today:
        raise errors.SignedWhen


@dataclass(frozen=True)
class News:
    """What became of a decision, and when it is looked at again."""

    fate: str
    words_cy: str
    words_en: str
    next_on: datetime.date | None = None


@transaction.atomic
def look_back(
    *, who: Who, decision_id: UUID, news: News, now: datetime.datetime | None = None
) -> LookBack:
    """Say what became of it; what is under way is looked at again on a day to come."""
    now = now or timezone.now()
    decision = Decision.objects.select_for_update().get(id=decision_id)
    if not rules.may_correct(who, decision):
        raise errors.HoldsNoMore if not decision.holds else errors.NotYoursToRecord
    next_on = news.next_on if news.fate == Fate.UNDER_WAY else None
    if news.fate == Fate.UNDER_WAY and (next_on is None or next_on <= timezone.localdate(now)):
        raise errors.LookAgainWhen
    made = LookBack.objects.create(
        decision=decision, fate=news.fate, words_cy=news.words_cy.strip(),
        words_en=news.words_en.strip(), next_on=next_on, by=who.actor, at=now,
    )  # fmt: skip
    Decision.objects.filter(id=decision.id).update(look_back_on=next_on, reminded_at=None)
    note(who, "decision.looked_back", decision, fate=news.fate)
    return made


@transaction.atomic
def appeal(
    *, who: Who, decision_id: UUID, words: str, language: str, now: datetime.datetime | None = None
) -> DecisionAppeal:
    """Ask for a second look; whoever answers it did not publish the decision."""
    decision = Decision.objects.select_for_update().get(id=decision_id)
    if not decision.holds:
        raise errors.HoldsNoMore
    if DecisionAppeal.objects.filter(decision=decision, member=who.subject).exists():
        raise errors.AppealedAlready
    made = DecisionAppeal.objects.create(
        decision=decision, member=who.subject, words=words.strip(), language=language,
        at=now or timezone.now(),
    )  # fmt: skip
    note(who, "decision.appealed", decision, public=False)
    return made


@dataclass(frozen=True)
class Reply:
    """What is said to an appeal."""

    upheld: bool
    answer_cy: str
    answer_en: str


@transaction.atomic
def answer_appeal(
    *, who: Who, appeal_id: UUID, reply: Reply, now: datetime.datetime | None = None
) -> DecisionAppeal:
    """Answer in public; where it is upheld, a correction or a new decision follows."""
    found = DecisionAppeal.objects.select_for_update().get(id=appeal_id)
    if not rules.may_answer_appeal(who, found.decision):
        raise errors.OwnDecision if who.actor.is_connector else errors.NotYoursToRecord
    if found.answered_at:
        raise errors.AppealAnswered
    for lang in ("cy", "en"):
        if not getattr(reply, f"answer_{lang}").strip():
            raise errors.InBothTongues(field=f"answer_{lang}")
    found.upheld, found.answered_by, found.answered_at = (
        reply.upheld,
        who.actor,
        now or timezone.now(),
    )
    found.answer_cy, found.answer_en = reply.answer_cy.strip(), reply.answer_en.strip()
    found.save()
    verb = "decision.appeal_upheld" if reply.upheld else "decision.appeal_refused"
    note(who, verb, found.decision)
    tell(found.member, "decision_appeal", found.decision, appeal=found)
    return found
