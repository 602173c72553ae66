"""Who reads: the participant that this member or this browser is, if they have answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations.models import Conversation, Participant
from gyda.people.access import HubRequest


def participant_of(request: HubRequest, conversation: Conversation) -> Participant | None:
    """Return them without writing anything."""
    if request.who:
        rows = Participant.objects.filter(conversation=conversation)
        return rows.filter(member=request.who.subject).first()
    return None
