"""What is true of ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.ideas.models.cut import Cut, CutLine, Why
from gyda.need.ideas.models.idea import Idea, IdeaPicture, State
from gyda.need.ideas.models.joining import JoinedPoint, Joining
from gyda.need.ideas.models.point import Point, PointState, PointSupport, Side
from gyda.need.ideas.models.policy import IdeaCategory, IdeaPolicy
from gyda.need.ideas.models.support import How, Support

__all__ = [
    "Cut",
    "CutLine",
    "How",
    "Idea",
    "IdeaCategory",
    "IdeaPicture",
    "IdeaPolicy",
    "JoinedPoint",
    "Joining",
    "Point",
    "PointState",
    "PointSupport",
    "Side",
    "State",
    "Support",
    "Why",
]
