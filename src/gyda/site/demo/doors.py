"""Who one can be in the demo: the people of data/doors.toml who are in this database."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from gyda.keys.context import in_hub
from gyda.people.models import Hub, Member
from gyda.people.models.member import State
from gyda.site.demo.story import DATA, Story, stories

CARDS = settings.VAR / "demo-cards.json"  # numbers and PINs of people who never were


@dataclass(frozen=True)
class Door:
    """One person whom the demo lets you be."""

    hub: str
    person: str
    what_cy: str
    what_en: str

    @property
    def what(self) -> str:
        return self.what_cy if get_language() == "cy" else self.what_en


@dataclass(frozen=True)
class DemoPerson:
    """What a visitor is told; no e-mail address: signs in with a card."""

    key: str
    name: str
    what: str
    email: str
    hub: Hub
    person_id: UUID
    card: tuple[str, str] | None = None  # number and PIN

    @property
    def card_number(self) -> str:
        number = self.card[0] if self.card else ""
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))

    @property
    def card_pin(self) -> str:
        return self.card[1] if self.card else ""


@cache
def doors() -> tuple[Door, ...]:
    text = (DATA / "doors.toml").read_text(encoding="utf-8")
    return tuple(Door(**row) for row in tomllib.loads(text)["door"])


def who_can_sign_in() -> list[DemoPerson]:
    """Return the demo people of this database; none where there is no demo."""
    return list(_found()) if settings.DEMO else []


def _found() -> Iterator[DemoPerson]:
    hubs = {hub.slug: hub for hub in Hub.objects.filter(slug__in={door.hub for door in doors()})}
    told = {story.hub.slug: story for story in stories()}
    cards = _cards()
    members = {slug: _members(hub, told[slug]) for slug, hub in hubs.items()}
    for door in doors():
        member = members.get(door.hub, {}).get(door.person)
        if member and member.person:
            yield DemoPerson(
                key=f"{door.hub}/{door.person}",
                name=member.name,
                what=door.what,
                email=member.person.email or "",
                hub=hubs[door.hub],
                person_id=member.person.id,
                card=cards.get(f"{door.hub}/{door.person}"),
            )


def _members(hub: Hub, story: Story) -> dict[str, Member]:
    wanted = {door.person for door in doors() if door.hub == hub.slug}
    keys = {person.name: person.key for person in story.people if person.key in wanted}
    with in_hub(hub.id):
        rows = Member.objects.filter(name__in=keys, state__in=[State.ACTIVE, State.WAITING])
        return {keys[member.name]: member for member in rows.select_related("person")}


def _cards() -> dict[str, tuple[str, str]]:
    if not CARDS.exists():
        return {}
    kept = json.loads(CARDS.read_text(encoding="utf-8"))
    return {key: (number, pin) for key, (number, pin) in kept.items()}
