"""What the lottery is drawn from: the pool by numbers and codes, with no name in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gyda.decide.panels.models import Panel, PanelDraw, PoolPerson
from gyda.decide.panels.quotas import as_quotas, features_of
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


def pool_csv(proof: Mapping[str, Any]) -> bytes:
    """Return the pool of a proof without names: a number, its groups, and who shares a home.

    From the proof, which stays when the pool is deleted: the same bytes at every call.
    """
    home = {i: f"h{n}" for n, group in enumerate(proof["at_most_one"], start=1) for i in group}
    last = ["household"] if home else []
    rows: list[Sequence[object]] = [["id", *proof["categories"], *last]]
    for i, (person, answers) in enumerate(proof["people"]):
        rows.append([person, *answers, *([home.get(i, "")] if home else [])])
    return _csv(rows)


def quotas_csv(proof: Mapping[str, Any]) -> bytes:
    """Return the quotas of a proof as `gyda draw` reads them."""
    return _csv([["category", "feature", "min", "max"], *proof["quotas"]])


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
