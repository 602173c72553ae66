"""The tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.decisions.models import (
    AdviceGiven,
    Decision,
    DecisionAppeal,
    EvidenceItem,
    LookBack,
    Overruling,
)

__all__ = [
    "AdviceGiven",
    "Decision",
    "DecisionAppeal",
    "EvidenceItem",
    "LookBack",
    "Overruling",
]
