"""Who lives here."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping

from gyda.heard.models import PopulationGroup, PopulationTable, Question
from gyda.heard.places import known

Population = Mapping[str, Mapping[str, int]]  # question -> group -> people


def table() -> PopulationTable | None:
    """Return where the hub's figures are from."""
    return PopulationTable.objects.select_related("loaded_by").first()


def loaded() -> dict[str, dict[str, int]]:
    """Return the people of each group as the steward gave them."""
    found: dict[str, dict[str, int]] = {}
    for row in PopulationGroup.objects.order_by("question", "group"):
        found.setdefault(row.question, {})[row.group] = row.people
    return found


def population() -> Population:
    """Return the same, with the fifths of the hub's own table of areas."""
    fifths = known().residents()
    return loaded() | ({Question.AREA.value: fifths} if sum(fifths.values()) else {})
