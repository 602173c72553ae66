"""What can stand in the way of a panel."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.panels.errors.advising import AdvisesAlready, NotAnAdviser, SitsAlready
from gyda.decide.panels.errors.drawing import NoEmptySeat, NoReserve, NotDice, RollAgain
from gyda.decide.panels.errors.meetings import (
    NobodyToPay,
    NoMember,
    NotHeldYet,
    SettledAlready,
    TrainingFirst,
)
from gyda.decide.panels.errors.opening import (
    ClerkOnly,
    CloseLater,
    NameTheSource,
    NotNow,
    PayInTwoWays,
    PurgeFirst,
)
from gyda.decide.panels.errors.pool import (
    AdvisersStayOut,
    AnswerAll,
    InAlready,
    NoSuchGroup,
    NotInThePool,
    PoolIsGone,
    ProfessionalsStayOut,
    TooFewPeople,
    UnknownPlace,
)
from gyda.decide.panels.errors.promises import (
    NoPromise,
    NotAllRevealed,
    NotAsPromised,
    PromisedAlready,
    PromiseFirst,
)
from gyda.decide.panels.errors.quotas import (
    FeatureTwice,
    GroupsDiffer,
    NoFigures,
    NoQuotas,
    PoolHasPeople,
    QuotaCrossed,
    TooFewGroups,
)
from gyda.decide.panels.errors.sitting import NotASeat, NotLikeThePeople, RuleBroken, TrainFirst
from gyda.decide.panels.errors.voting import (
    ChairOrClerk,
    NotCarried,
    PublishedAlready,
    TooFewVoted,
    VotedAlready,
)

__all__ = [
    "AdvisersStayOut",
    "AdvisesAlready",
    "AnswerAll",
    "ChairOrClerk",
    "ClerkOnly",
    "CloseLater",
    "FeatureTwice",
    "GroupsDiffer",
    "InAlready",
    "NameTheSource",
    "NoEmptySeat",
    "NoFigures",
    "NoMember",
    "NoPromise",
    "NoQuotas",
    "NoReserve",
    "NoSuchGroup",
    "NobodyToPay",
    "NotASeat",
    "NotAllRevealed",
    "NotAnAdviser",
    "NotAsPromised",
    "NotCarried",
    "NotDice",
    "NotHeldYet",
    "NotInThePool",
    "NotLikeThePeople",
    "NotNow",
    "PayInTwoWays",
    "PoolHasPeople",
    "PoolIsGone",
    "ProfessionalsStayOut",
    "PromiseFirst",
    "PromisedAlready",
    "PublishedAlready",
    "PurgeFirst",
    "QuotaCrossed",
    "RollAgain",
    "RuleBroken",
    "SettledAlready",
    "SitsAlready",
    "TooFewGroups",
    "TooFewPeople",
    "TooFewVoted",
    "TrainFirst",
    "TrainingFirst",
    "UnknownPlace",
    "VotedAlready",
]
