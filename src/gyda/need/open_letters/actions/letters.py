"""Letters about an open letter: to members who signed, and to others who asked to hear."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q, QuerySet

from gyda.letters import actions as letters
from gyda.letters.readers import Reader
from gyda.need.open_letters.models import OpenLetter, Signature
from gyda.people.letterbox import write_to
from gyda.people.models import Member


def members_near(letter: OpenLetter) -> "QuerySet[Member]":
    """Return the author and the members who signed."""
    rows = Signature.objects.counted().filter(letter=letter, member__isnull=False)
    letters = OpenLetter.objects.filter(id=letter.id)
    near = Q(id__in=rows.values("member_id")) | Q(id__in=letters.values("author_id"))
    return Member.objects.active().filter(near).order_by("id")


def tell_near(letter: OpenLetter, kind: str, *, but: Any = None, **words: Any) -> None:
    """Write to them, and to those outside who asked to hear."""
    for member in members_near(letter).exclude(id=but).select_related("person").iterator():
        write_to(member, kind, about_id=letter.id, open_letter=letter, **words)
    tell_outside(letter, kind, **words)


def tell_outside(letter: OpenLetter, kind: str, **words: Any) -> None:
    """Write to who confirmed by e-mail and asked to hear."""
    asked = Signature.objects.counted().filter(letter=letter, hears=True).exclude(email="")
    for signature in asked.iterator():
        context = {"open_letter": letter, **words}
        letters.write(to=reader_of(signature), kind=kind, context=context, about_id=signature.id)


def reader_of(signature: Signature) -> Reader:
    """Return who signs from outside as a reader."""
    return Reader(
        member_id=None,
        hub_id=signature.hub_id,
        name=signature.name,
        language=signature.language,
        email=signature.email,
    )
