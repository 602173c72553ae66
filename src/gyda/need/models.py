"""What is true of what people need: the tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations.models import (
    Appeal,
    Change,
    Conversation,
    Judgement,
    Participant,
    Room,
    Sheet,
    Statement,
    VoicePolicy,
    Vote,
)
from gyda.need.gifts.models import Asset, Story
from gyda.need.ideas.models import (
    Cut,
    CutLine,
    Idea,
    IdeaCategory,
    IdeaPicture,
    IdeaPolicy,
    JoinedPoint,
    Joining,
    Point,
    PointSupport,
    Support,
)
from gyda.need.map.models import Coming, Map
from gyda.need.open_letters.models import LetterPolicy, OpenLetter, Signature
from gyda.need.rulings.models import Ruling

__all__ = [
    "Appeal",
    "Asset",
    "Change",
    "Coming",
    "Conversation",
    "Cut",
    "CutLine",
    "Idea",
    "IdeaCategory",
    "IdeaPicture",
    "IdeaPolicy",
    "JoinedPoint",
    "Joining",
    "Judgement",
    "LetterPolicy",
    "Map",
    "OpenLetter",
    "Participant",
    "Point",
    "PointSupport",
    "Room",
    "Ruling",
    "Sheet",
    "Signature",
    "Statement",
    "Story",
    "Support",
    "VoicePolicy",
    "Vote",
]
