"""Every read of decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from gyda.answers.models import Question
from gyda.answers.queries import asked_about
from gyda.decide.decisions.code import DECISION
from gyda.decide.decisions.models import (
    AdviceGiven,
    Decision,
    DecisionAppeal,
    EvidenceItem,
    Kind,
    LookBack,
    Overruling,
)
from gyda.decide.decisions.models.decision import DecisionQuerySet
from gyda.initiatives.models import Initiative
from gyda.initiatives.models.stage import Say

MANY = 200


@dataclass(frozen=True)
class Wanted:
    """Which decisions a list shows."""

    kind: str = ""
    right: str = ""
    initiative: UUID | None = None
    overruled: bool = False


def listed(wanted: Wanted) -> DecisionQuerySet:
    """Return decisions that hold or were overruled; those corrected show on the newer one."""
    rows = Decision.objects.holding().select_related("initiative", "organisation")
    rows = rows.prefetch_related("overruling")
    if wanted.kind in Kind.values:
        rows = rows.filter(kind=wanted.kind)
    if wanted.right in Say.values:
        rows = rows.filter(right=wanted.right)
    if wanted.initiative:
        rows = rows.filter(initiative=wanted.initiative)
    if wanted.overruled:
        rows = rows.filter(overruling__isnull=False)
    return rows


def decision_or_404(decision_id: UUID) -> Decision:
    """Return a decision with all that it rests on."""
    rows = Decision.objects.select_related("initiative", "organisation").prefetch_related(
        Prefetch("evidence", queryset=EvidenceItem.objects.order_by("id")),
        Prefetch("advice", queryset=AdviceGiven.objects.order_by("id")),
        Prefetch("overruling", queryset=Overruling.objects.select_related("organisation")),
    )
    return get_object_or_404(rows, id=decision_id)


def about(kind: str, about_ids: Iterable[UUID]) -> dict[UUID, Decision]:
    """Return the decision that holds about each ballot, panel meeting or scoring."""
    rows = Decision.objects.holding().filter(about_kind=kind, about_id__in=list(about_ids))
    return {row.about_id: row for row in rows.order_by("id") if row.about_id}


def questions_of(decision: Decision) -> list[Question]:
    """Return what the body was asked about an advice, with the answers that hold."""
    return asked_about(DECISION, [decision.id]).get(decision.id, [])


def look_backs_of(decision: Decision) -> list[LookBack]:
    return list(LookBack.objects.filter(decision=decision).order_by("id")[:MANY])


def appeals_of(decision: Decision) -> list[DecisionAppeal]:
    return list(DecisionAppeal.objects.filter(decision=decision).order_by("id")[:MANY])


def appeal_or_404(appeal_id: UUID) -> DecisionAppeal:
    rows = DecisionAppeal.objects.select_related("decision__initiative", "member__person")
    return get_object_or_404(rows, id=appeal_id)


def of_initiative(initiative: Initiative, most: int) -> list[Decision]:
    """Return the newest decisions of a thread."""
    return list(listed(Wanted(initiative=initiative.id)).order_by("-id")[:most])


def overruled() -> "QuerySet[Overruling]":
    """Return what was set aside, with who signed for it."""
    rows = Overruling.objects.filter(decision__replaced_by__isnull=True)
    return rows.select_related("decision", "organisation")
