"""The table of members, as it can be brought in again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from gyda.keys.context import all_hubs, current_hub
from gyda.moving.models import BroughtMember
from gyda.moving.plan.keys import chunks
from gyda.moving.sheets.choices import REACH
from gyda.moving.writing.cells import day_or_moment, yes_no
from gyda.people.models import Member, Organisation
from gyda.people.models.member import State

CHUNK = 2_000
WORDS = {code: word for word, code in REACH.items()}


def numbers() -> dict[UUID, str]:
    """Return every member's number: the one they came with, or their id."""
    rows = _members().order_by("id").values_list("id", flat=True)
    found = {member: str(member) for member in rows.iterator(CHUNK)}
    brought = BroughtMember.objects.filter(member_id__in=_members().values("id"))
    return found | dict(brought.values_list("member_id", "number"))


def _members() -> QuerySet[Member]:
    gone = Q(state__in=(State.ERASED, State.DECLINED))
    return Member.objects.exclude(gone)


def rows_of_members(known: dict[UUID, str]) -> Iterator[list[Any]]:
    """Yield a row for each member, by their numbers."""
    rows = _members().select_related("person", "organisation").order_by("id")
    foreign = _foreign()
    yield from sorted(
        (
            _row(member, known[member.id], is_foreign=member.person_id in foreign)
            for member in rows.iterator(CHUNK)
        ),
        key=itemgetter(0),
    )


def _foreign() -> set[UUID]:
    """Return the people of other hubs who were brought over and never said yes here.

    How they sign in there is not this hub's to know.
    """
    silent = BroughtMember.objects.filter(came=True).exclude(member__state=State.ACTIVE)
    people = [one for one in silent.values_list("member__person_id", flat=True) if one]
    here = current_hub()
    with all_hubs():
        there = Member.objects.exclude(hub_id=here)
        pieces = (there.filter(person_id__in=piece) for piece in chunks(people))
        return {one for rows in pieces for one in rows.values_list("person_id", flat=True) if one}


def _row(member: Member, number: str, *, is_foreign: bool) -> list[Any]:
    person = member.present_person
    organisation = member.organisation
    return [
        number,
        member.name,
        None if is_foreign else person.email,
        None if is_foreign else person.phone,
        person.language,
        member.area,
        WORDS[member.reach],
        member.contact,
        member.strengths,
        member.strengths_language,
        yes_no(member.show_strengths),
        yes_no(member.show_area),
        yes_no(member.show_contact),
        yes_no(member.show_in_public),
        member.role.lower(),
        organisation.name_en if organisation else "",
        member.state.lower(),
        day_or_moment(member.joined_at),
    ]


def rows_of_organisations() -> Iterator[list[Any]]:
    """Yield a row for each organisation."""
    for one in Organisation.objects.order_by("name_en", "id").iterator(CHUNK):
        yield [getattr(one, name) for name in ("name_cy", "name_en", "about_cy", "about_en")]
