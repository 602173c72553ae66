"""The file of a pool before anybody stands in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from gyda.decide.panels.models import PanelFeature
from gyda.decide.panels.quotas import groups_of


def header_of(features: Iterable[PanelFeature]) -> tuple[list[str], list[list[str]]]:
    """Return the first line, and below each question what can be said, one code a line."""
    asked = list(features)
    codes = [[group.code for group in groups_of(feature)] for feature in asked]
    longest = max((len(column) for column in codes), default=0)
    rows = [
        ["", "", "", *(column[row] if row < len(column) else "" for column in codes)]
        for row in range(longest)
    ]
    return ["id", "name", "contact", *(feature.code for feature in asked)], rows
