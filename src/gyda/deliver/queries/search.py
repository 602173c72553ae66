"""Finds listings by words, as quickly in a hub of 100,000 listings as in one of a hundred."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from gyda.deliver.models.codes import Day, Part, slot, together
from gyda.deliver.models.listing import ListingQuerySet, Spoken, Where
from gyda.deliver.models.word import ListingWord
from gyda.methods.search import PLACE, wanted, words_of
from gyda.methods.welsh import radicals

MOST_WORDS = 6
RARE = 5_000  # listings with a word: fewer are gathered, more are met soon when walking the newest
KINDS = ("beginning", "entire")


@dataclass(frozen=True)
class Sought:
    """A word to be found: entries that begin with it, or that are one of these."""

    start: str
    whole: list[str]

    def beginning(self) -> "QuerySet[ListingWord]":
        return ListingWord.objects.filter(word__opens=self.start)

    def entire(self) -> "QuerySet[ListingWord]":
        return ListingWord.objects.filter(word__in=self.whole)

    def gathered(self) -> Q:
        """Meet it by listing all that have it."""
        parts = [entries.values("listing_id") for entries in (self.beginning(), self.entire())]
        return Q(id__in=parts[0].union(parts[1]))

    def walked(self) -> Q:
        """Meet it by looking at one listing after another."""
        either = Q(word__opens=self.start) | Q(word__in=self.whole)
        here = ListingWord.objects.filter(either, hub=OuterRef("hub"), listing=OuterRef("pk"))
        # Not Exists(): PostgreSQL would gather all that have the word before it looks at one.
        return Q(IsNull(Subquery(here.values("id")[:1]), False))


def with_words(listings: ListingQuerySet, text: str) -> ListingQuerySet:
    """Keep the listings that have every word of the text, or words that begin with them."""
    sought = [Sought(word, wanted(word)) for word in words_of(text)[:MOST_WORDS]]
    return listings.filter(_all_met(sought))


def near(listings: ListingQuerySet, place: str) -> ListingQuerySet:
    """Keep the listings for a place, and those for anywhere."""
    words = words_of(place)[:MOST_WORDS]
    if not words:
        return listings
    sought = [Sought(PLACE + word, [PLACE + one for one in radicals(word)]) for word in words]
    return listings.filter(_all_met(sought) | Q(where=Where.ANYWHERE))


def at_times(listings: ListingQuerySet, day: str, part: str) -> ListingQuerySet:
    """Keep the listings for a day and a part of the day, and those yet to be agreed."""
    days = [int(day)] if day else Day.values
    parts = [int(part)] if part else Part.values
    if len(days) == len(Day) and len(parts) == len(Part):
        return listings
    mask = together(slot(one, other) for one in days for other in parts)
    fitting = listings.annotate(fitting=F("times").bitand(mask))
    return fitting.filter(Q(fitting__gt=0) | Q(times=0))


def spoken(listings: ListingQuerySet, language: str) -> ListingQuerySet:
    """Keep the listings of people who will talk in this language."""
    if language not in (Spoken.CY, Spoken.EN):
        return listings
    return listings.filter(spoken__in=[language, Spoken.BOTH])


def _all_met(sought: list[Sought]) -> Q:
    both = zip(sought, _are_common(sought), strict=True)
    return reduce(and_, (one.walked() if often else one.gathered() for one, often in both), Q())


def _are_common(sought: list[Sought]) -> list[bool]:
    """Ask of all words at once whether more than a few listings have them."""
    if not sought:
        return []
    probes = {
        f"{kind}{number}": Subquery(entries.values("id")[RARE : RARE + 1])
        for number, one in enumerate(sought)
        for kind, entries in zip(KINDS, (one.beginning(), one.entire()), strict=True)
    }
    rows = ListingWord.objects.order_by().annotate(**probes).values(*probes)[:1]
    row: dict[str, Any] = next(iter(rows), {})
    return [any(row.get(f"{kind}{number}") for kind in KINDS) for number in range(len(sought))]
