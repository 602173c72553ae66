"""A record of a lottery that anyone can check by counting, with nothing to solve."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gyda.methods.lottery.fair import WHOLE, Lottery
from gyda.methods.lottery.model import Floats
from gyda.methods.lottery.relaxation import Level
from gyda.methods.lottery.rounding import Rounded
from gyda.methods.lottery.seating import Lot
from gyda.methods.lottery.units import Unit, exclusions, units_of

FORMAT = "gyda lottery proof 2"
PART = 10**12  # prices are whole numbers of this part


def proof_of(lottery: Lottery, lots: Sequence[Lot], equal: Rounded | None = None) -> dict[str, Any]:
    """Return the proof as plain data for JSON: people, quotas, lots, prices of each level."""
    pool, model = lottery.pool, lottery.model
    place = {person.id: i for i, person in enumerate(pool.people)}
    units = units_of(pool)
    groups = exclusions(pool, units)
    proof: dict[str, Any] = {
        "format": FORMAT,
        "method": lottery.method,
        "seats": model.seats,
        "quotas": [[q.category, q.value, q.least, q.most] for q in model.quotas],
        "people": [[p.id, [p.values[c] for c in pool.categories]] for p in pool.people],
        "categories": list(pool.categories),
        "together": [list(unit) for unit in units if len(unit) > 1],
        "at_most_one": [sorted(i for u in group for i in units[u]) for group in groups],
        "unselectable": [place[person] for person in lottery.unselectable],
        "types": [[unit[0] for unit in kind.units] for kind in model.types],
        "whole": WHOLE,
        "lots": [[lot.weight, [place[person] for person in lot.people]] for lot in lots],
        "part": PART,
        "levels": [_priced(lottery, level, groups, units) for level in lottery.levels],
        "cuts": len(lottery.cuts),
    }
    proof["chances"] = _chances(lots, place)
    if equal:
        proof["equal_lots"] = [[place[person] for person in lot] for lot in equal.lots]
    return proof | {"sums": sums_of(proof)}


def sums_of(proof: Mapping[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of each part: it names a part that came to harm on its way.

    Whoever alters a part on purpose can alter its sum: what proves the lottery is the counting.
    """
    parts = {name: part for name, part in sorted(proof.items()) if name != "sums"}
    return {
        name: hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()
        for name, part in parts.items()
    }


def _chances(lots: Sequence[Lot], place: dict[str, int]) -> list[int]:
    sums = [0] * len(place)
    for lot in lots:
        for person in lot.people:
            sums[place[person]] += lot.weight
    return sums


def _priced(
    lottery: Lottery, level: Level, groups: Sequence[tuple[int, ...]], units: Sequence[Unit]
) -> dict[str, Any]:
    """Return a level with whole prices: of its types, of quotas and seats, of the groups."""
    model = lottery.model
    quotas = len(model.quotas)
    duals = level.duals[: len(model.lower)].copy()
    spare = level.cover - duals @ model.rows
    for t in np.flatnonzero((spare > 0) & (model.most < model.members) & (model.most > 0)):
        duals[model.types[t].shared or 0] += spare[t]
    kind_of = {unit: t for t, kind in enumerate(model.types) for unit in kind.units}
    rows = [_row_of(model.rows, [kind_of[units[u]] for u in group], quotas) for group in groups]
    return {
        "value": level.value,
        "types": list(level.types),
        "cover": [round(y * PART) for y in level.cover.tolist()],
        "quotas": [round(y * PART) for y in duals[:quotas].tolist()],
        "seats": round(float(duals[quotas]) * PART),
        "groups": [round(max(0.0, float(duals[row])) * PART) for row in rows],
    }


def _row_of(rows: Floats, kinds: list[int], quotas: int) -> int:
    """Return the row that stands for a group: the one that holds all of its types."""
    holds = rows[quotas + 1 :, kinds].all(axis=1)
    narrow = np.where(holds, (rows[quotas + 1 :] != 0).sum(1), rows.shape[1] + 1)
    return quotas + 1 + int(narrow.argmin())
