"""Persons: whoever signs in, over all hubs. Reading only."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.db.models.functions import Lower

from gyda.keys.context import all_hubs
from gyda.people.models import Member, Person
from gyda.people.models.member import State


def person_at(address: str) -> Person | None:
    """Return who signs in with an e-mail address or phone number."""
    if "@" in address:
        # Not iexact: it compares capitals, and the capitals of ı and ſ are those of i and s.
        return Person.objects.annotate(small=Lower("email")).filter(small=address.lower()).first()
    return Person.objects.filter(phone=address).first()


def passkeys_of(person: Person) -> QuerySet[Authenticator]:
    """Return the passkeys of a person."""
    keys: QuerySet[Authenticator] = Authenticator.objects.filter(
        user=person, type=Authenticator.Type.WEBAUTHN
    )
    return keys.order_by("id")


def has_passkey(person: Person) -> bool:
    return passkeys_of(person).exists()


def has_another_way(person: Person) -> bool:
    """Tell whether the person can sign in without a card."""
    return bool(person.email or person.phone) or has_passkey(person)


def memberships_of(person: Person) -> Sequence[Member]:
    """Return the person's memberships in all hubs, but for those that are over."""
    with all_hubs():
        members = Member.objects.filter(person=person).exclude(
            state__in=(State.LEFT, State.DECLINED)
        )
        return list(members.select_related("hub").order_by("id"))


def belongs_anywhere(person: Person) -> bool:
    """Tell whether any hub holds a row of the person, be it one they have left."""
    with all_hubs():
        return Member.objects.filter(person=person).exists()
