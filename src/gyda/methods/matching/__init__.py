"""Matching: who could help whom, why, and a fair week of asking."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.matching.gates import Gate
from gyda.methods.matching.model import Ask, Community, Offer, Person, Rules, Weights, Where
from gyda.methods.matching.ranking import asks_for, fits, helpers_for
from gyda.methods.matching.reasons import ABOUT_HELPER, Match, Reason
from gyda.methods.matching.week import week

__all__ = [
    "ABOUT_HELPER",
    "Ask",
    "Community",
    "Gate",
    "Match",
    "Offer",
    "Person",
    "Reason",
    "Rules",
    "Weights",
    "Where",
    "asks_for",
    "fits",
    "helpers_for",
    "week",
]
