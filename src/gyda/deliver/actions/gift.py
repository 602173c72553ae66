"""Hours given away: to a neighbour, to the pot, and from the pot to someone who needs them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.errors.gift import (
    ConnectorsOnly,
    NoReason,
    NoSuchNeighbour,
    NotForYou,
    NoThanks,
    ToYourself,
)
from gyda.deliver.models.gift import Gift, Kind
from gyda.deliver.rules.gift import may_grant, may_thank
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.ledger.models import Account
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.queries import blocked_ids
from gyda.people.who import Who

LEDGER_KIND = {Kind.NEIGHBOUR: "GIFT", Kind.POT: "POT_GIFT", Kind.GRANT: "GRANT"}


@dataclass(frozen=True, kw_only=True)
class Present:
    """How much is given, in what words; the key makes a form sent twice one gift."""

    key: UUID
    minutes: int
    words: str = ""
    language: str = "cy"


@transaction.atomic
def give_to_neighbour(*, who: Who, receiver: Member, present: Present) -> Gift:
    """Give hours to a neighbour: no one owes anything for a gift."""
    _check_neighbour(who, receiver)
    giver = who.subject
    debit, credit = accounts.member_account(giver), accounts.member_account(receiver)
    gift, is_new = _give(who, Kind.NEIGHBOUR, present, (debit, credit), (giver, receiver))
    if is_new:
        write_to(receiver, "gift_received", about_id=gift.id, gift=gift)
        _record(who, "gift.given", gift)
    return gift


@transaction.atomic
def give_to_pot(*, who: Who, present: Present) -> Gift:
    """Give hours to the pot, from which the hub helps those who are short of them."""
    ends = (accounts.member_account(who.subject), accounts.pot())
    gift, is_new = _give(who, Kind.POT, present, ends, (who.subject, None))
    if is_new:
        _record(who, "gift.given_to_pot", gift)
    return gift


@transaction.atomic
def grant(*, who: Who, receiver: Member, present: Present) -> Gift:
    """Give hours from the pot to someone who needs them, and say why."""
    if not may_grant(who):
        raise ConnectorsOnly
    if not present.words.strip():
        raise NoReason
    if not receiver.is_active:
        raise NoSuchNeighbour
    if receiver.id == who.actor.id:
        raise ToYourself
    ends = (accounts.pot(), accounts.member_account(receiver))
    gift, is_new = _give(who, Kind.GRANT, present, ends, (None, receiver))
    if is_new:
        write_to(receiver, "gift_from_pot", about_id=gift.id, gift=gift)
        _record(who, "gift.granted", gift)
    return gift


@transaction.atomic
def thank(
    *, who: Who, gift: Gift, thanks: str, language: str, now: datetime.datetime | None = None
) -> Gift:
    """Say thank you to the neighbour who gave; once."""
    gift = Gift.objects.select_for_update(of=("self",)).get(id=gift.id)
    if gift.receiver_id != who.subject.id or gift.giver is None:
        raise NotForYou
    if not thanks.strip():
        raise NoThanks
    if not may_thank(who, gift):
        return gift
    gift.thanks, gift.thanks_language = thanks.strip(), language
    gift.thanked_at = now or timezone.now()
    gift.save(update_fields=["thanks", "thanks_language", "thanked_at"])
    if gift.giver.is_active:
        write_to(gift.giver, "gift_thanked", about_id=gift.id, gift=gift)
    record(by=who, verb="gift.thanked", about=gift, concerns=[gift.giver], giver=str(gift.giver_id))
    return gift


def _check_neighbour(who: Who, receiver: Member) -> None:
    if receiver.id in (who.subject.id, who.actor.id):  # nobody takes for themselves what is
        raise ToYourself  # another's to give
    if not receiver.is_active or receiver.id in blocked_ids(who.subject):
        raise NoSuchNeighbour


def _give(
    who: Who,
    kind: Kind,
    present: Present,
    ends: tuple[Account, Account],
    people: tuple[Member | None, Member | None],
) -> tuple[Gift, bool]:
    debit, credit = ends
    moved = transfer(
        key=present.key,
        debit=debit.id,
        credit=credit.id,
        amount=present.minutes,
        kind=LEDGER_KIND[kind],
    )
    giver, receiver = people
    return Gift.objects.get_or_create(
        hub_id=who.hub_id,
        transfer_id=moved.id,
        defaults={
            "kind": kind,
            "giver": giver,
            "receiver": receiver,
            "entered_by": who.actor,
            "minutes": present.minutes,
            "words": present.words.strip(),
            "language": present.language,
        },
    )


def _record(who: Who, verb: str, gift: Gift) -> None:
    ends = {"giver": gift.giver_id, "receiver": gift.receiver_id}
    data: dict[str, Any] = {name: str(end) for name, end in ends.items() if end}
    record(
        by=who,
        verb=verb,
        about=gift,
        concerns=[gift.receiver_id] if gift.receiver_id else [],
        minutes=gift.minutes,
        transfer=str(gift.transfer_id),
        **data,
    )
