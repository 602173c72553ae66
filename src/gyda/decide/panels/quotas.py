"""Quotas: worked out from who lives here, and as the lottery wants them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from gyda.decide.panels.models import Panel, PanelFeature, PanelGroup
from gyda.methods.representativeness import dissimilarity

if TYPE_CHECKING:
    from gyda.methods.lottery import Quota

FARTHEST = Fraction(1, 10)  # D of the seats against who lives here; beyond it the chair explains


def floor_and_ceiling(
    people: Mapping[str, int | None], seats: int
) -> dict[str, tuple[int, int | None]]:
    """Return the seats of each group by its share of who lives here, down and up to the next one.

    Nothing where nobody is counted. A group without a figure may have one seat, so that nobody is
    shut out.

    >>> floor_and_ceiling({"a": 60, "b": 40}, 16)
    {'a': (9, 10), 'b': (6, 7)}
    """
    total = sum(count or 0 for count in people.values())
    if not total:
        return {}
    shares = {name: Fraction(seats * (count or 0), total) for name, count in people.items()}
    return {name: (floor(share), max(1, ceil(share))) for name, share in shares.items()}


def features_of(panel: Panel) -> list[PanelFeature]:
    """Return the questions of a panel, each with its groups in their order."""
    rows = PanelFeature.objects.filter(panel=panel).order_by("place")
    features = list(rows)
    groups: dict[object, list[PanelGroup]] = {}
    for group in PanelGroup.objects.filter(feature__in=features).order_by("place"):
        groups.setdefault(group.feature_id, []).append(group)
    for feature in features:
        feature.in_order = groups.get(feature.id, [])  # type: ignore[attr-defined]
    return features


def groups_of(feature: PanelFeature) -> list[PanelGroup]:
    """Return the groups that were read with the question, or read them."""
    known: list[PanelGroup] | None = getattr(feature, "in_order", None)
    return list(feature.groups.order_by("place")) if known is None else known


def as_quotas(features: Iterable[PanelFeature]) -> "tuple[Quota, ...]":
    """Return the quotas as the lottery wants them, by codes."""
    from gyda.methods.lottery import Quota

    return tuple(
        Quota(feature.code, group.code, group.least, group.most)
        for feature in features
        for group in groups_of(feature)
    )


@dataclass(frozen=True)
class Apart:
    """How far the seats are from who lives here, in one question."""

    feature: PanelFeature
    value: Fraction

    @property
    def is_too_far(self) -> bool:
        return self.value > FARTHEST

    @property
    def shown(self) -> str:
        """Four decimals, as in the record."""
        return f"{float(self.value):.4f}"


def apart(feature: PanelFeature, answers: Iterable[Mapping[str, str]]) -> Apart | None:
    """Return D = ½ Σ |s - p| of those who sit; nothing without figures or without anybody."""
    groups = groups_of(feature)
    total = sum(group.people or 0 for group in groups)
    said = [one.get(feature.code, "") for one in answers]
    counts = [said.count(group.code) for group in groups]
    if not total or not sum(counts):
        return None
    shares = [Fraction(group.people or 0, total) for group in groups]
    return Apart(feature, dissimilarity(counts, shares))
