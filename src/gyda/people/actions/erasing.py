"""Erasure: the person goes, the row stays, so that the ledger and the journal still add up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.context import all_hubs
from gyda.people import moments
from gyda.people.actions.leaving import end_powers
from gyda.people.actions.roles import keep_a_steward
from gyda.people.data import registered
from gyda.people.errors import NotYours
from gyda.people.models import Person, Session, SignInCode
from gyda.people.models.member import Reach, Role, State
from gyda.people.queries.persons import belongs_anywhere
from gyda.people.who import Who

EMPTY: dict[str, Any] = {
    "person": None,
    "name": "",
    "strengths": "",
    "area": "",
    "contact": "",
    "reach": Reach.WRITING,
    "role": Role.MEMBER,
    "organisation": None,
    "state": State.ERASED,
    "needs_answered_at": None,
    "last_seen_on": None,
}


@transaction.atomic
def erase(*, who: Who, now: datetime.datetime | None = None) -> None:
    """Erase the actor from this hub, and their account with the last hub they are in."""
    member, now = who.actor, now or timezone.now()
    if who.is_acting:
        raise NotYours
    if member.is_active:
        keep_a_steward(without=member)
        moments.leaving(member)
    end_powers(member, by=member, now=now)
    for holding in registered().values():
        holding.erase(member)
    person = member.present_person
    member.left_at = member.left_at or now
    for name, value in EMPTY.items():
        setattr(member, name, value)
    member.save()
    record(by=who, verb="member.erased", about=member)
    if not belongs_anywhere(person):
        remove_person(person)


@transaction.atomic
def remove_person(person: Person) -> None:
    """Remove the account with all its ways to sign in, and every session."""
    Session.objects.filter(person_id=person.id).delete()
    Authenticator.objects.filter(user=person).delete()
    EmailAddress.objects.filter(user=person).delete()
    SignInCode.objects.filter(address__in=[person.email, person.phone]).delete()
    with all_hubs():  # to see that no hub holds the person any more
        person.delete()
