"""Leaving: the row, the hours and the record stay; the person goes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people import moments, rules
from gyda.people.actions.roles import keep_a_steward
from gyda.people.errors import NotActive, NotYours
from gyda.people.models import ActingConsent, Card, Member
from gyda.people.models.member import Role, State
from gyda.people.who import Who


@transaction.atomic
def leave(*, who: Who, member: Member, now: datetime.datetime | None = None) -> Member:
    """End a membership: one's own, or another's on their word."""
    if not rules.may_end_membership(who, member):
        raise NotYours
    if not member.is_active:
        raise NotActive
    keep_a_steward(without=member)
    moments.leaving(member)
    now = now or timezone.now()
    end_powers(member, by=who.actor, now=now)
    member.state, member.left_at = State.LEFT, now
    member.role, member.organisation = Role.MEMBER, None
    member.save(update_fields=["state", "left_at", "role", "organisation"])
    record(by=who, verb="member.left", about=member, concerns=[member], member=str(member.id))
    return member


def end_powers(member: Member, *, by: Member, now: datetime.datetime) -> None:
    """End the cards and consents of a member, given and held."""
    Card.objects.filter(member=member, ended_at__isnull=True).update(ended_at=now)
    theirs = Q(principal=member) | Q(supporter=member)
    standing = ActingConsent.objects.filter(theirs, withdrawn_at__isnull=True)
    standing.update(withdrawn_at=now, withdrawn_by=by)
