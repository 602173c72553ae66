"""Who reads: the participant that this member or this browser is, if they have answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations.models import Conversation, Participant
from gyda.need.conversations.queries.turn import participant_of as person_of
from gyda.need.conversations.views.speaking import speaker_of
from gyda.people.access import HubRequest


def participant_of(request: HubRequest, conversation: Conversation) -> Participant | None:
    """Return them without writing anything; who acts for somebody does not see their answers."""
    if request.who and request.who.is_acting:
        return None
    speaker = speaker_of(request, conversation)
    return person_of(conversation, speaker.voice if speaker else None)
