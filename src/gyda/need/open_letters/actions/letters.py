"""Letters about an open letter: to members who signed, and to others who asked to hear."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db.models import Model, Q, QuerySet

from gyda.letters.audiences import Addressee
from gyda.letters.circulars import write_to_all
from gyda.letters.readers import Reader
from gyda.need.open_letters.kind import LETTER, OUTSIDE
from gyda.need.open_letters.models import SHOWN, OpenLetter, Signature
from gyda.people.letterbox import following
from gyda.people.models import Member


def members_near(letter: OpenLetter) -> "QuerySet[Member]":
    """Return the author and the members who signed."""
    rows = Signature.objects.counted().filter(letter=letter, member__isnull=False)
    letters = OpenLetter.objects.filter(id=letter.id)
    near = Q(id__in=rows.values("member_id")) | Q(id__in=letters.values("author_id"))
    return Member.objects.active().filter(near).order_by("id")


def tell_near(letter: OpenLetter, kind: str, *, but: UUID | None = None, **words: Model) -> None:
    """Write to them, and to those outside who asked to hear."""
    words = {"open_letter": letter, **words}
    write_to_all(kind=kind, audience=LETTER, about_id=letter.id, words=words, but=but)
    write_to_all(kind=kind, audience=OUTSIDE, about_id=letter.id, words=words)


def who_hears(about_id: UUID, last: UUID | None, size: int) -> list[Addressee]:
    """Return the next of the members who hear of a letter."""
    letter = OpenLetter.objects.shown().filter(id=about_id).first()
    return following(members_near(letter), letter.id, last, size) if letter else []


def tell_outside(letter: OpenLetter, kind: str, **words: Model) -> None:
    """Write to who confirmed by e-mail and asked to hear."""
    words = {"open_letter": letter, **words}
    write_to_all(kind=kind, audience=OUTSIDE, about_id=letter.id, words=words)


def who_hears_outside(about_id: UUID, last: UUID | None, size: int) -> list[Addressee]:
    """Return the next of those outside; what they are written hangs on their signature."""
    asked = Signature.objects.counted().filter(letter=about_id, hears=True).exclude(email="")
    asked = asked.filter(letter__standing__in=SHOWN)
    asked = asked.filter(id__gt=last) if last else asked
    return [Addressee(row.id, reader_of(row), row.id) for row in asked.order_by("id")[:size]]


def reader_of(signature: Signature) -> Reader:
    """Return who signs from outside as a reader."""
    return Reader(
        member_id=None,
        hub_id=signature.hub_id,
        name=signature.name,
        language=signature.language,
        email=signature.email,
    )
