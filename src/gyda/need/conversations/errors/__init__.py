"""What can stand in the way in a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations.errors.answering import NoSuchSeat, NotAsked, NothingToTake, NotOpen
from gyda.need.conversations.errors.base import (
    ConsentIsNarrower,
    ConversationError,
    MembersOnly,
    NotYours,
)
from gyda.need.conversations.errors.ending import IsOpen, SayWhatIsNext, StillOpen
from gyda.need.conversations.errors.judging import (
    JudgedAlready,
    NothingToAppeal,
    OwnJudgement,
    OwnStatement,
    ReasonIsMissing,
    WordsAreMissing,
)
from gyda.need.conversations.errors.opening import (
    AnyoneMayRead,
    AskAtLeastFive,
    ClosesBefore,
    HearsBefore,
    HubSaysMembersOnly,
)
from gyda.need.conversations.errors.sheets import SheetEmpty, SheetTyped, SheetUnknown
from gyda.need.conversations.errors.statements import (
    EnoughForNow,
    NotTheSame,
    SaidAlready,
    SameLanguage,
    TakesNoStatements,
    TooLong,
)

__all__ = [
    "AnyoneMayRead",
    "AskAtLeastFive",
    "ClosesBefore",
    "ConsentIsNarrower",
    "ConversationError",
    "EnoughForNow",
    "HearsBefore",
    "HubSaysMembersOnly",
    "IsOpen",
    "JudgedAlready",
    "MembersOnly",
    "NoSuchSeat",
    "NotAsked",
    "NotOpen",
    "NotTheSame",
    "NotYours",
    "NothingToAppeal",
    "NothingToTake",
    "OwnJudgement",
    "OwnStatement",
    "ReasonIsMissing",
    "SaidAlready",
    "SameLanguage",
    "SayWhatIsNext",
    "SheetEmpty",
    "SheetTyped",
    "SheetUnknown",
    "StillOpen",
    "TakesNoStatements",
    "TooLong",
    "WordsAreMissing",
]
