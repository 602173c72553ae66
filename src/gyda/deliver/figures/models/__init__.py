"""Tables of counted figures; all but the connectors' time and the areas can be counted anew."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.figures.models.area import Area, AreaTable
from gyda.deliver.figures.models.flow import Flow, Reckoning
from gyda.deliver.figures.models.period import Grain, Part, Period, Sort
from gyda.deliver.figures.models.standing import Standing
from gyda.deliver.figures.models.work import ConnectorTime, Task

__all__ = [
    "Area",
    "AreaTable",
    "ConnectorTime",
    "Flow",
    "Grain",
    "Part",
    "Period",
    "Reckoning",
    "Sort",
    "Standing",
    "Task",
]
