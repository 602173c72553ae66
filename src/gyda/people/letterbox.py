"""Turns a member into a reader of letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from gyda.letters import actions as letters
from gyda.letters.audiences import Addressee
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


def following(
    members: "QuerySet[Member]", about_id: UUID, last: UUID | None, size: int
) -> list[Addressee]:
    """Return the next of many members who belong to the hub, as readers of a letter to them all."""
    rows = Member.objects.active().filter(id__in=members.values("id"), person__isnull=False)
    rows = rows.filter(id__gt=last) if last else rows
    some = rows.select_related("person").order_by("id")[:size]
    return [Addressee(member.id, reader_of(member), about_id) for member in some]
