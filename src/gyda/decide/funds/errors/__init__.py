"""What can stand in the way of money."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.funds.errors.amounts import (
    MoreThanDecided,
    MoreThanGranted,
    NothingLeft,
    NotSoMuchLeft,
    NotSoMuchPaid,
    TooMuchToRepay,
)
from gyda.decide.funds.errors.base import (
    ActForYourself,
    FundError,
    KeyTaken,
    NotYourMoney,
    OwnPayment,
    SecondPerson,
    StewardsOnly,
)
from gyda.decide.funds.errors.bids import (
    BidElsewhere,
    BidPromised,
    MoreThanAsked,
    NothingToInvest,
)
from gyda.decide.funds.errors.closing import (
    FundClosed,
    PaymentsWait,
    PromisesStand,
    RepaymentsStand,
    StillInIt,
)
from gyda.decide.funds.errors.evidence import (
    ActivePdf,
    BadFile,
    FileTooHeavy,
    NoEvidence,
    SayWhatItShows,
)
from gyda.decide.funds.errors.grants import (
    ChangeWaits,
    GrantTooLarge,
    LimitsOutOfOrder,
    NeedsDecision,
    NoSmallGrants,
    OwnGrant,
    SettingThere,
)
from gyda.decide.funds.errors.promises import (
    DecisionElsewhere,
    DecisionHoldsNot,
    DecisionOverruled,
    NotItsTime,
    SettledAlready,
    WhichPayee,
    WithoutReason,
)

__all__ = [
    "ActForYourself",
    "ActivePdf",
    "BadFile",
    "BidElsewhere",
    "BidPromised",
    "ChangeWaits",
    "DecisionElsewhere",
    "DecisionHoldsNot",
    "DecisionOverruled",
    "FileTooHeavy",
    "FundClosed",
    "FundError",
    "KeyTaken",
    "GrantTooLarge",
    "LimitsOutOfOrder",
    "MoreThanAsked",
    "MoreThanDecided",
    "MoreThanGranted",
    "NeedsDecision",
    "NoEvidence",
    "NoSmallGrants",
    "NotItsTime",
    "NotSoMuchLeft",
    "NotSoMuchPaid",
    "NotYourMoney",
    "NothingLeft",
    "NothingToInvest",
    "OwnGrant",
    "OwnPayment",
    "PaymentsWait",
    "PromisesStand",
    "RepaymentsStand",
    "SayWhatItShows",
    "SecondPerson",
    "SettingThere",
    "SettledAlready",
    "StewardsOnly",
    "StillInIt",
    "TooMuchToRepay",
    "WhichPayee",
    "WithoutReason",
]
