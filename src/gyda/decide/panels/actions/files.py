"""A pool from a file: all of it, or nothing and every fault with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.actions.features import Group, add_feature
from gyda.decide.panels.homes import home_mark
from gyda.decide.panels.models import Came, Panel, PanelFeature, PanelState, PoolPerson
from gyda.decide.panels.quotas import as_quotas, features_of
from gyda.decide.panels.rules import require_clerk
from gyda.methods.errors import BadInput
from gyda.people.who import Who

NAMES = ("name", "full name", "enw")
CONTACTS = ("contact", "email", "e mail", "phone", "telephone", "cyswllt", "ebost", "ffon")
MOST_FAULTS = 50
MOST_NAMED = 10


@dataclass(frozen=True)
class Brought:
    """The text of the files; `homes` names the columns of an address, `numbered`: no ids."""

    people: str
    quotas: str = ""
    homes: Sequence[str] = ()
    numbered: bool = False


class Unreadable(Exception):
    """What is wrong with which file."""

    def __init__(self, which: str, faults: Sequence[BadInput]) -> None:
        super().__init__(which)
        self.which, self.faults = which, faults


def faults_of(error: BadInput) -> Sequence[BadInput]:
    """Return every fault that was found at once."""
    return getattr(error, "faults", (error,))


@transaction.atomic
def bring_file(
    *, who: Who, panel_id: UUID, brought: Brought, now: datetime.datetime | None = None
) -> int:
    """Add everyone of a file to the pool; a file of quotas says by what the panel is balanced.

    Raises Unreadable with every fault and stores nothing then.
    """
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    if brought.quotas:
        _take_quotas(panel, brought.quotas)
    features = features_of(panel)
    if not features:
        raise errors.NoQuotas
    people = list(_people(panel, features, brought, now or timezone.now()))
    _require_new(panel, people, brought.numbered)
    PoolPerson.objects.bulk_create(people, batch_size=1000)
    note(panel, who, "panel.file_brought", public=False, people=len(people))
    return len(people)


def _take_quotas(panel: Panel, text: str) -> None:
    from gyda.methods.lottery import read_quotas

    if PoolPerson.objects.filter(panel=panel).exists():
        raise errors.PoolHasPeople
    try:
        quotas = read_quotas(text)
    except BadInput as error:
        raise Unreadable("quotas", faults_of(error)) from None
    if PanelFeature.objects.filter(panel=panel).exists():
        raise errors.FeatureTwice
    order = {quota.category: number for number, quota in enumerate(reversed(quotas))}
    ordered = sorted(quotas, key=lambda quota: -order[quota.category])
    for category, rows in groupby(ordered, key=lambda quota: quota.category):
        groups = [Group(q.value, q.value, q.value, q.least, q.most) for q in rows]
        add_feature(panel, category[:60], category, category, groups)


def _require_new(panel: Panel, people: Sequence[PoolPerson], numbered: bool) -> None:
    """Raise where someone is there already, word for word: nobody has two chances.

    Where lines stand for names, two of a number may be two people, but not a whole file.
    """
    there = {_all_of(one) for one in PoolPerson.objects.filter(panel=panel, member__isnull=True)}
    twice = [one.name for one in people if _all_of(one) in there]
    if twice and (not numbered or len(twice) == len(people)):
        more = " …" if len(twice) > MOST_NAMED else ""
        raise errors.BroughtAlready(names=", ".join(twice[:MOST_NAMED]) + more)


def _all_of(person: PoolPerson) -> tuple[object, ...]:
    said = tuple(sorted(person.answers.items()))
    return person.name.casefold(), person.contact.casefold(), person.home, said


def _people(
    panel: Panel, features: Sequence[PanelFeature], brought: Brought, now: datetime.datetime
) -> Iterator[PoolPerson]:
    from gyda.methods.lottery import read_pool

    homes = list(brought.homes)
    try:
        pool = read_pool(
            brought.people,
            as_quotas(features),
            numbered=brought.numbered,
            household=homes or None,
        )
        words = _words(brought)
    except BadInput as error:
        raise Unreadable("people", faults_of(error)) from None
    for person in pool.people:
        name, contact = words.get(person.id, ("", ""))
        yield PoolPerson(
            hub_id=panel.hub_id,
            panel=panel,
            name=(name or person.id)[:120],
            contact=contact[:200],
            came=Came.FILE,
            answers=dict(person.values),
            home=home_mark(panel.id, [person.household]) if person.household else "",
            came_at=now,
        )


def _words(brought: Brought) -> dict[str, tuple[str, str]]:
    """Return the name and the contact of each person by their id, where the file has them."""
    from gyda.methods.lottery.reading import IDS
    from gyda.methods.lottery.sheet import named, read_sheet

    wanted = {named(word) for word in (*IDS, *NAMES, *CONTACTS)}
    sheet = read_sheet(brought.people, wanted.__contains__)
    ids = None if brought.numbered else sheet.column(*IDS)
    name, contact = sheet.column(*NAMES), sheet.column(*CONTACTS)
    return {
        row.cells[ids] if ids else str(row.line): (
            row.cells[name] if name else "",
            row.cells[contact] if contact else "",
        )
        for row in sheet.rows
    }
