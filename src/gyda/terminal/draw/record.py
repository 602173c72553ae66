"""The record of a draw, for machines, and its numbered list, for printing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from gyda.methods.lottery import WHOLE, Lot, Lottery, Quota, Reserves, Rounded, dice_for


@dataclass(frozen=True)
class Result:
    """All that a draw found; `number` is the lot that was drawn, if one was."""

    lottery: Lottery
    quotas: tuple[Quota, ...]
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
        "lots": [{"weight": lot.weight / WHOLE, "people": list(lot.people)} for lot in result.lots],
        "rounded": {
            "number": len(equal.lots),
            "chances": {person: float(rounded.get(person, 0)) for person in chances},
            "lots": [list(lot) for lot in equal.lots],
            "missed": equal.missed,
        },
        "groups": groups(result),
    }
    if result.number is not None:
        record["drawn"] = {"lot": result.number, "people": list(equal.lots[result.number])}
    if result.reserves:
        record["reserves"] = list(result.reserves.people)
    return record


def groups(result: Result) -> list[dict[str, Any]]:
    """Return each quota with who is in the pool, their mean chance, and their seats in lots."""
    people = result.lottery.pool.people
    chances = result.lottery.chances
    values = {person.id: person.values for person in people}
    seats = _seats(result, values)
    rows = []
    for quota in result.quotas:
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


def listed(result: Result) -> str:
    """Return the numbered list as CSV: number, then who sits."""
    digits = dice_for(len(result.equal.lots))
    rows = (f"{n:0{digits}},{' '.join(lot)}" for n, lot in enumerate(result.equal.lots))
    return "lot,people\n" + "\n".join(rows) + "\n"
