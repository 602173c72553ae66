"""Publishing a decision, and putting a correction in its place."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.answers.actions.ask import Matter, ask, take_back
from gyda.answers.queries import clock
from gyda.decide.decisions import bundles, errors, rules
from gyda.decide.decisions.actions.letters import tell_near
from gyda.decide.decisions.actions.recording import note
from gyda.decide.decisions.code import DECISION
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.models import AdviceGiven, Decision, EvidenceItem
from gyda.decide.decisions.record import as_record
from gyda.initiatives.models import Initiative
from gyda.initiatives.models.stage import Say
from gyda.journal.actions import By
from gyda.keys.once import once
from gyda.methods.decision_bundle import digest_of_record
from gyda.people.who import Who

__all__ = ["Correction", "Draft", "correct", "publish"]

COUNTED = ("kind", "method", "right", "about_kind", "about_id", "in_favour", "against",
           "abstained", "pence", "minutes", "organisation")  # fmt: skip


@once
@transaction.atomic
def publish(
    *,
    who: By,
    initiative: Initiative | None,
    draft: Draft,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
    **further: Any,
) -> Decision:
    """Publish a decision in both languages; an advice starts the clock of the body it is for.

    Who may do so is the affair of whoever calls: the ballot, the panel, the meeting's form. The
    journal seals the hash of the record and of each file that the kind brings.
    """
    if key and (stored := Decision.objects.filter(request_key=key).first()):
        return stored
    rules.check_draft(draft)
    decision = _create(who, initiative, draft, now or timezone.now(), request_key=key, **further)
    verb = "decision.corrected" if decision.replaces_id else "decision.published"
    note(who, verb, decision, **_sealed(decision))
    _start_clock(who, decision, now)
    tell_near(decision, "decision_published", but=who.actor_id)
    return decision


def _sealed(decision: Decision) -> dict[str, Any]:
    """Return what the journal keeps of it for good: its codes, its figures and its hashes."""
    names = ("kind", "right", "method", "pence", "minutes")
    return {name: getattr(decision, name) for name in names} | {
        "digest": digest_of_record(as_record(decision)),
        "files": bundles.roots_of(bundles.files_of(decision)),
    }


def _create(
    who: By, initiative: Initiative | None, draft: Draft, now: datetime.datetime, **further: Any
) -> Decision:
    columns = draft.columns | {"right": rules.right_for(draft, initiative)}
    further.setdefault("clock_on", _clock_on(draft, now))
    decision = Decision.objects.create(
        initiative=initiative,
        decided_at=now,
        by_id=who.principal_id or who.actor_id,
        look_back_on=draft.review_on,
        **columns,
        **further,
    )
    for evidence in draft.evidence:
        EvidenceItem.objects.create(decision=decision, **vars(evidence))
    for advice in draft.advice:
        AdviceGiven.objects.create(decision=decision, **vars(advice))
    return decision


def _clock_on(draft: Draft, now: datetime.datetime) -> datetime.date | None:
    if draft.organisation is None:
        return None
    return timezone.localdate(now) + datetime.timedelta(days=clock().days)


def _start_clock(who: By, decision: Decision, now: datetime.datetime | None) -> None:
    """Ask the body for its answer to an advice; what citizens decided it carries out."""
    if decision.organisation is None or decision.right != Say.CONSULTED:
        return
    matter = Matter(
        DECISION, decision.id, decision.title_cy, decision.title_en, decision.initiative
    )
    ask(by=who, matter=matter, organisation=decision.organisation, now=now)


@dataclass(frozen=True)
class Correction:
    """Why another text takes the place of the first."""

    because_cy: str
    because_en: str

    def columns(self) -> dict[str, str]:
        """Return both reasons; raise where one is missing."""
        for name, words in vars(self).items():
            if not words.strip():
                raise errors.InBothTongues(field=name)
        return {name: words.strip() for name, words in vars(self).items()}


@transaction.atomic
def correct(
    *,
    who: Who,
    decision_id: UUID,
    draft: Draft,
    why: Correction,
    now: datetime.datetime | None = None,
) -> Decision:
    """Publish a decision in the place of another, which stays to be read.

    What was counted stays as it was counted: only its words can be corrected. The body that may
    overrule it, and until when, stay too; what was overruled takes no correction.
    """
    old = Decision.objects.select_for_update().get(id=decision_id)
    if not rules.may_correct(who, old):
        raise errors.HoldsNoMore if not old.holds else errors.NotYoursToRecord
    if old.overruling.exists():
        raise errors.OverruledAlready
    kept = COUNTED if old.is_counted else ("right", "organisation")
    draft = replace(draft, **{name: getattr(old, name) for name in kept})
    take_back(by=who, kind=DECISION, about_id=old.id)
    further: dict[str, Any] = {"replaces": old, "clock_on": old.clock_on, **why.columns()}
    new = publish(who=who, initiative=old.initiative, draft=draft, now=now, **further)
    Decision.objects.filter(id=old.id).update(replaced_by=new)
    return new
