"""Panels by lot: quotas kept, chances as fair as can be, and a proof that anyone can check."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.lottery.check import Verdict, Wrong, check
from gyda.methods.lottery.drawing import (
    commitment,
    dice_for,
    drawn_by_dice,
    drawn_by_seed,
    keeps_promise,
)
from gyda.methods.lottery.fair import METHODS, WHOLE, Lottery, fair_lottery
from gyda.methods.lottery.faults import NoPanel, TooLong
from gyda.methods.lottery.feasibility import (
    Change,
    Conflict,
    conflict,
    feasible,
    loosened,
    smallest_changes,
)
from gyda.methods.lottery.lists import read_ids, read_leaving
from gyda.methods.lottery.pool import Person, Pool, Quota
from gyda.methods.lottery.proof import proof_of
from gyda.methods.lottery.reading import read_pool, read_quotas
from gyda.methods.lottery.reserves import Reserves, reserves
from gyda.methods.lottery.rounding import Rounded, rounded
from gyda.methods.lottery.seating import Lot, lots_of
from gyda.methods.lottery.sheet import Faults
from gyda.methods.lottery.vacancy import Vacancy, vacancy

__all__ = [
    "METHODS",
    "WHOLE",
    "Change",
    "Conflict",
    "Faults",
    "Lot",
    "Lottery",
    "NoPanel",
    "Person",
    "Pool",
    "Quota",
    "Reserves",
    "Rounded",
    "TooLong",
    "Vacancy",
    "Verdict",
    "Wrong",
    "check",
    "commitment",
    "conflict",
    "dice_for",
    "drawn_by_dice",
    "drawn_by_seed",
    "fair_lottery",
    "feasible",
    "keeps_promise",
    "loosened",
    "lots_of",
    "proof_of",
    "read_ids",
    "read_leaving",
    "read_pool",
    "read_quotas",
    "reserves",
    "rounded",
    "smallest_changes",
    "vacancy",
]
