"""How exchanges speak: {% load exchanges %}."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django import template
from django.utils.safestring import SafeString

from gyda.deliver import words
from gyda.deliver.models.exchange import Exchange, State
from gyda.people.models import Member
from gyda.web.templatetags.gyda import tag_for

register = template.Library()

COLOURS = {
    State.PROPOSED: "blue",
    State.AGREED: "teal",
    State.DONE: "yellow",
    State.DIFFERING: "orange",
    State.CONFIRMED: "green",
    State.THANKED: "green",
}


@register.filter
def when(value: datetime.datetime | None) -> str:
    """Return the day, and the time of day where one was said."""
    return words.when(value)


@register.simple_tag
def turn(exchange: Exchange, reader: Member | None = None) -> str:
    """Say whose turn it is."""
    return words.whose_turn(exchange, reader)


@register.simple_tag
def who_gives(exchange: Exchange, reader: Member | None = None) -> str:
    """Say who gives time to whom, as the reader sees it."""
    return words.who_gives(exchange, reader)


@register.simple_tag
def state_tag(exchange: Exchange) -> SafeString:
    """Return the state as a tag."""
    state = State(exchange.state)
    return tag_for(state, str(state.label), COLOURS.get(state, "grey"))
