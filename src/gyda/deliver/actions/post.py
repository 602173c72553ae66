"""Letters about an exchange, in each reader's own language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.deliver.actions.moves import Words
from gyda.deliver.models import Exchange
from gyda.letters.actions import write
from gyda.people.letterbox import reader_of
from gyda.people.models import Member
from gyda.people.models.member import State
from gyda.people.who import Who

NO_WORDS = Words()


def tell_other(exchange: Exchange, who: Who, kind: str, words: Words = NO_WORDS) -> None:
    """Write to the other side."""
    tell(exchange, exchange.other(who.subject), kind, words=words)


def tell_both(exchange: Exchange, kind: str, words: Words = NO_WORDS, **context: Any) -> None:
    """Write to both sides."""
    for member in (exchange.giver, exchange.receiver):
        tell(exchange, member, kind, words=words, **context)


def tell(exchange: Exchange, member: Member, kind: str, **context: Any) -> None:
    """Write to one side, who still belongs to the hub."""
    if member.state != State.ACTIVE:
        return
    told = {
        "exchange": exchange,
        "me": member,
        "other": exchange.other(member).shown_name,
        "gives": member.id == exchange.giver_id,
        "mine": exchange.said_by(member),
        "theirs": exchange.said_by(exchange.other(member)),
    }
    write(to=reader_of(member), kind=kind, context=told | context, about_id=exchange.id)
