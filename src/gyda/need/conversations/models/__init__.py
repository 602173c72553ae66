"""What is true of a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations.models.conversation import (
    Conversation,
    Moderation,
    State,
    VoicePolicy,
    Voters,
)
from gyda.need.conversations.models.judging import Appeal, Judgement, Outcome, Reason
from gyda.need.conversations.models.participant import Participant, Source
from gyda.need.conversations.models.places import Room, Sheet
from gyda.need.conversations.models.statement import Standing, Statement
from gyda.need.conversations.models.vote import Answer, Change, Vote

__all__ = [
    "Answer",
    "Appeal",
    "Change",
    "Conversation",
    "Judgement",
    "Moderation",
    "Outcome",
    "Participant",
    "Reason",
    "Room",
    "Sheet",
    "Source",
    "Standing",
    "State",
    "Statement",
    "VoicePolicy",
    "Vote",
    "Voters",
]
