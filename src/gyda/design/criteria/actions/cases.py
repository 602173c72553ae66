"""Deciding a case by the version that holds today; the appeal, by the same version."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.actions.letters import tell_about, tell_hearers
from gyda.design.criteria.actions.publishing import months_after
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.models import Appeal, Case, Outcome, RuleSet, RuleVersion
from gyda.design.criteria.queries import in_force, policy
from gyda.design.criteria.rules import may_decide, may_hear, require_decide
from gyda.design.criteria.tables import name_of, table_of
from gyda.methods import criteria as method
from gyda.methods.criteria.reading import known_from
from gyda.methods.errors import BadInput
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Verdict:
    """What a person decides where the rules leave it to them, and why."""

    outcome: str = ""
    reason: str = ""
    language: str = "cy"


def by_table(version: RuleVersion, facts: Mapping[str, Any]) -> method.Decision:
    """Return what a version says of some facts. Raises BadTable."""
    table = table_of(version)
    try:
        return method.decide(table, known_from(dict(facts), dict(table.by_code)))
    except BadInput as error:
        raise errors.BadTable(error) from None


@transaction.atomic
def decide(
    *,
    who: Who,
    rule_set_id: UUID,
    facts: Mapping[str, Any],
    member: Member | None,
    verdict: Verdict,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Case:
    """Decide about a person; they are told why, by which version, and how to appeal."""
    now = now or timezone.now()
    rule_set = RuleSet.objects.select_related("initiative").get(id=rule_set_id)
    require_decide(who, rule_set.initiative)
    if key and (there := Case.objects.filter(request_key=key).first()):
        return there  # the same form sent twice
    if member == who.actor:
        raise errors.OwnCase
    today = timezone.localdate(now)
    version = in_force(rule_set, today)
    if version is None:
        raise errors.NotInForce
    found = by_table(version, facts)
    outcome, reason = _held(found, verdict, is_basic=version.is_basic)
    case = Case.objects.create(
        version=version, member=member, facts=dict(facts), said=name_of(found.outcome),
        rules=list(found.rules), outcome=outcome, reason=reason, language=verdict.language,
        is_basic=version.is_basic, by=who.actor, at=now, decided_on=today,
        forget_on=months_after(today, policy().keep_months), request_key=key,
    )  # fmt: skip
    note(who, "criteria.decided", rule_set, about=case, public=False, number=version.number,
         concerns=[member] if member else [])  # fmt: skip
    tell_about(case, "criteria_decided")
    return case


def _held(found: method.Decision, verdict: Verdict, *, is_basic: bool) -> tuple[str, str]:
    """Return the outcome that holds, and a reason where a person chose it."""
    if found.outcome is not method.Outcome.PERSON:
        return name_of(found.outcome), ""
    if verdict.outcome not in {Outcome.ELIGIBLE, Outcome.NOT} or not verdict.reason.strip():
        raise errors.SayWhy
    if is_basic and verdict.outcome == Outcome.NOT:
        raise errors.TakesBasicNeed
    return verdict.outcome, verdict.reason.strip()


@transaction.atomic
def appeal(*, who: Who, case_id: UUID, words: str, language: str) -> Appeal:
    """Ask someone else to look again: whom it is about, who acts for them, or on paper."""
    case = Case.objects.select_for_update().get(id=case_id)
    rule_set = case.version.rule_set
    on_paper = may_decide(who, rule_set.initiative)
    if case.member_id != who.subject.id and not on_paper:
        raise errors.NotYours
    if Appeal.objects.filter(case=case).exists():
        raise errors.AppealedAlready
    made = Appeal.objects.create(
        case=case, words=words.strip(), language=language, at=timezone.now(),
        first_by_id=case.by_id, is_basic=case.is_basic,
    )  # fmt: skip
    note(who, "criteria.appealed", rule_set, about=case, public=False,
         concerns=[case.member] if case.member else [])  # fmt: skip
    tell_hearers(case)
    return made


@transaction.atomic
def answer_appeal(
    *,
    who: Who,
    case_id: UUID,
    facts: Mapping[str, Any] | None,
    verdict: Verdict,
    now: datetime.datetime | None = None,
) -> Appeal:
    """Run the version of that day again, with the facts as they are found to be, and decide."""
    case = Case.objects.select_for_update().get(id=case_id)
    made = Appeal.objects.select_for_update().filter(case=case, decided_at__isnull=True).first()
    if made is None:
        raise errors.NoAppeal
    if who.actor.id in {case.by_id, case.member_id}:
        raise errors.DecidedIt
    if not may_hear(who, case):
        raise errors.NotForYou
    facts = case.facts if facts is None else facts
    if facts is None:
        raise errors.FactsNeeded
    found = by_table(case.version, facts)
    _check_second(found, verdict, is_basic=case.is_basic)
    made.facts, made.said, made.rules = dict(facts), name_of(found.outcome), list(found.rules)
    made.outcome, made.reason = verdict.outcome, verdict.reason.strip()
    made.reason_language, made.by, made.decided_at = verdict.language, who.actor, now or _now()
    made.save()
    verb = "criteria.appeal_upheld" if made.outcome != case.outcome else "criteria.appeal_refused"
    note(who, verb, case.version.rule_set, about=case, public=False,
         number=case.version.number, concerns=[case.member] if case.member else [])  # fmt: skip
    tell_about(case, "criteria_appeal_answered", appeal=made)
    return made


def _now() -> datetime.datetime:
    return timezone.now()


def _check_second(found: method.Decision, verdict: Verdict, *, is_basic: bool) -> None:
    """A second look always says why, and departs from the rules in a person's favour only."""
    if verdict.outcome not in {Outcome.ELIGIBLE, Outcome.NOT} or not verdict.reason.strip():
        raise errors.SayWhy
    if verdict.outcome == Outcome.NOT and is_basic:
        raise errors.TakesBasicNeed
    if verdict.outcome == Outcome.NOT and found.outcome is method.Outcome.ELIGIBLE:
        raise errors.OnlyBetter
