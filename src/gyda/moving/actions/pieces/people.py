"""Organisations and people come in. Nobody is written to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from gyda.deliver.models import StartGift
from gyda.moving.actions.pieces.work import Work, open_accounts
from gyda.moving.models import BroughtMember, Move
from gyda.moving.models.move import Arrival
from gyda.moving.plan.keys import chunks
from gyda.moving.plan.people import Newcomer
from gyda.moving.sheets.columns import Kind
from gyda.people.actions.joining import role_on_arrival
from gyda.people.models import Member, Organisation, Person
from gyda.people.models.member import State

Persons = dict[str, Person]


def bring_people(work: Work) -> Iterator[int]:
    """Bring in organisations, then members, some hundreds at a time."""
    _bring_organisations(work)
    done = work.rows_before(Kind.MEMBERS)
    for newcomers in chunks(work.plan.people.newcomers):
        _bring(work.move, newcomers)
        done += len(newcomers)
        yield done
    for pairs in chunks(sorted(work.plan.people.numbered.items())):
        _number(work.move, dict(pairs))
    yield work.rows_before(Kind.LISTINGS)


@transaction.atomic
def _bring_organisations(work: Work) -> None:
    names = ("name_cy", "name_en", "about_cy", "about_en")
    Organisation.objects.bulk_create(
        [
            Organisation(
                id=key, hub_id=work.move.hub_id, **{name: row.values[name] for name in names}
            )
            for key, row in work.plan.organisations.new
        ]
    )


@transaction.atomic
def _number(move: Move, numbers: dict[UUID, str]) -> None:
    """Keep the old numbers of people who are here already and had none."""
    have = BroughtMember.objects.filter(member_id__in=numbers)
    for member in have.values_list("member_id", flat=True):
        del numbers[member]
    BroughtMember.objects.bulk_create(
        [
            BroughtMember(hub_id=move.hub_id, member_id=member, number=number, came=False)
            for member, number in numbers.items()
        ]
    )


@transaction.atomic
def _bring(move: Move, newcomers: Sequence[Newcomer]) -> None:
    persons = _persons(newcomers)
    now = timezone.now()
    members = [_member(move, one, persons[one.number]) for one in newcomers]
    Member.objects.bulk_create(members)
    BroughtMember.objects.bulk_create(
        [
            BroughtMember(hub_id=move.hub_id, member_id=one.member_id, number=one.number)
            for one in newcomers
        ]
    )
    # Their first hours were given where they come from.
    StartGift.objects.bulk_create(
        [
            StartGift(hub_id=move.hub_id, member_id=one.member_id, minutes=0, given_at=now)
            for one in newcomers
        ]
    )
    open_accounts([one.member_id for one in newcomers])


def _persons(newcomers: Sequence[Newcomer]) -> dict[str, Person]:
    """Find who signs in with the same address in another hub, and add the others."""
    emails = {one.row["email"] for one in newcomers} - {""}
    phones = {one.row["phone"] for one in newcomers} - {""}
    with_small = Person.objects.annotate(small=Lower("email"))
    known: list[Any] = list(with_small.filter(Q(small__in=emails) | Q(phone__in=phones)))
    by_email: Persons = {one.small: one for one in known if one.small}
    by_phone: Persons = {one.phone: one for one in known if one.phone}
    members = Member.objects.filter(person__in=known)
    taken = set(members.values_list("person_id", flat=True))
    found: dict[str, Person] = {}
    new = []
    for one in newcomers:
        person = by_email.get(one.row["email"])
        if not person and not one.row["email"]:
            person = by_phone.get(one.row["phone"])
        if person is None or person.id in taken:
            person = _person(one, by_email, by_phone)
            new.append(person)
        taken.add(person.id)
        found[one.number] = person
    Person.objects.bulk_create(new)
    return found


def _person(one: Newcomer, by_email: Persons, by_phone: Persons) -> Person:
    row = one.row
    return Person(
        id=one.person_id,
        name=row["name"],
        email=None if row["email"] in by_email else row["email"] or None,
        phone=None if row["phone"] in by_phone else row["phone"] or None,
        language=row["language"],
        password=make_password(None),
    )


AS_THEY_ARE = (
    *("name", "area", "contact", "reach", "strengths", "strengths_language"),
    *("show_strengths", "show_area", "show_contact", "show_in_public", "role"),
)


def _member(move: Move, one: Newcomer, person: Person) -> Member:
    row = one.row
    state = _state(move, row["state"])
    if person.id != one.person_id and state == State.ACTIVE:
        state = State.WAITING  # nobody says yes to a second hub but they themselves
    joined = row["joined"] or timezone.now()
    member = Member(
        id=one.member_id,
        hub_id=move.hub_id,
        person=person,
        organisation_id=one.organisation_id,
        state=state,
        joined_at=None if state == State.WAITING else joined,
        left_at=timezone.now() if state == State.LEFT else None,
        **{name: row[name] for name in AS_THEY_ARE},
    )
    if member.is_active:
        member.role = role_on_arrival(member, member.role)
    return member


def _state(move: Move, said: str) -> str:
    if said in (State.LEFT, State.WAITING):
        return said
    return State.ACTIVE if move.arrival == Arrival.ACTIVE else State.WAITING
