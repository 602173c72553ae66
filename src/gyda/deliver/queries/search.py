"""Finds listings by words, as quickly in a hub of 100,000 listings as in one of a hundred."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q

from gyda.deliver.models.codes import Day, Part, slot, together
from gyda.deliver.models.listing import ListingQuerySet, Spoken, Where
from gyda.deliver.models.word import ListingWord
from gyda.methods.search import PLACE, wanted, words_of
from gyda.methods.welsh import radicals

MOST_WORDS = 6
RARE = 400  # listings with a word: fewer are gathered first, more are met soon when walking


def with_words(listings: ListingQuerySet, text: str) -> ListingQuerySet:
    """Keep the listings that have every word of the text, or words that begin with them."""
    return _with_all(listings, [_like(word) for word in words_of(text)[:MOST_WORDS]])


def near(listings: ListingQuerySet, place: str) -> ListingQuerySet:
    """Keep the listings for a place, and those for anywhere."""
    places = words_of(place)[:MOST_WORDS]
    if not places:
        return listings
    there = _with_all(listings, [_place_like(word) for word in places])
    return listings.filter(Q(id__in=there.values("id")) | Q(where=Where.ANYWHERE))


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


def _like(word: str) -> Q:
    return Q(word__opens=word) | Q(word__in=wanted(word))


def _place_like(word: str) -> Q:
    return Q(word__opens=PLACE + word) | Q(word__in=[PLACE + one for one in radicals(word)])


def _with_all(listings: ListingQuerySet, words: Iterable[Q]) -> ListingQuerySet:
    for word in words:
        entries = ListingWord.objects.filter(word)
        if _is_rare(word):
            listings = listings.filter(id__in=entries.values("listing_id"))
        else:
            here = entries.filter(hub=OuterRef("hub"), listing=OuterRef("pk"))
            listings = listings.filter(Exists(here))
    return listings


def _is_rare(word: Q) -> bool:
    entries = ListingWord.objects.filter(word).values_list("id", flat=True)
    return not entries[RARE : RARE + 1]
