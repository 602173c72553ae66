"""What is true in the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.models.activity import Activity, Attendance, Organiser
from gyda.deliver.models.category import Category
from gyda.deliver.models.exchange import Exchange
from gyda.deliver.models.gift import Gift
from gyda.deliver.models.listing import Listing
from gyda.deliver.models.picture import Picture
from gyda.deliver.models.policy import Policy, StartGift
from gyda.deliver.models.steps import ExchangeStep, HowItWas, Thanks
from gyda.deliver.models.word import ListingWord
from gyda.deliver.paper.models import (
    HandOut,
    Note,
    NoteBatch,
    NoteKey,
    Refusal,
    StatementChoice,
)

__all__ = [
    "Activity",
    "Attendance",
    "Category",
    "Exchange",
    "ExchangeStep",
    "Gift",
    "HandOut",
    "HowItWas",
    "Listing",
    "ListingWord",
    "Note",
    "NoteBatch",
    "NoteKey",
    "Organiser",
    "Picture",
    "Policy",
    "Refusal",
    "StartGift",
    "StatementChoice",
    "Thanks",
]

from gyda.deliver.figures import models as _figures  # noqa: E402, F401  # their tables are ours
from gyda.deliver.matching import models as _matching  # noqa: E402, F401  # and
from gyda.deliver.venues import models as _venues  # noqa: E402, F401  # too
