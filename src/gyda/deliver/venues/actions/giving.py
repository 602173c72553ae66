"""Hours that an organisation gives one person, from its pool and never beyond it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.payment import take_back
from gyda.deliver.rules.terms import check_members, check_minutes
from gyda.deliver.venues.actions.notify import tell
from gyda.deliver.venues.errors import BackAlready, NotGranted, NotYours, OwnHours
from gyda.deliver.venues.models import PoolGift
from gyda.deliver.venues.rules import is_own, require_reason, require_run
from gyda.journal.actions import record
from gyda.ledger import accounts
from gyda.ledger import actions as ledger
from gyda.ledger.errors import NotEnough
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

POOL_GIVEN = "POOL_GIVEN"


@transaction.atomic
def give_from_pool(
    *,
    who: Who,
    organisation: Organisation,
    member: Member,
    minutes: int,
    words: Words,
    key: UUID,
    now: datetime.datetime | None = None,
) -> PoolGift:
    """Give someone hours for time given to the organisation; the key makes two sendings one."""
    require_run(who, organisation.id)
    require_reason(words.text)
    check_members(member)
    check_minutes(minutes)
    if is_own(who, member):
        raise OwnHours
    now = now or timezone.now()
    moved = _move(organisation, member, minutes, key)
    gift, is_new = PoolGift.objects.get_or_create(
        hub_id=who.hub_id,
        transfer_id=moved,
        defaults={
            "organisation": organisation, "member": member, "minutes": minutes,
            "given_by": who.actor, "given_at": now, **words.columns,
        },
    )  # fmt: skip
    if is_new:
        tell(member, "pool_given", gift.id, gift=gift)
        _record(who, "pool.gave", gift)
    return gift


def _move(organisation: Organisation, member: Member, minutes: int, key: UUID) -> UUID:
    try:
        return ledger.transfer(
            key=key,
            debit=accounts.pool(organisation).id,
            credit=accounts.member_account(member).id,
            amount=minutes,
            kind=POOL_GIVEN,
        ).id
    except NotEnough as error:
        raise NotGranted from error


@transaction.atomic
def take_gift_back(*, who: Who, gift_id: UUID, words: Words) -> PoolGift:
    """A connector takes back hours that were given by mistake, with the reason."""
    if not who.actor.is_connector:
        raise NotYours
    require_reason(words.text)
    rows = PoolGift.objects.select_for_update(of=("self",))
    gift = rows.select_related("member__person", "organisation").get(id=gift_id)
    if gift.reversal_id:
        raise BackAlready
    gift.reversal_id = take_back(gift.transfer_id).id
    gift.because, gift.because_language = words.text, words.language
    gift.save(update_fields=["reversal_id", "because", "because_language"])
    tell(gift.member, "pool_taken_back", gift.id, gift=gift, words=words)
    _record(who, "pool.took_back", gift)
    return gift


def _record(who: Who, verb: str, gift: PoolGift) -> None:
    record(
        by=who,
        verb=verb,
        about=gift,
        concerns=[gift.member_id],
        organisation=str(gift.organisation_id),
        member=str(gift.member_id),
        minutes=gift.minutes,
        transfer=str(gift.reversal_id or gift.transfer_id),
    )
