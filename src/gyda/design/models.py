"""The tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.criteria.models import (
    Appeal,
    Case,
    CriteriaPolicy,
    Example,
    Fact,
    Help,
    Rule,
    RuleSet,
    RuleVersion,
    TrialPopulation,
)
from gyda.design.proposals.models import (
    Amendment,
    Author,
    CostLine,
    Effect,
    Feasibility,
    Point,
    PointSupport,
    Proposal,
    Support,
    Version,
)

__all__ = [
    "Amendment",
    "Appeal",
    "Author",
    "Case",
    "CostLine",
    "CriteriaPolicy",
    "Effect",
    "Example",
    "Fact",
    "Feasibility",
    "Help",
    "Point",
    "PointSupport",
    "Proposal",
    "Rule",
    "RuleSet",
    "RuleVersion",
    "Support",
    "TrialPopulation",
    "Version",
]
