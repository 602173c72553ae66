"""The cards of a hub's home page, each filled by its room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from gyda.people.access import HubRequest
from gyda.site.collect import cards, role_of
from gyda.web.nav import may_see


def cards_for(request: HubRequest) -> list[SafeString]:
    """Return the cards that this reader is shown; a room with nothing to say shows none."""
    role = role_of(request.who)
    wanted = [card for card in cards() if may_see(card.for_role, role)]
    filled = [(card, card.query(request)) for card in wanted]
    return [
        render_to_string(card.template, context, request)
        for card, context in filled
        if context is not None
    ]
