"""The tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

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
    "Author",
    "CostLine",
    "Effect",
    "Feasibility",
    "Point",
    "PointSupport",
    "Proposal",
    "Support",
    "Version",
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

__all__ = [
    "Appeal",
    "Case",
    "CriteriaPolicy",
    "Example",
    "Fact",
    "Help",
    "Rule",
    "RuleSet",
    "RuleVersion",
    "TrialPopulation",
]
