"""What stewards set: the clock, and who answers for which organisation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.answers import errors
from gyda.answers.models import Contact, Policy
from gyda.journal.actions import record
from gyda.people.models import Member, Organisation
from gyda.people.who import Who


@transaction.atomic
def set_clock(*, who: Who, days: int, remind_days: int) -> Policy:
    """Set how long an answer may take; what was asked before keeps its day."""
    if remind_days >= days:
        raise errors.RemindTooEarly
    policy, _new = Policy.objects.update_or_create(
        hub_id=who.hub_id, defaults={"days": days, "remind_days": remind_days}
    )
    record(by=who, verb="answer.clock_set", about=policy, public=True, days=days)
    return policy


@transaction.atomic
def name_contact(
    *, who: Who, organisation: Organisation, member: Member, now: datetime.datetime | None = None
) -> Contact:
    """Name who answers for an organisation, in place of who did before."""
    if member.organisation_id != organisation.id:
        raise errors.ComesForAnother
    now = now or timezone.now()
    standing = Contact.objects.select_for_update().in_force().filter(organisation=organisation)
    if standing.filter(member=member).exists():
        raise errors.ContactAlready
    standing.update(until_at=now)
    contact = Contact.objects.create(organisation=organisation, member=member, since_at=now)
    record(
        by=who, verb="answer.contact_named", about=contact, concerns=[member],
        organisation=str(organisation.id), member=str(member.id),
    )  # fmt: skip
    return contact


def leave(member: Member) -> None:
    """Who leaves the hub answers for nobody any more."""
    Contact.objects.in_force().filter(member=member).update(until_at=timezone.now())
