"""Many people, and what they offer and ask."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from gyda.deliver.models import Category, Listing, ListingWord
from gyda.methods.search import index_of
from gyda.people.models import Member, Person
from gyda.people.models.folded import folded_name
from gyda.site.growth import names
from gyda.site.growth.bulk import insert
from gyda.site.growth.town import Town

PERSON = ("id", "name", "email", "language", "password", "created_at")
MEMBER = (
    "id", "hub", "person", "name", "name_folded", "last_folded", "state", "area", "joined_at",
    "last_seen_on",
)  # fmt: skip
LISTING = (
    "id", "hub", "kind", "member", "entered_by", "category", "title", "language", "where", "state",
    "expires_on", "created_at", "updated_at",
)  # fmt: skip
AREAS = ("Pentre Isaf", "Pentre Uchaf", "Y Felin", "Tan y Bryn")


def add_people(town: Town) -> int:
    """Add the members, each a person of their own."""
    town.members = town.ids(town.size.members)
    persons = town.ids(town.size.members)
    called = [names.a_name(town.random) for _ in persons]
    insert(Person, PERSON, _persons(town, persons, called))
    return insert(Member, MEMBER, _members(town, persons, called))


def _persons(town: Town, ids: list[UUID], called: list[str]) -> Iterator[list[Any]]:
    for number, (id_, name) in enumerate(zip(ids, called, strict=True)):
        email = f"{id_.hex}@example.org" if number % 10 else None  # every tenth has none
        yield [id_, name, email, "cy" if number % 2 else "en", "!", town.moment(number, len(ids))]


def _members(town: Town, persons: list[UUID], called: list[str]) -> Iterator[list[Any]]:
    today = town.now.date()
    for number, id_ in enumerate(town.members):
        name = called[number]
        folded = folded_name(name)
        seen = today - datetime.timedelta(days=town.random.randrange(200))
        joined = town.moment(number, len(persons))
        yield [
            id_, town.hub.id, persons[number], name, folded, folded.rpartition(" ")[2], "ACTIVE",
            AREAS[number % len(AREAS)], joined, seen,
        ]  # fmt: skip


def add_listings(town: Town) -> int:
    """Add offers and asks on the hub's shelves, and the words by which they are found."""
    shelves = [
        Category.objects.get_or_create(name_cy=cy, name_en=en, hub_id=town.hub.id)[0]
        for cy, en in names.SHELVES
    ]
    town.categories = [shelf.id for shelf in shelves]
    town.listings = town.ids(town.size.listings)
    titles = [names.a_title(town.random) for _ in town.listings]
    written = insert(Listing, LISTING, _listings(town, titles))
    insert(ListingWord, ("id", "hub", "word", "listing"), _words(town, titles))
    return written


def _listings(town: Town, titles: list[tuple[str, str]]) -> Iterator[list[Any]]:
    for number, id_ in enumerate(town.listings):
        title, language = titles[number]
        member = town.members[number % len(town.members)]
        kind = "OFFER" if number % 5 < 3 else "ASK"
        state = "OPEN" if number % 10 < 7 else "CLOSED"
        expires = town.now.date() + datetime.timedelta(days=30 + number % 90)
        moment = town.moment(number, len(town.listings))
        yield [
            id_, town.hub.id, kind, member, member, town.categories[number % len(town.categories)],
            title, language, "ANYWHERE", state, expires, moment, moment,
        ]  # fmt: skip


def _words(town: Town, titles: list[tuple[str, str]]) -> Iterator[list[Any]]:
    indexes = {title: index_of(*title) for title in set(titles)}
    for number, (id_, title) in enumerate(zip(town.listings, titles, strict=True)):
        if number % 10 < 7:  # open ones only
            for word in indexes[title]:
                yield [town.id_at(town.now), town.hub.id, word, id_]
