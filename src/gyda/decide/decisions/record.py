"""A decision in the form that is sealed and published: decision.json of its bundle."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils import timezone

from gyda.decide.decisions.models import AdviceGiven, Decision, EvidenceItem, Overruling
from gyda.initiatives.models import Initiative

LANGS = ("cy", "en")
TEXTS = ("title", "what", "reasons", "minority", "because")
FIGURES = ("in_favour", "against", "abstained", "pence", "minutes")


def as_record(decision: Decision) -> dict[str, Any]:
    """Return all that was published at that moment; what came later stands beside it.

    Names of advisers stand apart under `names`, which is not sealed: they can be forgotten.
    """
    advice = sorted(decision.advice.all(), key=by_id)
    return {
        "id": str(decision.id),
        "kind": decision.kind,
        "about_kind": decision.about_kind,
        "about": _id(decision.about_id),
        "initiative": _id(decision.initiative_id),
        "right": decision.right,
        "method": decision.method,
        **both(decision, *TEXTS),
        **{name: getattr(decision, name) for name in FIGURES},
        "organisation": _id(decision.organisation_id),
        "clock_on": day(decision.clock_on),
        "effective_on": day(decision.effective_on),
        "review_on": day(decision.review_on),
        "decided_on": day(timezone.localdate(decision.decided_at)),
        "replaces": _id(decision.replaces_id),
        "evidence": [_evidence(one) for one in sorted(decision.evidence.all(), key=by_id)],
        "advice": [_advice(one) for one in advice],
        "names": {str(one.id): one.adviser for one in advice if one.adviser},
    }


def by_id(row: Any) -> Any:
    """Sort rows in the order in which they were made."""
    return row.id


def _evidence(one: EvidenceItem) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in ("source", "link", "words", "language")}
    return {**both(one, "claim"), **plain, "on": day(one.on)}


def _advice(one: AdviceGiven) -> dict[str, Any]:
    return {"id": str(one.id), **both(one, "interest", "words")}


def overruling_as_record(one: Overruling) -> dict[str, Any]:
    """Return what was signed."""
    return {
        "decision": str(one.decision_id),
        "organisation": str(one.organisation_id),
        "name": one.name,
        **both(one, "role", "reason", "instead"),
        "signed_on": day(one.signed_on),
        "clock_on": day(one.clock_on),
        "came_in_writing": one.came_in_writing,
    }


def names_of(decision: Decision) -> dict[str, Any]:
    """Return the names that stand behind ids, for who reads the file alone."""
    return {
        "initiative": _title(decision.initiative),
        "organisation": both(decision.organisation, "name") if decision.organisation else None,
    }


def _title(initiative: Initiative | None) -> dict[str, str] | None:
    return both(initiative, "title") if initiative else None


def both(row: Any, *names: str) -> dict[str, str]:
    return {f"{name}_{lang}": getattr(row, f"{name}_{lang}") for name in names for lang in LANGS}


def day(value: Any) -> str | None:
    return value.isoformat() if value else None


def _id(value: Any) -> str | None:
    return str(value) if value else None
