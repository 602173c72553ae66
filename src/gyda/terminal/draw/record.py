"""The record of a draw, for machines."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from gyda.methods.lottery import WHOLE, Lot, Lottery, Reserves, Rounded
from gyda.terminal.draw import printed
from gyda.terminal.draw.task import Task


@dataclass(frozen=True)
class Result:
    """All that a draw found; `number` is the lot that was drawn, if one was."""

    lottery: Lottery
    task: Task
    lots: tuple[Lot, ...]
    equal: Rounded
    number: int | None = None
    reserves: Reserves | None = None


def of(result: Result) -> dict[str, Any]:
    """Return the record."""
    found, equal = result.lottery, result.equal
    rounded = equal.chances()
    chances = {person: float(chance) for person, chance in found.chances.items()}
    record: dict[str, Any] = {
        "seats": found.model.seats,
        "method": found.method,
        "minimum": float(found.minimum),
        "unselectable": list(found.unselectable),
        "chances": chances,
        "lots": [{"weight": lot.weight / WHOLE, "people": lot.people} for lot in result.lots],
        "rounded": {
            "number": len(equal.lots),
            "chances": {person: float(rounded.get(person, 0)) for person in chances},
            "lots": equal.lots,
            "sha256": printed.fingerprint(equal),
            "different": len(set(equal.lots)),
            "missed": equal.missed,
        },
        "groups": groups(result),
    }
    return record | _after(result)


def _after(result: Result) -> dict[str, Any]:
    """Return what is known once a lot was drawn, or seats were filled again."""
    after: dict[str, Any] = {}
    task = result.task
    if task.left:
        after["replacing"] = {
            "stay": list(task.stay),
            "left": list(task.left),
            "changes": loosened(task),
        }
    if result.number is not None:
        lot = result.equal.lots[result.number]
        after["drawn"] = {"lot": result.number, "people": list(lot)}
        after["panel"] = sorted([*task.stay, *lot])
    if result.reserves:
        after["reserves"] = reserves(result.reserves)
    return after


def reserves(by: Reserves) -> dict[str, Any]:
    """Return who stands by, and the seats that are expected to be wrong with and without them."""
    return {"people": list(by.people), "expected": by.expected, "without": by.without}


def loosened(task: Task) -> list[dict[str, Any]]:
    """Return the quotas of the whole panel that could not be kept, before and after."""
    pool, quotas = task.whole
    stay = set(task.stay)
    seated = [person for person in pool.people if person.id in stay]
    rows = []
    for change in task.changes:
        quota = next(q for q in quotas if q.name == change.quota.name)
        held = sum(p.values.get(quota.category) == quota.value for p in seated)
        lower, higher = change.quota.least - change.least, change.most - change.quota.most
        rows.append({
            "category": quota.category, "value": quota.value,
            "min": quota.least - lower, "max": max(quota.most, held) + higher,
            "min_before": quota.least, "max_before": quota.most,
        })  # fmt: skip
    return rows


def groups(result: Result) -> list[dict[str, Any]]:
    """Return each quota with who is in the pool, their mean chance, and their seats in lots."""
    people = result.lottery.pool.people
    chances = result.lottery.chances
    values = {person.id: person.values for person in people}
    seats = _seats(result, values)
    rows = []
    for quota in result.task.quotas:
        own = [p.id for p in people if p.values.get(quota.category) == quota.value]
        mean = float(sum(chances[p] for p in own)) / len(own) if own else 0.0
        fewest, most = seats.get(quota.name, (0, 0))
        rows.append({
            "category": quota.category, "value": quota.value, "least": quota.least,
            "most": quota.most, "people": len(own), "mean_chance": mean,
            "fewest_in_a_lot": fewest, "most_in_a_lot": most,
        })  # fmt: skip
    return rows


def _seats(result: Result, values: Any) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, lot in enumerate(result.equal.lots):
        for person in lot:
            for answer in values[person].items():
                counts = found[answer]
                counts += [0] * (number + 1 - len(counts))
                counts[number] += 1
    lots = len(result.equal.lots)
    return {answer: (min(c) if len(c) == lots else 0, max(c)) for answer, c in found.items()}
