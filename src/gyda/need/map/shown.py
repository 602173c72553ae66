"""What of a map anyone may see, as plain values: nothing exact, nothing of fewer than ten people.

Shares are told to the next five in a hundred, numbers of people to the next ten. The page words it.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any

import numpy as np

from gyda.methods.opinion.intervals import Ranking
from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.publish.bubbles import bubbles
from gyda.methods.opinion.tests_of_groups import telling
from gyda.methods.opinion.votes import Flags
from gyda.need.map.making import Made

Plain = dict[str, Any]

FORM = 1
LISTED = 100  # statements of a list that are kept for the page
TELLING = 8
JOINS, BRIDGES, DIVIDES = 0.5, 0.0, 0.0  # values above which a statement is on its list at all
CROWD = 10  # people who must have answered before anything is said of it


def about(people: int) -> int:
    """Return a number of people to the next ten.

    >>> about(4), about(123)
    (0, 120)
    """
    return (people + 5) // 10 * 10


def hundredths(share: float) -> int:
    """Return a share as hundredths, to the next five, never nought nor all.

    >>> hundredths(0.83), hundredths(1.0), hundredths(0.01)
    (85, 95, 5)
    """
    return int(min(max(round(share * 20) * 5, 5), 95))


def as_shown(made: Made) -> Plain:
    """Return everything that the pages, the picture, the PDF and the data show."""
    found, grouped = made.found, made.found.groups
    between = int(found.places.placed.sum()) - int(grouped.sizes.sum())
    return {
        "form": FORM,
        "people": about(found.votes.n),
        "votes": about(len(made.material.votes)),
        "statements": found.votes.m,
        "placed": about(int(found.places.placed.sum())),
        "between": about(between) if grouped.k else 0,
        "grouping": _grouping(found),
        "groups": [_group(found, number) for number in range(grouped.k)],
        "bubbles": [[*one.at.tolist(), one.people, one.group] for one in bubbles(found)],
        "lists": lists_of(found),
        "guard": _guard(made),
    }


def lists_of(found: OpinionMap) -> Plain:
    """Return the three lists, best first, with those that are on them at all."""
    lists, heard = found.lists, heard_of(found)
    return {
        "joins": _listed(found, lists.consensus, heard, JOINS, hundredths),
        "bridges": _listed(found, lists.bridging, heard, BRIDGES, _inclination),
        "divides": _listed(found, lists.contested, heard, DIVIDES, _length),
    }


def heard_of(found: OpinionMap) -> Flags:
    """Return the statements which ten people or more of each group have answered, (m,)."""
    counts = found.tallies if found.groups.k else found.totals[None]
    return np.asarray((counts.sum(axis=2) >= CROWD).all(axis=0), bool)


def joining(found: OpinionMap) -> list[str]:
    """Return the statements that are named as joining all groups: surely more than half of each."""
    of, heard = found.lists.consensus, heard_of(found)
    sure = of.fits & (of.low > JOINS) & heard
    return [found.votes.statements[j] for j in of.order.tolist() if sure[j]]


def _grouping(found: OpinionMap) -> Plain:
    stable, k = found.groups.stability, found.groups.k
    why = stable.why if k or not stable.k else "too-small"
    best = stable.index.get(k) if k else max(stable.index.values(), default=0.0)
    return {"k": k, "why": why, "index": round(float(best or 0.0), 2)}


def _group(found: OpinionMap, number: int) -> Plain:
    tests, grouped = found.tests, found.groups
    return {
        "name": grouped.names[number],
        "people": about(int(grouped.sizes[number])),
        "centre": np.round(grouped.centres[number][:2], 3).tolist(),
        "telling": [
            {
                "statement": found.votes.statements[j],
                "inside": hundredths(float(tests.inside[number, j])),
                "outside": hundredths(float(tests.outside[number, j])),
            }
            for j in telling(tests, number, TELLING).tolist()
        ],
    }


def _listed(
    found: OpinionMap, of: Ranking, heard: Flags, least: float, say: Callable[[float], float]
) -> list[Plain]:
    on_it = of.fits & heard & (of.value > least)
    return [
        {
            "statement": found.votes.statements[j],
            "rank": int(of.rank[j]),
            "ranks": [int(of.rank_low[j]), int(of.rank_high[j])],
            "value": say(float(of.value[j])),
            "low": say(float(of.low[j])),
            "high": say(float(of.high[j])),
            "is_sure": bool(of.low[j] > least),
        }
        for j in of.order.tolist()
        if on_it[j]
    ][:LISTED]


def _inclination(value: float) -> float:
    """Return how somebody in the middle leans, from -1 to 1, to the next tenth."""
    return round(min(max(value, -1.0), 1.0), 1)


def _length(value: float) -> float:
    return round(value, 1)


def _guard(made: Made) -> Plain:
    """Return how many were set aside, and which statements would join all if they counted."""
    said: Plain = {"alarms": list(made.alarms), "set_aside": about(made.set_aside)}
    if made.everyone is not None and made.set_aside:
        said["joining"] = joining(made.found)
        said["joining_with"] = joining(made.everyone)
    return said
