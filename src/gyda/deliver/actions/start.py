"""The hours with which a new member starts, so that the first ask does not fail."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from gyda.deliver.actions.moves import itself
from gyda.deliver.models import StartGift
from gyda.deliver.models.policy import Source
from gyda.deliver.queries.policy import the_policy
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import LedgerError
from gyda.people.models import Member

START = "START"
AT_A_TIME = 500


@transaction.atomic
def give_start(*, member: Member, now: datetime.datetime | None = None) -> StartGift | None:
    """Give a member their first hours, once; None if they had them or the pot is empty today."""
    now = now or timezone.now()
    if StartGift.objects.filter(member=member).exists():
        return None
    minutes = the_policy().start_minutes
    try:
        moved = _move(member, minutes)
    except LedgerError:
        return None  # the next tick tries again
    gift, is_new = StartGift.objects.get_or_create(
        member=member, defaults={"minutes": moved, "given_at": now}
    )
    if is_new and moved:
        record(by=itself(), verb="start.given", about=gift, concerns=[member], minutes=moved)
    return gift


def welcome(member: Member) -> None:
    """Give the first hours at the moment of joining."""
    give_start(member=member)


def _move(member: Member, minutes: int) -> int:
    """Move the hours; the key follows from the member, so that it cannot happen twice."""
    if not minutes:
        return 0
    source = accounts.pot() if the_policy().start_from == Source.POT else accounts.issue()
    ledger.transfer(
        key=uuid5(member.id, "start"),
        debit=source.id,
        credit=accounts.member_account(member).id,
        amount=minutes,
        kind=START,
    )
    return minutes


def give_starts(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: give their first hours to all who joined since."""
    given = StartGift.objects.filter(hub_id=hub_id, member_id=OuterRef("id"))
    waiting = Member.objects.active().filter(~Exists(given)).order_by("id")[:AT_A_TIME]
    return len([gift for member in waiting if (gift := give_start(member=member, now=now))])
