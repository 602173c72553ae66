"""What can stand in the way of a proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.proposals.errors.amending import (
    AnsweredAlready,
    InWork,
    NotTranslated,
    PassageGone,
    SameWords,
)
from gyda.design.proposals.errors.authors import InvitedAlready, LastAuthor, NotInvited
from gyda.design.proposals.errors.costs import (
    HoursAreNoSaving,
    NothingAsked,
    PaidToday,
    WhichOrganisation,
    WhoPays,
    WhoseHours,
)
from gyda.design.proposals.errors.joining import AmendmentsWait, OtherInitiative, WithItself
from gyda.design.proposals.errors.state import (
    ForNoOrganisation,
    InitiativeEnded,
    MovedOn,
    NotAnAuthor,
    NotForYou,
    OnlyProfessionals,
)
from gyda.design.proposals.errors.versions import NothingNew, NotReady, TooMany, WithoutWhy

__all__ = [
    "AmendmentsWait",
    "AnsweredAlready",
    "ForNoOrganisation",
    "HoursAreNoSaving",
    "InWork",
    "InitiativeEnded",
    "InvitedAlready",
    "LastAuthor",
    "MovedOn",
    "NotAnAuthor",
    "NotForYou",
    "NotInvited",
    "NotReady",
    "NotTranslated",
    "NothingAsked",
    "NothingNew",
    "OnlyProfessionals",
    "OtherInitiative",
    "PaidToday",
    "PassageGone",
    "SameWords",
    "TooMany",
    "WhichOrganisation",
    "WhoPays",
    "WhoseHours",
    "WithItself",
    "WithoutWhy",
]
