"""What is held on a member about open letters: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F

from gyda.need.open_letters.actions.counting import count_again, forget
from gyda.need.open_letters.models import Kind, OpenLetter, Signature
from gyda.people.data import register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = {"title_cy": F("letter__title_cy"), "title_en": F("letter__title_en")}


def export_signatures(member: Member) -> Rows:
    """Return what the member signed."""
    rows = Signature.objects.filter(member=member).order_by("id")
    return [
        dict(row)
        for row in rows.values("kind", "name", at=F("asked_at"), public=F("is_public"), **TITLE)
    ]


def erase_signatures(member: Member) -> None:
    """Take them out, but those that an organisation gave: these stay as the organisation's.

    Sheets that the member typed in stay; of who typed, nothing is left to forget.
    """
    mine = Signature.objects.filter(member=member, kind=Kind.PERSON).select_related("letter")
    letters = {row.letter_id: row.letter for row in mine}
    forget(mine)
    for letter in letters.values():
        count_again(letter)


def export_letters(member: Member) -> Rows:
    """Return the letters that the member opened."""
    rows = OpenLetter.objects.filter(author=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", at=F("opened_at"))]


def erase_letters(member: Member) -> None:
    """Take the name from letters; the words are others' too, who signed them."""
    OpenLetter.objects.filter(author=member).update(author=None)


def register_all() -> None:
    register(Signature, export=export_signatures, erase=erase_signatures)
    register(OpenLetter, export=export_letters, erase=erase_letters)
