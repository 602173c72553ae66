"""Which initiative a page of the team is about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404

from gyda.initiatives.models import Initiative
from gyda.initiatives.queries import initiative_or_404
from gyda.initiatives.rules import may_hold
from gyda.people.access import HubRequest


def held_or_404(request: HubRequest, initiative_id: UUID) -> Initiative:
    """Return the initiative, if this person looks after it."""
    found = initiative_or_404(initiative_id)
    if not may_hold(request.who, found):
        raise Http404
    return found
