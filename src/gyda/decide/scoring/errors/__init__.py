"""What can stand in the way of a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.scoring.errors.people import (
    ConsentFirst,
    NotTheWorker,
    NotYours,
    SameAdult,
    ScoresThemselves,
    TakesPartAlready,
    TwoAdultsFirst,
)
from gyda.decide.scoring.errors.questions import (
    Begun,
    EnoughQuestions,
    TooManyPoints,
    WeightNeedsReason,
)
from gyda.decide.scoring.errors.results import Decided, NoSingleFirst, NotAllScored, StandardsFirst

__all__ = [
    "Begun",
    "ConsentFirst",
    "Decided",
    "EnoughQuestions",
    "NoSingleFirst",
    "NotAllScored",
    "NotTheWorker",
    "NotYours",
    "SameAdult",
    "ScoresThemselves",
    "StandardsFirst",
    "TakesPartAlready",
    "TooManyPoints",
    "TwoAdultsFirst",
    "WeightNeedsReason",
]
