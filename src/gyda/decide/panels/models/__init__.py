"""What is true of panels."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.panels.models.draw import PanelDraw, PanelPromise, Phase
from gyda.decide.panels.models.feature import PanelFeature, PanelGroup
from gyda.decide.panels.models.hearing import (
    MeetingKind,
    Owed,
    PanelAdviser,
    PanelAlert,
    PanelClaim,
    PanelEvidence,
    PanelMeeting,
    PanelQuestion,
    PanelReply,
)
from gyda.decide.panels.models.motion import Choice, PanelMotion, PanelVote, Rule
from gyda.decide.panels.models.panel import Panel, PanelState, Pay, Way
from gyda.decide.panels.models.pool import (
    Came,
    PanelInvitation,
    PanelSeat,
    PoolPerson,
    Sits,
)

__all__ = [
    "Came",
    "Choice",
    "MeetingKind",
    "Owed",
    "Panel",
    "PanelAdviser",
    "PanelAlert",
    "PanelClaim",
    "PanelDraw",
    "PanelEvidence",
    "PanelFeature",
    "PanelGroup",
    "PanelInvitation",
    "PanelMeeting",
    "PanelMotion",
    "PanelPromise",
    "PanelQuestion",
    "PanelReply",
    "PanelSeat",
    "PanelState",
    "PanelVote",
    "Pay",
    "Phase",
    "PoolPerson",
    "Rule",
    "Sits",
    "Way",
]
