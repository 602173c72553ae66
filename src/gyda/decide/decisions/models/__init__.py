"""What is true of decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.decisions.models.after import DecisionAppeal, Fate, LookBack, Overruling
from gyda.decide.decisions.models.decision import Decision, Kind, Method
from gyda.decide.decisions.models.grounds import AdviceGiven, EvidenceItem

__all__ = [
    "AdviceGiven",
    "Decision",
    "DecisionAppeal",
    "EvidenceItem",
    "Fate",
    "Kind",
    "LookBack",
    "Method",
    "Overruling",
]
