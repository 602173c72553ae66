"""What is true of who takes part, and of what they need to take part."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.heard.models.about import Answer, Question
from gyda.heard.models.meeting import Coming, Meeting, SharedNeed
from gyda.heard.models.passport import PassportNeed
from gyda.heard.models.population import PopulationGroup, PopulationTable
from gyda.heard.models.reading import Reading, Unnamed

__all__ = [
    "Answer",
    "Coming",
    "Meeting",
    "PassportNeed",
    "PopulationGroup",
    "PopulationTable",
    "Question",
    "Reading",
    "SharedNeed",
    "Unnamed",
]
