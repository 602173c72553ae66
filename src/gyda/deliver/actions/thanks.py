"""What comes after the hours: thanks, and how it was."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions import post
from gyda.deliver.actions.moves import Words, enter, move, note, take_up
from gyda.deliver.errors.exchange import NotOpen, ToldAlready
from gyda.deliver.models import HowItWas, Thanks
from gyda.deliver.models.exchange import State
from gyda.deliver.models.steps import Kind
from gyda.deliver.rules.exchange import Deed
from gyda.journal.actions import record
from gyda.people.who import Who


@transaction.atomic
def thank(
    *,
    who: Who,
    exchange_id: UUID,
    words: Words,
    shared: bool = False,
    now: datetime.datetime | None = None,
) -> Thanks:
    """Say thank you in one's own words, and choose whether the hub may show them."""
    now = now or timezone.now()
    exchange = take_up(Deed.THANK, who, exchange_id)
    move(exchange, State.THANKED, now)
    thanks = Thanks.objects.create(
        exchange=exchange,
        by=who.subject,
        words=words.text,
        language=words.language,
        shared=shared,
        at=now,
    )
    note(exchange, who, Kind.THANKED, now, words)
    if shared:  # public, and so without a word of who gave time to whom
        record(by=who, verb="thanks.shared", about=thanks, public=True)
    else:
        enter(exchange, who, "thanked")
    post.tell_other(exchange, who, "exchange_thanked", words=words)
    return thanks


@transaction.atomic
def stop_sharing(*, who: Who, thanks_id: UUID) -> Thanks:
    """Whoever wrote a thank-you, or a connector, takes it off the hub's page."""
    thanks = Thanks.objects.select_for_update(of=("self",)).get(id=thanks_id)
    if thanks.by_id != who.subject.id and not who.actor.is_connector:
        raise NotOpen
    thanks.shared = False
    thanks.save(update_fields=["shared"])
    record(by=who, verb="thanks.hidden", about=thanks, concerns=[thanks.by_id])
    return thanks


@transaction.atomic
def tell_how_it_was(
    *,
    who: Who,
    exchange_id: UUID,
    feeling: str,
    words: Words,
    now: datetime.datetime | None = None,
) -> HowItWas:
    """Tell the connectors, and nobody else, how it was."""
    now = now or timezone.now()
    exchange = take_up(Deed.TELL, who, exchange_id)
    told, is_new = HowItWas.objects.get_or_create(
        exchange=exchange,
        by=who.subject,
        defaults={
            "feeling": feeling,
            "words": words.text,
            "language": words.language or "cy",
            "at": now,
        },
    )
    if not is_new:
        raise ToldAlready
    record(by=who, verb="exchange.told", about=exchange)
    return told


@transaction.atomic
def see_how_it_was(*, who: Who, told_id: UUID, now: datetime.datetime | None = None) -> None:
    """A connector has read it and takes it off the desk."""
    if not who.actor.is_connector:
        raise NotOpen
    told = HowItWas.objects.select_related("exchange").get(id=told_id)
    unseen = HowItWas.objects.filter(id=told.id, seen_at__isnull=True)
    if unseen.update(seen_at=now or timezone.now()):
        record(by=who, verb="exchange.heard", about=told.exchange)
