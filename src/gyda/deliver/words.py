"""Exchanges in whole sentences, as the reader sees them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gyda.deliver.models.exchange import Exchange, State
from gyda.deliver.rules.exchange import waiting_for
from gyda.people.models import Member
from gyda.web.units import hours, weekday

MIDNIGHT = datetime.time(0, 0)


def when(value: datetime.datetime | None) -> str:
    """Return the day, and the time of day where one was said."""
    if value is None:
        return _("to be agreed")
    local = timezone.localtime(value)
    if local.time() == MIDNIGHT:
        return weekday(value)
    return _("%(day)s at %(time)s") % {"day": weekday(value), "time": date_format(local, "H:i")}


def who_gives(exchange: Exchange, reader: Member | None) -> str:
    """Say who gives time to whom."""
    names = {"giver": exchange.giver.shown_name, "receiver": exchange.receiver.shown_name}
    if reader and reader.id == exchange.giver_id:
        return _("You give time to %(receiver)s") % names
    if reader and reader.id == exchange.receiver_id:
        return _("%(giver)s gives time to you") % names
    return _("%(giver)s gives time to %(receiver)s") % names


def whose_turn(
    exchange: Exchange, reader: Member | None, now: datetime.datetime | None = None
) -> str:
    """Say how the exchange stands and who takes the next step."""
    if exchange.handed_at and exchange.is_open:
        return _("A connector is helping to settle the hours")
    if exchange.state == State.AGREED:
        return _agreed(exchange, reader, now or timezone.now())
    if exchange.state in (State.PROPOSED, State.DONE):
        return _waiting(exchange, reader)
    if exchange.state == State.DIFFERING:
        return _differing(exchange, reader)
    return _ended(exchange)


def _differing(exchange: Exchange, reader: Member | None) -> str:
    if reader and exchange.has(reader):
        return _("You two said different hours")
    return _("They said different hours")


def _agreed(exchange: Exchange, reader: Member | None, now: datetime.datetime) -> str:
    if exchange.when_at and exchange.when_at > now:
        return _("Agreed for %(when)s") % {"when": when(exchange.when_at)}
    if not reader or not exchange.has(reader):
        return _("Agreed. When it is done, both say how long it took")
    return _("Agreed. When it is done, you both say how long it took")


def _waiting(exchange: Exchange, reader: Member | None) -> str:
    one = waiting_for(exchange)[0]
    if reader and one.id == reader.id:
        if exchange.state == State.PROPOSED:
            return _("Waiting for you to answer")
        return _("Waiting for you to confirm")
    if exchange.state == State.PROPOSED:
        return _("Waiting for %(name)s to answer") % {"name": one.shown_name}
    return _("Waiting for %(name)s to confirm") % {"name": one.shown_name}


def _ended(exchange: Exchange) -> str:
    amount = {"hours": hours(exchange.settled_minutes)}
    sentences = {
        State.CONFIRMED: _("Both confirmed: %(hours)s") % amount,
        State.THANKED: _("Confirmed and thanked: %(hours)s") % amount,
        State.DECLINED: _("Not this time"),
        State.CANCELLED: _("Called off"),
        State.LAPSED: _("Closed, as it was not confirmed in time"),
        State.REVERSED: _("Confirmed by mistake: the hours went back"),
    }
    return sentences[State(exchange.state)]
