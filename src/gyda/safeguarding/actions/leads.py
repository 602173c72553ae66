"""Safeguarding leads: named by a steward, and relieved."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.models.member import Role, State
from gyda.people.who import Who
from gyda.safeguarding.errors import AnotherNamesYou, AnsweredAlready, LastLead, NotYours
from gyda.safeguarding.models import Lead


@transaction.atomic
def name_lead(*, who: Who, member: Member, now: datetime.datetime | None = None) -> Lead:
    """Name someone to hear concerns; nobody opens them to themselves."""
    if not who.actor.is_steward:
        raise NotYours
    if member.id == who.actor_id and _has_another_steward(member):
        raise AnotherNamesYou
    try:
        with transaction.atomic():
            lead = Lead.objects.create(
                member=member, named_by=who.actor, named_at=now or timezone.now()
            )
    except IntegrityError as error:
        raise AnsweredAlready from error
    write_to(member, "lead_named", about_id=lead.id)
    record(by=who, verb="lead.named", about=lead, concerns=[member], member=str(member.id))
    return lead


@transaction.atomic
def relieve_lead(*, who: Who, lead: Lead, now: datetime.datetime | None = None) -> None:
    """Thank them: from now on they hear no concerns, and see none.

    The last one stays until another is named, or all concerns would open to the stewards.
    """
    if not who.actor.is_steward:
        raise NotYours
    heard = Lead.objects.select_for_update(of=("self",)).filter(ended_at__isnull=True)
    if {one.id for one in heard.filter(member__state=State.ACTIVE)} == {lead.id}:
        raise LastLead
    standing = Lead.objects.filter(id=lead.id, ended_at__isnull=True)
    if not standing.update(ended_at=now or timezone.now()):
        raise AnsweredAlready
    member = str(lead.member_id)
    record(by=who, verb="lead.relieved", about=lead, concerns=[lead.member], member=member)


def _has_another_steward(member: Member) -> bool:
    others = Member.objects.active().filter(role=Role.STEWARD).exclude(id=member.id)
    return others.exists()
