"""What is true of criteria."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.criteria.models.case import Appeal, Case
from gyda.design.criteria.models.help import Help, Need
from gyda.design.criteria.models.line import Example, Fact, Rule
from gyda.design.criteria.models.policy import CriteriaPolicy
from gyda.design.criteria.models.population import TrialPopulation
from gyda.design.criteria.models.rule_set import RuleSet
from gyda.design.criteria.models.version import Hit, Outcome, RuleVersion, State

__all__ = [
    "Appeal",
    "Case",
    "Example",
    "Fact",
    "Help",
    "Hit",
    "Need",
    "Outcome",
    "CriteriaPolicy",
    "TrialPopulation",
    "Rule",
    "RuleSet",
    "State",
    "RuleVersion",
]
