"""Who may take which step of an exchange, and whose turn it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from enum import StrEnum

from gyda.deliver.errors.exchange import BothSides, NotOpen
from gyda.deliver.models.exchange import Exchange, State
from gyda.people.models import Member
from gyda.people.who import Who


class Deed(StrEnum):
    """A step that someone can take."""

    AGREE = "agree"
    CHANGE = "change"
    DECLINE = "decline"
    CANCEL = "cancel"
    SAY = "hours"
    ACCEPT = "accept"
    HAND = "hand-over"
    DECIDE = "decide"
    THANK = "thanks"
    TELL = "how-it-was"
    REMIND = "remind"
    REVERSE = "reverse"


def is_party(who: Who, exchange: Exchange) -> bool:
    """One of the two, or someone who acts for one of them."""
    return exchange.has(who.subject)


def may_see(who: Who, exchange: Exchange) -> bool:
    """The two parties, those who act for them, and the connectors."""
    return is_party(who, exchange) or who.actor.is_connector


def signs_for_both(who: Who, exchange: Exchange) -> bool:
    """Acts for one party and is the other."""
    return who.principal is not None and exchange.has(who.subject) and exchange.has(who.actor)


def _is_asked(who: Who, exchange: Exchange) -> bool:
    return exchange.state == State.PROPOSED and who.subject.id == exchange.answerer_id


def _may_change(who: Who, exchange: Exchange) -> bool:
    return is_party(who, exchange) and exchange.state in (State.PROPOSED, State.AGREED)


def _may_cancel(who: Who, exchange: Exchange) -> bool:
    if not is_party(who, exchange):
        return False
    if exchange.state == State.PROPOSED:
        return who.subject.id == exchange.terms_by_id
    said_alone = exchange.state == State.DONE and exchange.said_by(who.subject) is not None
    return exchange.state == State.AGREED or said_alone


def _may_say(who: Who, exchange: Exchange) -> bool:
    open_to_hours = exchange.state in (State.AGREED, State.DONE, State.DIFFERING)
    return is_party(who, exchange) and open_to_hours and not exchange.handed_at


def _may_accept(who: Who, exchange: Exchange) -> bool:
    return exchange.state == State.DIFFERING and _may_say(who, exchange)


def _may_hand(who: Who, exchange: Exchange) -> bool:
    return exchange.state in (State.DONE, State.DIFFERING) and _may_say(who, exchange)


def _is_neutral(who: Who, exchange: Exchange) -> bool:
    return who.actor.is_connector and not exchange.has(who.actor) and who.principal is None


def _may_decide(who: Who, exchange: Exchange) -> bool:
    return _is_neutral(who, exchange) and exchange.is_open and exchange.handed_at is not None


def _may_thank(who: Who, exchange: Exchange) -> bool:
    return exchange.state == State.CONFIRMED and who.subject.id == exchange.receiver_id


def _may_tell(who: Who, exchange: Exchange) -> bool:
    return is_party(who, exchange) and exchange.state in (State.CONFIRMED, State.THANKED)


def _may_remind(who: Who, exchange: Exchange) -> bool:
    return _is_neutral(who, exchange) and bool(waiting_for(exchange))


def _may_reverse(who: Who, exchange: Exchange) -> bool:
    return _is_neutral(who, exchange) and exchange.state in (State.CONFIRMED, State.THANKED)


_TESTS: dict[Deed, Callable[[Who, Exchange], bool]] = {
    Deed.AGREE: _is_asked,
    Deed.CHANGE: _may_change,
    Deed.DECLINE: _is_asked,
    Deed.CANCEL: _may_cancel,
    Deed.SAY: _may_say,
    Deed.ACCEPT: _may_accept,
    Deed.HAND: _may_hand,
    Deed.DECIDE: _may_decide,
    Deed.THANK: _may_thank,
    Deed.TELL: _may_tell,
    Deed.REMIND: _may_remind,
    Deed.REVERSE: _may_reverse,
}


def open_deeds(who: Who, exchange: Exchange) -> list[Deed]:
    """Return the steps that this person may take now."""
    if signs_for_both(who, exchange):
        return []
    return [deed for deed, test in _TESTS.items() if test(who, exchange)]


def require(deed: Deed, who: Who, exchange: Exchange) -> None:
    """Raise unless this person may take this step now."""
    if signs_for_both(who, exchange):
        raise BothSides
    if not _TESTS[deed](who, exchange):
        raise NotOpen


def waiting_for(exchange: Exchange) -> list[Member]:
    """Return the parties whose turn it is; nobody when a connector or the calendar has it."""
    if exchange.handed_at or not exchange.is_open:
        return []
    both = [exchange.giver, exchange.receiver]
    if exchange.state == State.PROPOSED:
        return [member for member in both if member.id == exchange.answerer_id]
    if exchange.state == State.DONE:
        return [member for member in both if exchange.said_by(member) is None]
    return both
