"""What the pages of exchanges show."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from gyda.deliver.models import Exchange, ExchangeStep, HowItWas, Thanks
from gyda.deliver.models.exchange import ExchangeQuerySet, State
from gyda.deliver.rules.exchange import may_see
from gyda.people.models import Member
from gyda.people.who import Who


def exchange_or_404(who: Who, exchange_id: UUID) -> Exchange:
    """Return the exchange if this person may know of it."""
    exchange = Exchange.objects.with_people().filter(id=exchange_id).first()
    if exchange is None or not may_see(who, exchange):
        raise Http404
    return exchange


def exchanges_of(member: Member) -> ExchangeQuerySet:
    """Return all exchanges of a member."""
    return Exchange.objects.of(member).with_people()


def waiting_for_me(
    member: Member, now: datetime.datetime | None = None, most: int = 20
) -> list[Exchange]:
    """Return the exchanges in which it is this member's turn, the longest waiting first."""
    now = now or timezone.now()
    mine_to_say = Q(giver=member, giver_said__isnull=True) | Q(
        receiver=member, receiver_said__isnull=True
    )
    turn = (
        (Q(state=State.PROPOSED) & ~Q(terms_by=member))
        | (Q(state=State.AGREED) & (Q(when_at__isnull=True) | Q(when_at__lte=now)))
        | (Q(state=State.DONE) & mine_to_say)
        | Q(state=State.DIFFERING)
    )
    rows = Exchange.objects.of(member).filter(turn, handed_at__isnull=True).with_people()
    return list(rows.order_by("state_at", "id")[:most])


def agreed_and_coming(
    member: Member, now: datetime.datetime | None = None, most: int = 20
) -> list[Exchange]:
    """Return what a member has agreed to do or receive, the next one first."""
    rows = Exchange.objects.of(member).filter(state=State.AGREED, when_at__gt=now or timezone.now())
    return list(rows.with_people().order_by("when_at", "id")[:most])


def history(exchange: Exchange) -> list[ExchangeStep]:
    """Return all steps of an exchange, the first one first."""
    steps = ExchangeStep.objects.filter(exchange=exchange)
    return list(steps.select_related("actor", "principal").order_by("at", "id"))


def thanks_for(exchange: Exchange) -> Thanks | None:
    """Return the thank-you of an exchange."""
    if exchange.state != State.THANKED:
        return None
    return Thanks.objects.filter(exchange=exchange).select_related("by").first()


def has_told(who: Who, exchange: Exchange) -> bool:
    """Tell whether this party has said how it was."""
    return HowItWas.objects.filter(exchange=exchange, by=who.subject).exists()
