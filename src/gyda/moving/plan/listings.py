"""Offers and asks to come: on which shelf, by whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gyda.deliver.models import Category, Listing
from gyda.deliver.models.listing import Where
from gyda.deliver.rules.listing import expiry
from gyda.deliver.starting import CATEGORIES
from gyda.moving.plan.keys import UNDATED, chunks, key_of, noon
from gyda.moving.plan.people import People
from gyda.moving.sheets.rows import Row
from gyda.moving.sheets.timeoverflow import MAKE

OTHER_CY, OTHER_EN = CATEGORIES[-1]


@dataclass(frozen=True)
class NewListing:
    """One offer or ask to be put up."""

    id: UUID
    row: Row
    member_id: UUID
    category_id: UUID


@dataclass
class Listings:
    """What is put up, and which shelves are added for it (id: Welsh and English name)."""

    new: list[NewListing] = field(default_factory=list)
    shelves: dict[UUID, tuple[str, str]] = field(default_factory=dict)
    known: dict[str, UUID] = field(default_factory=dict)


def plan_listings(rows: Sequence[Row], people: People, on: datetime.date) -> Listings:
    """Look through the table of offers and asks."""
    found = Listings()
    for shelf in Category.objects.order_by("id"):
        found.known |= {shelf.name_cy.casefold(): shelf.id, shelf.name_en.casefold(): shelf.id}
    seen: dict[str, int] = {}
    drafts = [_draft(row, people, found, seen, on) for row in rows]
    new = [draft for draft in drafts if draft]
    stored = _stored([draft.id for draft in new])
    for draft in new:
        if draft.id in stored:
            draft.row.remark("", "brought-before")
        else:
            found.new.append(draft)
    return found


def _stored(keys: Sequence[UUID]) -> set[UUID]:
    stored: set[UUID] = set()
    for chunk in chunks(keys):
        stored |= set(Listing.objects.filter(id__in=chunk).values_list("id", flat=True))
    return stored


def _draft(
    row: Row, people: People, found: Listings, seen: dict[str, int], on: datetime.date
) -> NewListing | None:
    member = people.find(row["member"], row, "member") if row["member"] else None
    shelf = _shelf(row, found)
    if row["where"] == Where.PLACE and not row["place"]:
        row.blame("place", "missing")
    if row["hours"] is not None and row["hours"] <= 0:
        row.blame("hours", "not-positive", text=str(row["hours"]))
    if not (row.is_good and member and shelf):
        return None
    _fill(row, on)
    created = row["created"] or noon(UNDATED)
    text = f"{row['id']}|{member}|{row['kind']}|{row['title']}"
    seen[text] = seen.get(text, 0) + 1
    key = key_of("listing", f"{text}|{seen[text]}", created)
    return NewListing(key, row, member, shelf)


def _fill(row: Row, on: datetime.date) -> None:
    if row["until"] is None:
        row.values["until"] = expiry(row["kind"], on, row["by"])
    if row["where"] != Where.PLACE:
        row.values["place"] = ""


def _shelf(row: Row, found: Listings) -> UUID | None:
    english, welsh = row["category"], row["category_cy"]
    names = [name.casefold() for name in (english, welsh) if name]
    known = next((found.known[name] for name in names if name in found.known), None)
    if known or (english and welsh):
        return known or _new_shelf(found, welsh, english)
    if english and row.make != MAKE:
        row.blame("category", "no-category")
        return None
    row.remark("category", "other-shelf", category=OTHER_EN)
    return found.known.get(OTHER_EN.casefold()) or _new_shelf(found, OTHER_CY, OTHER_EN)


def _new_shelf(found: Listings, welsh: str, english: str) -> UUID:
    key = key_of("category", english, noon(UNDATED))
    found.shelves[key] = (welsh, english)
    found.known |= {welsh.casefold(): key, english.casefold(): key}
    return key
