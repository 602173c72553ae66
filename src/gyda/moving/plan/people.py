"""Who comes: new people, those who are here already, and how the other tables name them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models.functions import Lower

from gyda.moving.models import BroughtMember
from gyda.moving.plan.keys import UNDATED, among, key_of, noon
from gyda.moving.plan.organisations import Organisations
from gyda.moving.sheets.rows import Row
from gyda.people.models import Member
from gyda.people.models.folded import folded_name
from gyda.people.models.member import State


@dataclass(frozen=True)
class Newcomer:
    """Someone to be added."""

    member_id: UUID
    person_id: UUID
    number: str
    row: Row
    organisation_id: UUID | None


@dataclass
class Here:
    """The members of the hub whom the tables may mean."""

    by_number: dict[str, Member] = field(default_factory=dict)
    by_email: dict[str, Member] = field(default_factory=dict)
    by_phone: dict[str, Member] = field(default_factory=dict)
    by_name: dict[str, list[Member]] = field(default_factory=lambda: defaultdict(list))


@dataclass
class People:
    """Everyone whom a row may name: number, e-mail or full name to member id."""

    newcomers: list[Newcomer] = field(default_factory=list)
    known: dict[str, UUID] = field(default_factory=dict)  # number or e-mail
    named: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    broken: dict[str, int] = field(default_factory=dict)  # number or e-mail: line
    numbered: dict[UUID, str] = field(default_factory=dict)  # here, but without a number so far

    def find(self, text: str, row: Row, column: str) -> UUID | None:
        """Return whom a cell means, or say on the row that it means nobody."""
        found = self.known.get(text) or self.known.get(text.lower())
        called = {found} if found else self.named.get(folded_name(text), set())
        if len(called) == 1:
            return next(iter(called))
        if called:
            row.blame(column, "two-such-members", text=text[:80])
        elif line := self.broken.get(text) or self.broken.get(text.lower()):
            row.blame(column, "broken-member", other=line)
        else:
            row.blame(column, "no-such-member", text=text[:80])
        return None

    def add(self, member_id: UUID, name: str, *keys: str) -> None:
        self.known.update({key: member_id for key in keys if key})
        self.named[folded_name(name)].add(member_id)


def plan_people(
    rows: Sequence[Row], mentions: Sequence[str], organisations: Organisations
) -> People:
    """Look through the table of members; `mentions` are the names that other tables use."""
    _number(rows)
    here, people = _here(rows, mentions), People()
    for number, member in here.by_number.items():
        people.add(member.id, member.name, number)
    for email, member in here.by_email.items():
        people.add(member.id, member.name, email)
    for members in here.by_name.values():
        for member in members:
            people.add(member.id, member.name)
    seen: dict[str, Row] = {}
    for row in rows:
        _place(row, seen, here, people, organisations)
    return people


def _here(rows: Sequence[Row], mentions: Sequence[str]) -> Here:
    here = Here()
    for numbers in among([*(row["number"] for row in rows), *mentions]):
        brought = BroughtMember.objects.filter(number__in=numbers).select_related("member__person")
        here.by_number |= {one.number: one.member for one in brought}
    members = Member.objects.exclude(state=State.ERASED).select_related("person")
    mails = [row["email"] for row in rows] + [text.lower() for text in mentions if "@" in text]
    with_small = members.annotate(small=Lower("person__email"))
    for emails in among(mails):
        found: list[Any] = list(with_small.filter(small__in=emails))
        here.by_email |= {one.small: one for one in found}
    for phones in among([row["phone"] for row in rows]):
        reached = members.filter(person__phone__in=phones)
        here.by_phone |= {str(one.present_person.phone): one for one in reached}
    for names in among([folded_name(text) for text in mentions]):
        for one in members.filter(name_folded__in=names):
            here.by_name[one.name_folded].append(one)
    return here


def _place(
    row: Row, seen: dict[str, Row], here: Here, people: People, organisations: Organisations
) -> None:
    _look_for_twins(row, seen)
    named = row["organisation"]
    organisation = organisations.find(named, row, "organisation") if named else None
    member = _already_here(row, here)
    if not row.is_good:
        keys = (row["number"], row["email"])
        people.broken.update({key: row.line for key in keys if key and key not in people.known})
    elif member:
        people.add(member.id, member.name, row["number"], row["email"])
        if row["number"] and row["number"] not in here.by_number:
            people.numbered[member.id] = row["number"]
        row.remark("", "here-already")
    else:
        _welcome(row, people, organisation)


def _look_for_twins(row: Row, seen: dict[str, Row]) -> None:
    """Say when a row above has the same number, e-mail, or name and phone."""
    same_person = f"{folded_name(row['name'])}|{row['phone']}" if row["phone"] else ""
    for kind, text, code in (
        ("number", row["number"], "number-twice"),
        ("email", row["email"], "email-twice"),
        ("name", same_person, "person-twice"),
    ):
        first = seen.setdefault(f"{kind}|{text}", row) if text else row
        if first is not row:
            row.blame(kind, code, other=first.line)
    first = seen.setdefault(f"phone|{row['phone']}", row) if row["phone"] else row
    if first is not row and row.is_good:
        row.remark("phone", "shared-phone", other=first.line)
        row.values["contact"], row.values["phone"] = row["contact"] or row["phone"], ""


def _already_here(row: Row, here: Here) -> Member | None:
    by_number = here.by_number.get(row["number"])
    by_phone = here.by_phone.get(row["phone"])
    if by_phone and folded_name(by_phone.name) != folded_name(row["name"]):
        by_phone = None
    found = here.by_email.get(row["email"]) or by_phone
    if by_number and found and by_number.id != found.id:
        row.blame("number", "number-taken")
    return by_number or found


def _number(rows: Sequence[Row]) -> None:
    """Give a number to those who have none; the same, when the same row comes again."""
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        if not row["number"]:
            said = row["email"] or f"{row['name']}|{row['phone']}"
            seen[said] += 1
            row.values["number"] = key_of("number", f"{said}|{seen[said]}", noon(UNDATED)).hex[-8:]


def _welcome(row: Row, people: People, organisation: UUID | None) -> None:
    at, number = row["joined"] or noon(UNDATED), row["number"]
    member_id, person_id = key_of("member", number, at), key_of("person", number, at)
    people.newcomers.append(Newcomer(member_id, person_id, number, row, organisation))
    people.add(member_id, row["name"], number, row["email"])
