"""Appraisal: what a plan costs and brings, exactly, with every assumption named and a range."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.appraisal.cash import in_prices_of, npv, payback, present_values
from gyda.methods.appraisal.cost_benefit import (
    GMCA_2014,
    Benefit,
    Cost,
    CostBenefit,
    OptimismBias,
    cost_benefit,
)
from gyda.methods.appraisal.discount import (
    GREEN_BOOK,
    GREEN_BOOK_HEALTH,
    Discounting,
    Step,
    in_force,
)
from gyda.methods.appraisal.exact import Number, Range, exact, ranged
from gyda.methods.appraisal.multiplier import Multiplier, Spending, lm3, multiplier
from gyda.methods.appraisal.social_return import Outcome, SocialReturn, social_return
from gyda.methods.appraisal.wellby import VALUE_2019, Wellbeing, WellbyValue, wellbeing

__all__ = [
    "GMCA_2014",
    "GREEN_BOOK",
    "GREEN_BOOK_HEALTH",
    "VALUE_2019",
    "Benefit",
    "Cost",
    "CostBenefit",
    "Discounting",
    "Multiplier",
    "Number",
    "OptimismBias",
    "Outcome",
    "Range",
    "SocialReturn",
    "Spending",
    "Step",
    "Wellbeing",
    "WellbyValue",
    "cost_benefit",
    "exact",
    "in_force",
    "in_prices_of",
    "lm3",
    "multiplier",
    "npv",
    "payback",
    "present_values",
    "ranged",
    "social_return",
    "wellbeing",
]
