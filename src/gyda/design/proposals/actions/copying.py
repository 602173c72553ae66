"""A copy of a version to work on, with its costs and groups; and whether two say the same."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils import timezone

from gyda.design.proposals.models import CostLine, Effect, Version
from gyda.design.proposals.queries import costs_in, effects_in
from gyda.people.models import Member

WORDS = ("language", "title_cy", "title_en", "what_cy", "what_en")
COST = (
    "purpose", "rhythm", "what_cy", "what_en", "pence", "minutes", "payer", "organisation_id",
    "hours_of", "replaces_paid",
)  # fmt: skip
EFFECT = ("group_cy", "group_en", "gains_cy", "gains_en", "loses_cy", "loses_en")


def copy_of(version: Version, *, by: Member, **changed: Any) -> Version:
    """Return a version without a number that says the same but for what changed."""
    columns = _columns(version, WORDS) | changed
    copy = Version.objects.create(
        proposal_id=version.proposal_id, by=by, at=timezone.now(),
        translated_by_id=version.translated_by_id, **columns,
    )  # fmt: skip
    costs = [
        CostLine(hub_id=copy.hub_id, version=copy, **_columns(line, COST))
        for line in costs_in(version)
    ]
    effects = [
        Effect(hub_id=copy.hub_id, version=copy, **_columns(one, EFFECT))
        for one in effects_in(version)
    ]
    CostLine.objects.bulk_create(costs)
    Effect.objects.bulk_create(effects)
    return copy


def _columns(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def same(one: Version, other: Version) -> bool:
    """Tell whether two versions say the same."""
    return _columns(one, WORDS) == _columns(other, WORDS) and _lines(one) == _lines(other)


def _lines(version: Version) -> list[dict[str, Any]]:
    costs = [_columns(line, COST) for line in costs_in(version)]
    return costs + [_columns(one, EFFECT) for one in effects_in(version)]
