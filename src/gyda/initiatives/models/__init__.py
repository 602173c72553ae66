"""What is true of an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.initiatives.models.handover import Handover
from gyda.initiatives.models.initiative import Initiative, Programme
from gyda.initiatives.models.invitation import Invitation
from gyda.initiatives.models.stage import Lead, Move, Right, Say, Stage
from gyda.initiatives.models.team import Follow, Seat, Side
from gyda.initiatives.models.thread import Moment

__all__ = [
    "Follow",
    "Handover",
    "Initiative",
    "Invitation",
    "Lead",
    "Moment",
    "Move",
    "Programme",
    "Right",
    "Say",
    "Seat",
    "Side",
    "Stage",
]
