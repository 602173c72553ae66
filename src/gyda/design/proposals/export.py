"""Proposals as open data: words, costs, who gains and loses, what was answered; nobody is named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from gyda.design.proposals.costing import add_up
from gyda.design.proposals.models import (
    Amendment,
    Author,
    CostLine,
    Effect,
    Feasibility,
    Proposal,
    Version,
)
from gyda.design.proposals.queries import FEWEST
from gyda.design.proposals.rules import together

CHUNK = 200
SUMS = (
    "pence_once", "pence_yearly", "minutes_once", "minutes_yearly", "fund_once", "fund_yearly",
    "taking_part_once", "taking_part_yearly", "saved_once", "saved_yearly", "citizens_once",
    "citizens_yearly",
)  # fmt: skip
HEADER = (
    "id", "initiative", "state", "outcome", "version", "title_cy", "title_en", "written_by",
    "supports", "amendments_accepted", "amendments_declined", "on", *SUMS,
)  # fmt: skip
COST = (
    "purpose", "rhythm", "what_cy", "what_en", "pence", "minutes", "payer", "hours_of",
    "replaces_paid",
)  # fmt: skip
EFFECT = ("group_cy", "group_en", "gains_cy", "gains_en", "loses_cy", "loses_en")


def records() -> Iterator[dict[str, Any]]:
    """Give every proposal that is no draft, oldest first."""
    return of(Proposal.objects.public())


def of(proposals: Any) -> Iterator[dict[str, Any]]:
    """Give some of them."""
    rows = proposals.filter(latest__gte=1).order_by("id").iterator(CHUNK)
    while some := [row for _number, row in zip(range(CHUNK), rows, strict=False)]:
        yield from _chunk(some)


def _chunk(proposals: list[Proposal]) -> Iterator[dict[str, Any]]:
    """Give as many as are looked up together."""
    ids = [one.id for one in proposals]
    versions = Version.objects.newest().filter(proposal__in=ids)
    newest = {version.proposal_id: version for version in versions}
    numbers = [version.id for version in newest.values()]
    costs = _by(CostLine.objects.filter(version__in=numbers).order_by("id"), "version_id")
    effects = _by(Effect.objects.filter(version__in=numbers).order_by("id"), "version_id")
    said = _by(Feasibility.objects.filter(version__in=numbers).order_by("id"), "version_id")
    authors = _by(Author.objects.writing().filter(proposal__in=ids), "proposal_id")
    answers = _answers(ids)
    for one in proposals:
        version = newest[one.id]
        lines = costs[version.id]
        yield {
            **_line(one, version),
            "written_by": together(row.side for row in authors[one.id]),
            **answers.get(one.id, {"amendments_accepted": 0, "amendments_declined": 0}),
            **{name: getattr(add_up(lines), name) for name in SUMS},
            "costs": [{name: getattr(row, name) for name in COST} for row in lines],
            "effects": [
                {name: getattr(row, name) for name in EFFECT} for row in effects[version.id]
            ],
            "feasibility": [
                {"verdict": row.verdict, "because": row.because, "language": row.language,
                 "organisation": str(row.organisation_id)}
                for row in said[version.id]
            ],
        }  # fmt: skip


def _by(rows: Any, name: str) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _line(proposal: Proposal, version: Version) -> dict[str, Any]:
    few = proposal.supports < FEWEST
    return {
        "id": str(proposal.id),
        "initiative": str(proposal.initiative_id),
        "state": proposal.state,
        "outcome": proposal.outcome,
        "version": version.number,
        "title_cy": version.title_cy,
        "title_en": version.title_en,
        "what_cy": version.what_cy,
        "what_en": version.what_en,
        "language": version.language,
        "supports": None if few else proposal.supports,
        "merged_into": str(proposal.merged_into_id) if proposal.merged_into_id else None,
        "decision": str(proposal.decided_id) if proposal.decided_id else None,
        "on": proposal.at.date().isoformat(),
    }


def _answers(ids: list[UUID]) -> dict[UUID, dict[str, int]]:
    rows = Amendment.objects.filter(version__proposal__in=ids).values("version__proposal_id")
    counted: Any = rows.annotate(
        amendments_accepted=Count("id", filter=Q(state="ACCEPTED")),
        amendments_declined=Count("id", filter=Q(state="DECLINED")),
    )
    return {row.pop("version__proposal_id"): row for row in counted}
