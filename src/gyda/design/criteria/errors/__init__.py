"""What can stand in the way of a rule, a decision or an appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.criteria.errors.appeals import AppealedAlready, DecidedIt, NoAppeal, NotYours
from gyda.design.criteria.errors.deciding import (
    FactsNeeded,
    NotForYou,
    NotInForce,
    OnlyBetter,
    OwnCase,
    SayWhy,
)
from gyda.design.criteria.errors.drafting import (
    ChoicesNeeded,
    DraftThere,
    NotADraft,
    TakesBasicNeed,
    UsedByRules,
)
from gyda.design.criteria.errors.publishing import (
    Blocked,
    FaultsLeft,
    NotTried,
    TestsFail,
    TooFewTests,
)
from gyda.design.criteria.errors.tables import BadTable

__all__ = [
    "AppealedAlready",
    "BadTable",
    "Blocked",
    "ChoicesNeeded",
    "DecidedIt",
    "DraftThere",
    "FactsNeeded",
    "FaultsLeft",
    "NoAppeal",
    "NotADraft",
    "NotForYou",
    "NotInForce",
    "NotTried",
    "NotYours",
    "OnlyBetter",
    "OwnCase",
    "SayWhy",
    "TakesBasicNeed",
    "TestsFail",
    "TooFewTests",
    "UsedByRules",
]
