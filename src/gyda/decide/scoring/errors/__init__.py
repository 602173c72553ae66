"""What can stand in the way of a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.scoring.errors.people import (
    AdultLacksCheck,
    ConsentFirst,
    NotTheWorker,
    NotYetMet,
    NotYours,
    PairFull,
    PartnerFirst,
    SameAdult,
    ScoresThemselves,
    TakesPartAlready,
    TrainingFirst,
    TwoAdultsFirst,
    YoungPeopleOnly,
)
from gyda.decide.scoring.errors.questions import (
    Begun,
    EnoughQuestions,
    TooManyPoints,
    WeightNeedsReason,
    WeightsStand,
)
from gyda.decide.scoring.errors.results import (
    Decided,
    NoSingleFirst,
    NotAllScored,
    PairsFirst,
    StandardsFirst,
)

__all__ = [
    "AdultLacksCheck",
    "Begun",
    "ConsentFirst",
    "Decided",
    "EnoughQuestions",
    "NoSingleFirst",
    "NotAllScored",
    "NotTheWorker",
    "NotYetMet",
    "NotYours",
    "PairFull",
    "PairsFirst",
    "PartnerFirst",
    "SameAdult",
    "ScoresThemselves",
    "StandardsFirst",
    "TakesPartAlready",
    "TooManyPoints",
    "TrainingFirst",
    "TwoAdultsFirst",
    "WeightNeedsReason",
    "WeightsStand",
    "YoungPeopleOnly",
]
