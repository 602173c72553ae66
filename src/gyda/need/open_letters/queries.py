"""Every read of open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.answers.models import Question
from gyda.answers.queries import asked_about
from gyda.need.open_letters.kind import LETTER
from gyda.need.open_letters.models import (
    SHOWN,
    Kind,
    OpenLetter,
    Signature,
    SignatureQuerySet,
    Standing,
)
from gyda.need.rulings.models import Ruling
from gyda.people.who import Who

FEWEST = 5  # fewer people than that are no public figure
CHUNK = 1_000
MANY = 100
LANGS = ("cy", "en")


def listed(standing: str = "", initiative: UUID | None = None) -> "QuerySet[OpenLetter]":
    """Return open letters, those for signing first asked for."""
    rows = OpenLetter.objects.shown().select_related("organisation")
    if standing in SHOWN:
        rows = rows.filter(standing=standing)
    return rows.filter(initiative=initiative) if initiative else rows


def letter_or_404(letter_id: UUID) -> OpenLetter:
    """Return a letter, whatever became of it; its page says so."""
    rows = OpenLetter.objects.select_related("organisation", "initiative", "author")
    return get_object_or_404(rows, id=letter_id)


def shown_or_404(letter_id: UUID) -> OpenLetter:
    """Return a letter that is not taken down."""
    rows = OpenLetter.objects.shown()
    return get_object_or_404(
        rows.select_related("organisation", "initiative", "author"), id=letter_id
    )


def name_or_404(signature_id: UUID) -> Signature:
    """Return a name that stands in public."""
    rows = _in_public().filter(letter__standing__in=SHOWN).select_related("letter", "organisation")
    return get_object_or_404(rows, id=signature_id)


def names_taken_down(letter: OpenLetter) -> list[Ruling]:
    """Return why names do not stand under a letter, newest first."""
    rows = Ruling.objects.filter(signature__letter=letter).exclude(stands=False)
    return list(rows.order_by("-id")[:MANY])


def mine(who: Who | None, letter: OpenLetter) -> dict[str, Signature]:
    """Return what this reader has signed, by kind."""
    if not who:
        return {}
    rows = Signature.objects.filter(letter=letter, member=who.subject)
    return {row.kind: row for row in rows}


def question_of(letter: OpenLetter) -> Question | None:
    """Return what the recipient is asked, with the answer that holds."""
    if letter.standing != Standing.DELIVERED:
        return None
    found = asked_about(LETTER, [letter.id]).get(letter.id, [])
    return found[-1] if found else None


def _in_public() -> SignatureQuerySet:
    return Signature.objects.counted().filter(is_public=True, hidden=False)


def public_signatures(letter: OpenLetter) -> "QuerySet[Signature]":
    """Return those whose names may stand in public."""
    rows = _in_public().filter(letter=letter)
    return rows.select_related("organisation").order_by("id")


def waiting(letter: OpenLetter) -> int:
    """Return how many have not confirmed yet, up to a bound."""
    return Signature.objects.waiting().filter(letter=letter)[:1000].count()


def shown_count(count: int) -> int | None:
    """Return a count of people as the public may read it."""
    return None if 0 < count < FEWEST else count


def records() -> Iterator[dict[str, Any]]:
    """Give every letter for the hub's open data: its words and counts, and no name."""
    rows = OpenLetter.objects.shown().select_related("organisation").order_by("id")
    return (as_data(letter) for letter in rows.iterator(CHUNK))


def as_data(letter: OpenLetter) -> dict[str, Any]:
    body: Any = letter.organisation
    names = ("title", "text")
    recipient = {
        f"recipient_{lang}": getattr(body, f"name_{lang}") if body else
        getattr(letter, f"recipient_{lang}")
        for lang in LANGS
    }  # fmt: skip
    return {
        "id": str(letter.id),
        **{f"{n}_{lang}": getattr(letter, f"{n}_{lang}") for n in names for lang in LANGS},
        "original": letter.original,
        "translated": letter.translated,
        **recipient,
        "initiative": str(letter.initiative_id) if letter.initiative_id else None,
        "standing": letter.standing,
        "people": shown_count(letter.persons),
        "organisations": letter.organisations,
        "opened_on": timezone.localdate(letter.opened_at).isoformat(),
        "delivered_on": letter.delivered_on.isoformat() if letter.delivered_on else None,
        "delivered_to": letter.delivered_to,
    }


def table(letter: OpenLetter) -> Iterator[list[Any]]:
    """Give a line for each public signature, then how many others there are of each kind."""
    shown = {Kind.PERSON: 0, Kind.ORGANISATION: 0}
    for row in public_signatures(letter).iterator(CHUNK):
        shown[Kind(row.kind)] += 1
        yield [row.kind, row.name, timezone.localdate(row.confirmed_at).isoformat()]
    totals = {Kind.PERSON: letter.persons, Kind.ORGANISATION: letter.organisations}
    for kind, total in totals.items():
        if others := shown_count(total - shown[kind]):
            yield [kind, "", "", others]
