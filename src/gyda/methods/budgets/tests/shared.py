"""Real elections that lie beside the project, and a slow plain oracle."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from gyda.methods.budgets import Election, read

GREEDY_PUBLISHED = (
    "Poland_Katowice_2023",
    "Poland_Krakow_2019",
    "Poland_Lodz_2022",
    "Poland_Warszawa_2017_Chomiczowka",
    "Poland_Warszawa_2020_Ursynow",
    "Poland_Wroclaw_2015_150_-_500",
    "Poland_Wroclaw_2017",
)
WIELICZKA = "Poland_Wieliczka_2023_Green_Budget"


def folder() -> Path:
    """Return where the shared elections lie; without them only a developer may go on."""
    for above in Path(__file__).resolve().parents:
        found = above.parent / "shared" / "data" / "pb"
        if found.is_dir():
            return found
    if os.environ.get("CI") == "true":
        pytest.fail("the shared elections are missing")
    pytest.skip("the shared elections are missing")


@cache
def shared_election(name: str) -> Election:
    return read((folder() / f"{name}.pb").read_bytes())


@cache
def golden() -> dict[str, dict[str, list[str]]]:
    return json.loads((folder() / "golden_equal_shares_exact.json").read_text())


def official(election: Election) -> set[str]:
    """Return the winners that the city published."""
    return {one.id for one in election.projects if one.facts.get("selected") == "1"}


def plainly(election: Election, utility: str = "cost", share: Fraction | None = None) -> list[str]:
    """Count equal shares as the paper says it, voter by voter, in fractions alone."""
    voters = [
        {k: Fraction(p) for k, p in zip(row, points, strict=True)}
        for row, points in zip(election.ballots.rows, _points(election, utility), strict=True)
    ]
    weights = [Fraction(w) for w in election.ballots.weights]
    purses = [election.budget / sum(weights) if share is None else share] * len(voters)
    selected: list[str] = []
    while True:
        best = None
        for k, project in enumerate(election.projects):
            if project.id in selected or project.cost > election.budget:
                continue
            value = project.cost if utility in ("cost", "points-cost") else 1
            level = _level(project.cost, k, voters, weights, purses)
            if level is not None and (best is None or level / value < best[0]):
                best = (level / value, level, k)
        if best is None:
            return selected
        selected.append(election.projects[best[2]].id)
        for i, voter in enumerate(voters):
            if best[2] in voter:
                purses[i] -= min(purses[i], best[1] * voter[best[2]])


def _points(election: Election, utility: str) -> list[tuple[Fraction, ...]]:
    from gyda.methods.budgets.scores import ballot_points

    given = ballot_points(election)
    if given is None or not utility.startswith("points"):
        return [(Fraction(1),) * len(row) for row in election.ballots.rows]
    return [tuple(Fraction(p) for p in row) for row in given]


def _level(
    cost: Fraction,
    k: int,
    voters: list[dict[int, Fraction]],
    weights: list[Fraction],
    purses: list[Fraction],
) -> Fraction | None:
    """Try every kink: with the poorest j giving all, does the rest pay at most what it has?"""
    payers = sorted(
        (purse / voter[k], voter[k] * weight)
        for voter, weight, purse in zip(voters, weights, purses, strict=True)
        if voter.get(k, 0) > 0 and weight > 0
    )
    given, units = Fraction(0), sum((u for _, u in payers), Fraction(0))
    for each, unit in payers:
        if given + each * units >= cost:
            return (cost - given) / units
        given, units = given + each * unit, units - unit
    return None
