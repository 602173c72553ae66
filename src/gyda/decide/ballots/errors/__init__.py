"""What can stand in the way of a ballot, in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots.errors.base import BallotError, NotForYou
from gyda.decide.ballots.errors.counting import FileUnread, KeyGone, NothingCast, StillOpen
from gyda.decide.ballots.errors.opening import (
    AreasMissing,
    DaysPast,
    FundEndsFirst,
    FundHasLess,
    NoDraft,
    NoElectors,
    NotJudged,
    NotThisFund,
    TwoOptions,
)
from gyda.decide.ballots.errors.options import (
    CostsMore,
    MergeOdd,
    OwnOption,
    Professionals,
    ReasonMissing,
)
from gyda.decide.ballots.errors.papers import (
    BoxClosed,
    MorePapers,
    NoSuchPaper,
    PapersWait,
    PaperUsed,
    TypedBefore,
)
from gyda.decide.ballots.errors.voting import (
    NoElector,
    NoSuchOption,
    NothingChosen,
    NotOpen,
    NotWhileActing,
    PlacesMissing,
    PlacesTwice,
    PointsOver,
    TooMany,
    VotedAlready,
)

__all__ = [
    "AreasMissing",
    "BallotError",
    "BoxClosed",
    "CostsMore",
    "DaysPast",
    "FileUnread",
    "FundEndsFirst",
    "FundHasLess",
    "KeyGone",
    "MergeOdd",
    "MorePapers",
    "NoDraft",
    "NoElector",
    "NoElectors",
    "NoSuchOption",
    "NoSuchPaper",
    "NotForYou",
    "NotJudged",
    "NotOpen",
    "NotThisFund",
    "NotWhileActing",
    "NothingCast",
    "NothingChosen",
    "OwnOption",
    "PaperUsed",
    "PapersWait",
    "PlacesMissing",
    "PlacesTwice",
    "PointsOver",
    "Professionals",
    "ReasonMissing",
    "StillOpen",
    "TooMany",
    "TwoOptions",
    "TypedBefore",
    "VotedAlready",
]
