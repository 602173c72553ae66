"""What the lottery is drawn from: the pool by numbers and codes, with no name in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gyda.decide.panels.models import Panel, PanelDraw, PanelFeature, PoolPerson
from gyda.decide.panels.quotas import as_quotas, features_of, groups_of
from gyda.methods import lottery

DIGITS = 6


def mark_of(number: int) -> str:
    """Return the number of a person as it stands in all that is published.

    >>> mark_of(42)
    '000042'
    """
    return f"{number:0{DIGITS}d}"


@dataclass(frozen=True)
class Material:
    """Pool and quotas of a panel."""

    pool: lottery.Pool
    quotas: tuple[lottery.Quota, ...]
    seats: int


@dataclass(frozen=True)
class Task:
    """What one drawing draws, and the quotas that gave way for it."""

    pool: lottery.Pool
    quotas: tuple[lottery.Quota, ...]
    seats: int
    changes: tuple[lottery.Change, ...] = ()


def material_of(panel: Panel) -> Material:
    """Return the pool as it was when it closed; homes are numbers too."""
    features = features_of(panel)
    quotas = as_quotas(features)
    rows = list(_numbered(panel))
    homes: dict[str, str] = {}
    for person in rows:
        if person.home and person.number is not None:
            homes.setdefault(person.home, f"h{person.number}")
    people = [
        lottery.Person(
            mark_of(person.number or 0),
            {feature.code: person.answers.get(feature.code, "") for feature in features},
            homes.get(person.home) if panel.one_per_household else None,
        )
        for person in rows
    ]
    pool = lottery.Pool.of(people, one_per_household=panel.one_per_household)
    return Material(pool, quotas, panel.seats)


def _numbered(panel: Panel) -> Iterable[PoolPerson]:
    rows = PoolPerson.objects.there().filter(panel=panel, number__isnull=False)
    return rows.order_by("number").iterator(2000)


def task_of(draw: PanelDraw, whole: Material) -> Task:
    """Return what is to be drawn: the whole panel, or the seats of those who have left it."""
    if not draw.left:
        return Task(whole.pool, whole.quotas, whole.seats)
    stay, left = ([mark_of(n) for n in numbers] for numbers in (draw.stay, draw.left))
    empty = lottery.vacancy(whole.pool, whole.quotas, whole.seats, stay=stay, left=left)
    kept, changes = lottery.loosened(empty.pool, empty.quotas, empty.seats, seconds=60)
    return Task(empty.pool, kept, empty.seats, changes)


def pool_csv(panel: Panel, whole: Material) -> bytes:
    """Return the pool without names: a number, a group for each question, and the home."""
    codes = [feature.code for feature in features_of(panel)]
    shared = _shared(whole.pool.people)
    home = ["household"] if panel.one_per_household else []
    rows: list[Sequence[object]] = [["id", *codes, *home]]
    for person in whole.pool.people:
        cell = [person.household if person.household in shared else ""] if home else []
        rows.append([person.id, *(person.values[code] for code in codes), *cell])
    return _csv(rows)


def _shared(people: Iterable[lottery.Person]) -> set[str | None]:
    """Return the homes of which two or more are in the pool; of the others nothing is said."""
    seen: set[str | None] = set()
    twice: set[str | None] = set()
    for person in people:
        (twice if person.household in seen else seen).add(person.household)
    return twice - {None}


def quotas_csv(features: Iterable[PanelFeature]) -> bytes:
    """Return the quotas as `gyda draw` reads them."""
    rows: list[Sequence[object]] = [["category", "feature", "min", "max"]]
    rows += [
        [feature.code, group.code, group.least, group.most]
        for feature in features
        for group in groups_of(feature)
    ]
    return _csv(rows)


def lots_csv(lots: Sequence[Sequence[str]]) -> bytes:
    """Return the list of lots as `gyda draw` writes it: its SHA-256 is published."""
    digits = lottery.dice_for(len(lots))
    rows: list[Sequence[object]] = [["lot", *(f"seat {i + 1}" for i in range(len(lots[0])))]]
    rows += [[f"{number:0{digits}}", *lot] for number, lot in enumerate(lots)]
    return _csv(rows)


def lots_of(draw: PanelDraw) -> list[list[str]]:
    """Return the published lots, each a list of marks."""
    proof = draw.proof()
    people = [person for person, _answers in proof.get("people", [])]
    return [[people[i] for i in lot] for lot in proof.get("equal_lots", [])]


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
