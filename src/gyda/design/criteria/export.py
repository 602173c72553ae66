"""Criteria as open data: every version that was published; how many cases, from five on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from django.db.models import Count

from gyda.design.criteria.models import Case, Outcome, RuleSet, RuleVersion
from gyda.methods.representativeness import LEAST, suppressed

LANGS = ("cy", "en")
CHUNK = 200


def records() -> Iterator[dict[str, Any]]:
    """Give every set of rules, oldest first."""
    return (as_data(row) for row in RuleSet.objects.order_by("id").iterator(CHUNK))


def as_data(rule_set: RuleSet) -> dict[str, Any]:
    """Return a set; nobody is named but who signed a reason in public."""
    rows = RuleVersion.objects.published().filter(rule_set=rule_set).order_by("number")
    counts = _counts(rule_set)
    return {
        "id": str(rule_set.id),
        "initiative": str(rule_set.initiative_id),
        **_both(rule_set, "title", "about"),
        "need": rule_set.need or None,
        "versions": [{**_version(row), "cases": counts.get(row.id)} for row in rows],
    }


def _version(row: RuleVersion) -> dict[str, Any]:
    return {
        "number": row.number,
        "adopted_on": _day(row.adopted_on),
        "sunset_on": _day(row.sunset_on),
        "replaced_on": _day(row.replaced_on),
        "sha256": row.digest,
        "table": row.table,
        "impact": _whole(row.impact),
        **_both(row, "reason"),
        "signed_by": row.signed_by,
    }


def _counts(rule_set: RuleSet) -> dict[Any, dict[str, int | None]]:
    """Return how many cases each version decided which way; under five are held back."""
    rows = Case.objects.filter(version__rule_set=rule_set).values("version_id", "outcome")
    told: dict[Any, dict[str, int]] = {}
    for row in rows.annotate(n=Count("id")).order_by("version_id", "outcome"):
        counts = told.setdefault(
            row["version_id"], {Outcome.ELIGIBLE.value: 0, Outcome.NOT.value: 0}
        )
        counts[row["outcome"]] = row["n"]
    return {version: dict(suppressed(counts, LEAST).groups) for version, counts in told.items()}


def _whole(value: Any) -> Any:
    """Return the same with fractions as text: what is sealed has whole numbers only."""
    if isinstance(value, float):
        return f"{value:.6f}"
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list) else value


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _both(row: Any, *names: str) -> dict[str, str]:
    return {f"{name}_{lang}": getattr(row, f"{name}_{lang}") for name in names for lang in LANGS}
