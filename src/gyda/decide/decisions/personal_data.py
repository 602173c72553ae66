"""What is held on a member about decisions: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F

from gyda.decide.decisions.models import (
    AdviceGiven,
    Decision,
    DecisionAppeal,
    LookBack,
    Overruling,
)
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = {"title_cy": F("decision__title_cy"), "title_en": F("decision__title_en")}


def export_decisions(member: Member) -> Rows:
    """Return the decisions that the member published; they are the hub's and stay."""
    rows = Decision.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", "kind", at=F("decided_at"))]


def export_advice(member: Member) -> Rows:
    """Return the advice that the member gave."""
    rows = AdviceGiven.objects.filter(member=member).order_by("id")
    names = ("interest_cy", "interest_en", "words_cy", "words_en")
    return [dict(row) for row in rows.values(*names, **TITLE)]


def forget_adviser(member: Member) -> None:
    """Take the name away; the advice and the interest stay with the decision."""
    AdviceGiven.objects.filter(member=member).update(adviser="", member=None)


def export_overrulings(member: Member) -> Rows:
    """Return what the member published in the name of a body; it stays, as the body's."""
    rows = Overruling.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("name", "reason_cy", "reason_en", "at", **TITLE)]


def export_look_backs(member: Member) -> Rows:
    """Return what the member said became of decisions."""
    rows = LookBack.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("fate", "words_cy", "words_en", "at", **TITLE)]


def export_appeals(member: Member) -> Rows:
    """Return the appeals of the member, and those that they answered."""
    rows = DecisionAppeal.objects.filter(member=member).order_by("id")
    names = ("words", "language", "answer_cy", "answer_en", "at")
    return [dict(row) for row in rows.values(*names, **TITLE)]


def forget_appeals(member: Member) -> None:
    """Forget their words; what was answered stays."""
    DecisionAppeal.objects.filter(member=member).update(words="")


def register_all() -> None:
    """Declare them."""
    register(Decision, export=export_decisions, erase=keep)
    register(AdviceGiven, export=export_advice, erase=forget_adviser)
    register(Overruling, export=export_overrulings, erase=keep)
    register(LookBack, export=export_look_backs, erase=keep)
    register(DecisionAppeal, export=export_appeals, erase=forget_appeals)
