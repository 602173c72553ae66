"""Turns a member into a reader of letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gyda.letters import actions as letters
from gyda.letters.readers import Reader
from gyda.people.models import Member
from gyda.people.models.member import Reach


def reader_of(member: Member) -> Reader:
    """Return the member as a reader: their language, and where letters reach them."""
    person = member.present_person
    on_paper = member.reach == Reach.POST
    return Reader(
        member_id=member.id,
        hub_id=member.hub_id,
        name=member.name,
        language=person.language,
        email=None if on_paper else person.email,
        phone=None if on_paper else person.phone,
    )


def write_to(member: Member, kind: str, *, about_id: UUID | None = None, **context: Any) -> None:
    """Write a letter to a member; to someone who has been erased nobody writes."""
    if member.person is not None:
        words: Mapping[str, Any] = {"about_id": about_id, **context}
        letters.write(to=reader_of(member), kind=kind, context=words, about_id=about_id)
