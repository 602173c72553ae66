"""The same map from day to day: axes turned to the last one, groups that keep their names."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from gyda.methods.opinion.agreement import best_match
from gyda.methods.opinion.groups import Groups, names_from
from gyda.methods.opinion.model import Fit, turned
from gyda.methods.opinion.stability import STABLE, Stability
from gyda.methods.opinion.votes import Floats, Votes

WINS = 3  # refits that another number of groups must win in a row before it is shown


@dataclass(frozen=True)
class Standing:
    """What of a published map the next one must know; plain values, so that it can be kept.

    `axes`: statement -> its w; `members`: person -> the name of their group; `k`: groups shown;
    `named`: how many names were ever given; `rival` and `wins`: another number of groups, and how
    often in a row it has been the stabler one.
    """

    axes: Mapping[str, list[float]] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    k: int = 0
    named: int = 0
    rival: int = 0
    wins: int = 0


def aligned(state: Fit, votes: Votes, before: Standing) -> Fit:
    """Turn and mirror the axes to lie as they lay: orthogonal Procrustes on the statements' w.

    Source: Schönemann, "A generalized solution of the orthogonal Procrustes problem" (1966).
    """
    rows = [j for j, s in enumerate(votes.statements) if len(before.axes.get(s, ())) == state.axes]
    if not rows:
        return state
    old = np.array([before.axes[votes.statements[j]] for j in rows])
    u, _, vt = np.linalg.svd(state.statement_mean[rows, 1:].T @ old)
    return turned(state, u @ vt)


def settled(found: Stability, before: Standing) -> tuple[Stability, int, int]:
    """Return what to show now, and which rival number of groups has won how often in a row.

    A number that is no longer stable is not shown at all; another one waits for its third win.
    """
    wins = before.wins + 1 if found.k == before.rival else 1
    if not before.k or found.k == before.k or wins >= WINS:
        return found, 0, 0
    stays = found.index.get(before.k, 0.0) >= STABLE
    shown = replace(found, k=before.k if stays else 0, why="stable" if stays else "changing")
    return shown, found.k, wins


def named(groups: Groups, votes: Votes, before: Standing) -> tuple[Groups, int]:
    """Give each group the name that most of its members bore; a new group takes a new name.

    The matching is the best over all groups at once (Kuhn, "The Hungarian method", 1955). Returns
    the groups and how many names were ever given.
    """
    old = sorted(set(before.members.values()))
    if not old:
        after = before.named
        return replace(groups, names=names_from(groups.k, after)), after + groups.k
    shared = _shared(groups, votes, before, old)
    mine, theirs = best_match(shared)
    kept = {g: old[o] for g, o in zip(mine, theirs, strict=True) if shared[g, o] > 0}
    fresh = iter(names_from(groups.k, before.named))
    names = tuple(kept[g] if g in kept else next(fresh) for g in range(groups.k))
    return replace(groups, names=names), before.named + groups.k - len(kept)


def _shared(groups: Groups, votes: Votes, before: Standing, old: list[str]) -> Floats:
    """Count the people whom each group of now shares with each group of then."""
    column = {name: number for number, name in enumerate(old)}
    shared = np.zeros((groups.k, len(old)))
    for person, label in zip(votes.people, groups.label.tolist(), strict=True):
        name = before.members.get(person)
        if label >= 0 and name is not None:
            shared[label, column[name]] += 1
    return shared


def standing(
    state: Fit, groups: Groups, votes: Votes, named: int, rival: int, wins: int, before: Standing
) -> Standing:
    """Return what the next map must know of this one; without groups the last members stay."""
    axes = dict(zip(votes.statements, state.statement_mean[:, 1:].tolist(), strict=True))
    labels = zip(votes.people, groups.label.tolist(), strict=True)
    members = {person: groups.names[label] for person, label in labels if label >= 0}
    return Standing(axes, members or before.members, groups.k, named, rival, wins)
