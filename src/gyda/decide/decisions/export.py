"""Decisions as open data: everything the pages say; advisers only by their interest."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from gyda.decide.decisions import record
from gyda.decide.decisions.models import AdviceGiven, Decision, EvidenceItem, LookBack

CHUNK = 200


def records() -> Iterator[dict[str, Any]]:
    """Give every decision, oldest first: those corrected too, each saying what replaced it."""
    rows = Decision.objects.select_related("initiative", "organisation").prefetch_related(
        Prefetch("evidence", queryset=EvidenceItem.objects.order_by("id")),
        Prefetch("advice", queryset=AdviceGiven.objects.order_by("id")),
        "overruling",
    )
    looked: dict[Any, list[dict[str, Any]]] = {}
    for one in LookBack.objects.order_by("id"):
        looked.setdefault(one.decision_id, []).append(look_back(one))
    for decision in rows.order_by("id").iterator(CHUNK):
        yield as_data(decision, looked.get(decision.id, []))


def as_data(decision: Decision, looked: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a decision with what came after it; no adviser is named."""
    data = record.as_record(decision)
    del data["names"]
    made = next(iter(decision.overruling.all()), None)
    return data | {
        "overruling": record.overruling_as_record(made) if made else None,
        "replaced_by": str(decision.replaced_by_id) if decision.replaced_by_id else None,
        "looked_back": looked,
    }


def look_back(one: LookBack) -> dict[str, Any]:
    """Return what became of a decision, as it was said on a day."""
    return {
        "fate": one.fate,
        **record.both(one, "words"),
        "next_on": record.day(one.next_on),
        "on": one.at.date().isoformat(),
    }
