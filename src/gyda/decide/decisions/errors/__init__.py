"""What can stand in the way of a decision, and of what comes after it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.decisions.errors.after import (
    AppealAnswered,
    AppealedAlready,
    HoldsNoMore,
    LookAgainWhen,
    OwnDecision,
)
from gyda.decide.decisions.errors.overruling import (
    ClockRanOut,
    NothingToOverrule,
    NotYoursToOverrule,
    OverruledAlready,
    SignedWhen,
)
from gyda.decide.decisions.errors.publishing import (
    InBothTongues,
    NoRight,
    NotYoursToRecord,
    ReviewTooEarly,
    StewardsThemselves,
    StillObjections,
)

__all__ = [
    "AppealAnswered",
    "AppealedAlready",
    "ClockRanOut",
    "HoldsNoMore",
    "InBothTongues",
    "LookAgainWhen",
    "NoRight",
    "NotYoursToOverrule",
    "NotYoursToRecord",
    "NothingToOverrule",
    "OverruledAlready",
    "OwnDecision",
    "ReviewTooEarly",
    "SignedWhen",
    "StewardsThemselves",
    "StillObjections",
]
