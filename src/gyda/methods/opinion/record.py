"""A map as plain values for machines: the record that `gyda map --json` prints."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import numpy as np

from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.intervals import Ranking, share_interval
from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.tests_of_groups import telling
from gyda.methods.opinion.votes import Floats

TELLING = 5  # statements that are named as telling a group from the others
DIGITS = 4
ANSWERS = ("disagree", "pass", "agree")

Plain = dict[str, Any]


def as_record(found: OpinionMap) -> Plain:
    """Return the map as plain values: groups, participants, statements, and how it was made.

    `participants` holds a position for every person: it is the operator's own, not to publish.
    """
    grouped, stable = found.groups, found.groups.stability
    return {
        "people": found.votes.n,
        "placed": int(found.places.placed.sum()),
        "votes": len(found.votes),
        "grouping": {
            "k": grouped.k,
            "why": stable.why if grouped.k or not stable.k else "too-small",
            "index": {str(k): round(value, DIGITS) for k, value in stable.index.items()},
            "resamples": stable.resamples,
        },
        "groups": [_group(found, number) for number in range(grouped.k)],
        "participants": _participants(found),
        "statements": _statements(found),
        "method": {"axes": found.fit.axes, "seed": found.seed, "noise": round(found.fit.noise, 6)},
        "standing": vars(found.standing) | {"axes": _rounded_axes(found.standing)},
    }


def standing_from(record: Plain) -> Standing:
    """Return the standing of a published map from its record, for the next map to follow."""
    kept = record["standing"]
    return Standing(**{name: kept[name] for name in vars(Standing()) if name in kept})


def _rounded_axes(standing: Standing) -> Plain:
    return {s: [round(value, 6) for value in w] for s, w in standing.axes.items()}


def _group(found: OpinionMap, number: int) -> Plain:
    tests, statements = found.tests, found.votes.statements
    return {
        "id": found.groups.names[number],
        "size": int(found.groups.sizes[number]),
        "centre": _round(found.groups.centres[number]),
        "telling": [
            {
                "statement": statements[j],
                "inside": round(float(tests.inside[number, j]), DIGITS),
                "outside": round(float(tests.outside[number, j]), DIGITS),
                "p": float(f"{tests.p[number, j]:.3g}"),
            }
            for j in telling(tests, number, TELLING).tolist()
        ],
    }


def _participants(found: OpinionMap) -> Plain:
    where, grouped = found.places, found.groups
    heard = np.diff(found.votes.opinions[0].indptr) > 0
    names = [*grouped.names, None]
    rows = zip(
        found.votes.people,
        grouped.label.tolist(),
        np.round(where.at, DIGITS).tolist(),
        np.round(where.cov, 6).tolist(),
        np.round(grouped.certainty, DIGITS).tolist(),
        heard.tolist(),
        strict=True,
    )
    return {
        person: {
            "group": names[label],
            "position": at if known else None,
            "covariance": cov if known else None,
            "certainty": sure if label >= 0 else None,
        }
        for person, label, at, cov, sure, known in rows
    }


def _statements(found: OpinionMap) -> Plain:
    totals, tallies = found.totals, found.tallies
    lists = found.lists
    w = _round(found.fit.statement_mean[:, 1:])
    return {
        statement: {
            "tallies": tally(totals[j])
            | {
                "groups": {g: tally(t[j]) for g, t in zip(found.groups.names, tallies, strict=True)}
            },
            "consensus": _ranked(lists.consensus, j),
            "bridging": _ranked(lists.bridging, j),
            "contested": _ranked(lists.contested, j),
            "position": w[j],
        }
        for j, statement in enumerate(found.votes.statements)
    }


def tally(counts: Floats) -> Plain:
    """Return the counts and the share that agrees, of all answers, with its 90 % interval."""
    whole = counts.sum()
    low, high = share_interval(counts[2], whole)
    said = {name: _number(count) for name, count in zip(ANSWERS, counts, strict=True)}
    share = round(float(counts[2] / whole), DIGITS) if whole else None
    return said | {"share": share, "interval": _round(np.array([low, high])) if whole else None}


def _number(count: float) -> int | float:
    return int(count) if count == int(count) else round(float(count), DIGITS)


def _ranked(of: Ranking, j: int) -> Plain:
    """Return where a statement stands on a list, and whether it can be shown on it at all."""
    return {
        "value": round(float(of.value[j]), DIGITS),
        "interval": _round(np.array([of.low[j], of.high[j]])),
        "fits": bool(of.fits[j]),
        "rank": int(of.rank[j]),
        "ranks": [int(of.rank_low[j]), int(of.rank_high[j])],
    }


def _round(values: Floats) -> list[Any]:
    rounded: list[Any] = np.round(values, DIGITS).tolist()
    return rounded
