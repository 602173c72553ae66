"""Quotas that no panel keeps, in words: which ones clash, and the smallest changes that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gyda.decide.panels.models import Panel, PanelDraw, PanelFeature, PanelGroup
from gyda.decide.panels.quotas import features_of, groups_of

Names = dict[tuple[str, str], tuple[PanelFeature, PanelGroup]]


@dataclass(frozen=True)
class Clashes:
    """What to tell the clerk; `ways` are numbered from 1."""

    quotas: Sequence[str]
    homes: bool
    ways: Sequence[Sequence[str]]
    too_long: bool


def clashes_of(panel: Panel, draw: PanelDraw) -> Clashes:
    """Put a fault into words."""
    names: Names = {
        (feature.code, group.code): (feature, group)
        for feature in features_of(panel)
        for group in groups_of(feature)
    }
    fault = draw.fault
    return Clashes(
        quotas=[_quota(names, *quota) for quota in fault.get("clash", [])],
        homes=bool(fault.get("homes")),
        ways=[[_change(names, *one) for one in way] for way in fault.get("ways", [])],
        too_long=fault.get("code") == "too-long",
    )


def _named(names: Names, feature: str, group: str) -> dict[str, Any]:
    found = names.get((feature, group))
    if found is None:
        return {"feature": feature, "group": group}
    return {"feature": str(found[0].name), "group": str(found[1].name)}


def _quota(names: Names, feature: str, group: str, least: int, most: int) -> str:
    words = _("%(feature)s, %(group)s: seats at least %(least)s, at most %(most)s")
    return words % (_named(names, feature, group) | {"least": least, "most": most})


def _change(names: Names, feature: str, group: str, least: int, most: int) -> str:
    words = _("%(feature)s, %(group)s: seats from now on at least %(least)s, at most %(most)s")
    return words % (_named(names, feature, group) | {"least": least, "most": most})
