"""Builders: plain functions that make what a test needs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.people.models import Hub, Member, Organisation, Person
from gyda.people.models.member import Role, State
from gyda.people.who import Who

_numbers = count(1)


def a_hub(slug: str = "", **fields: Any) -> Hub:
    slug = slug or f"hwb-{next(_numbers)}"
    names = {"name_cy": f"Hwb {slug}", "name_en": f"Hub {slug}"}
    return Hub.objects.create(slug=slug, **(names | fields))


def a_person(name: str = "", **fields: Any) -> Person:
    number = next(_numbers)
    name = name or f"Person {number}"
    fields.setdefault("email", f"person{number}@example.org")
    return Person.objects.create_user(name=name, **fields)


def a_member(hub: Hub, name: str = "", **fields: Any) -> Member:
    person = fields.pop("person", None) or a_person(name)
    fields = {"state": State.ACTIVE, "joined_at": timezone.now()} | fields
    with in_hub(hub.id):
        return Member.objects.create(hub=hub, person=person, name=person.name, **fields)


def an_organisation(hub: Hub, name: str = "Meddygfa'r Cwm") -> Organisation:
    with in_hub(hub.id):
        return Organisation.objects.create(hub=hub, name_cy=name, name_en=name)


@dataclass(frozen=True)
class Cast:
    """Alys looks after the hub, Bryn belongs to it, Carys connects, Dafydd comes for a practice;
    Eira belongs to another hub."""

    hub: Hub
    other_hub: Hub
    alys: Member
    bryn: Member
    carys: Member
    dafydd: Member
    eira: Member


def a_cast() -> Cast:
    hub, other = a_hub(), a_hub()
    return Cast(
        hub=hub,
        other_hub=other,
        alys=a_member(hub, "Alys", role=Role.STEWARD),
        bryn=a_member(hub, "Bryn"),
        carys=a_member(hub, "Carys", role=Role.CONNECTOR),
        dafydd=a_member(hub, "Dafydd", organisation=an_organisation(hub)),
        eira=a_member(other, "Eira"),
    )


def who(member: Member, principal: Member | None = None) -> Who:
    return Who(member, principal)
