"""Printed cards: issued, ended, used."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gyda.journal.actions import record
from gyda.people import rules
from gyda.people.errors import CardLocked, CardUnknown, CardWrong, NotYours
from gyda.people.letterbox import write_to
from gyda.people.models import Card, Member
from gyda.people.models.card import WRONG_PINS
from gyda.people.queries.blocks import blocked_ids
from gyda.people.who import Who


@transaction.atomic
def issue_card(
    *, who: Who, member: Member, now: datetime.datetime | None = None
) -> tuple[Card, str]:
    """Make a card and return it with its PIN, which nothing can show again; the old one dies."""
    if not rules.may_issue_card(who, member):
        raise NotYours
    now = now or timezone.now()
    Card.objects.filter(member=member, ended_at__isnull=True).update(ended_at=now)
    number, pin = new_number(), new_pin()
    card = Card.objects.create(
        member=member,
        number=number,
        pin=make_password(_peppered(number, pin)),
        issued_by=who.actor,
        issued_at=now,
    )
    if not member.is_offline:
        write_to(member, "card_issued", about_id=card.id)
    record(by=who, verb="card.issued", about=card, concerns=[member], member=str(member.id))
    return card, pin


def new_number() -> str:
    """Return twelve random digits: too many to guess a card that there is."""
    return f"{secrets.randbelow(10**12):012}"


def new_pin() -> str:
    """Return four digits, none of those that everybody tries first."""
    while True:
        pin = f"{secrets.randbelow(10_000):04}"
        if pin not in "01234567890" and pin not in "09876543210" and len(set(pin)) > 2:
            return pin


@transaction.atomic
def end_card(*, who: Who, card: Card, now: datetime.datetime | None = None) -> None:
    """Make a card worthless: it is lost, or no longer needed."""
    own = card.member_id == who.actor_id and not who.is_acting
    if not (own or rules.may_issue_card(who, card.member)):
        raise NotYours
    live = Card.objects.filter(id=card.id, ended_at__isnull=True)
    if live.update(ended_at=now or timezone.now()):
        record(by=who, verb="card.ended", about=card, concerns=[card.member])


@transaction.atomic
def recognise(*, who: Who, number: str) -> Member:
    """Return whose card this is, and note who asked; it opens nothing and moves nothing.

    A card of someone who has shut the asker out is answered as one that never was.
    """
    if not rules.may_recognise(who):
        raise NotYours
    digits = "".join(digit for digit in number if digit.isdigit())
    card = Card.objects.live().select_related("member__person").filter(number=digits).first()
    if card is None or card.member_id in blocked_ids(who.actor):
        raise CardUnknown
    member: Member = card.member
    record(by=who, verb="card.recognised", about=card, member=str(member.id))
    return member


def use_card(*, number: str, pin: str) -> Card:
    """Return the card that number and PIN open. Each try is counted before it is looked at, and
    in its own transaction, so that no number of tries at once gets more than five."""
    number = "".join(digit for digit in number if digit.isdigit())
    card = Card.objects.live().select_related("member__person").filter(number=number).first()
    if card is None:
        check_password(pin, _decoy())  # as slow as for a card that exists
        raise CardWrong
    if not _count_try(card):
        raise CardLocked
    if not check_password(_peppered(number, pin), card.pin):
        raise CardLocked if card.wrong + 1 >= WRONG_PINS else CardWrong
    Card.objects.filter(id=card.id).update(wrong=0)
    return card


def _count_try(card: Card) -> bool:
    # Own columns only: a join would make it a subquery, which PostgreSQL does not read anew
    # when it has waited for another try.
    unlocked = Card.objects.filter(id=card.id, ended_at__isnull=True, wrong__lt=WRONG_PINS)
    return bool(unlocked.update(wrong=F("wrong") + 1))


def _peppered(number: str, pin: str) -> str:
    """Mix the site's key in: four digits are no secret to whoever holds the table alone."""
    return salted_hmac("gyda.people.card", f"{number}:{pin}", algorithm="sha256").hexdigest()


@cache
def _decoy() -> str:
    return make_password("no card")
