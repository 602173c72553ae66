"""Two statements that say the same: when their votes may be counted as one statement's."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, replace

import numpy as np

from gyda.methods.opinion.votes import Floats, Ints, Votes
from gyda.methods.shares import benjamini_hochberg, difference, fisher

MARGIN = 0.2  # shares of agreement this far apart are no longer the same
FEWEST = 20  # opinions on each in a group before anything is said of it
APART = 0.05
SAME_PEOPLE = 0.8  # of those who answered both, so many must have answered alike

POOL, APART_FOR_GOOD, TOO_FEW = "pool", "keep-apart", "too-few-votes"


@dataclass(frozen=True)
class Verdict:
    """``decision``: "pool", "keep-apart" or "too-few-votes"; and what it rests on.

    ``gaps``: per tested group the difference of shares of agreement and its 90 % interval.
    ``both``: how many answered both, ``alike``: the share of them that answered the same.
    """

    decision: str
    gaps: dict[int, tuple[float, float, float]]
    both: int
    alike: float


def verdict(votes: Votes, group: Ints, one: str, other: str) -> Verdict:
    """Decide whether two statements that people took for the same may pool their votes.

    Someone has judged that the texts say the same; this asks the votes. ``group`` (n,): opinion
    groups, −1 = none; with no groups give all zeros. In every group with enough opinions on both,
    shares of agreement must be shown to be the same: the 90 % interval of their difference within
    ±0.2 (two one-sided tests at 5 %: Schuirmann 1987). They are kept apart for good when they
    differ in some group (Fisher's test, corrected over groups), or when people who answered both
    often answered differently. Anything else waits for more votes. Both texts and both authors
    stay, whatever is decided.
    """
    pair = [votes.statements.index(name) for name in (one, other)]
    both, alike = _who_answered_both(votes, pair)
    tables = _by_group(votes, group, pair)
    gaps = {label: _gap(table) for label, table in tables.items()}
    decision = _decide(tables, gaps)
    if both >= FEWEST and alike < SAME_PEOPLE:
        decision = APART_FOR_GOOD
    return Verdict(decision, gaps, both, alike)


def pooled(votes: Votes, aliases: dict[str, str]) -> Votes:
    """Return the votes with each alias counted as what it is an alias of (statement → statement).

    Whoever answered both counts once, by the later answer, or without times by the one to the
    statement that stays. The alias itself is left without votes and off the list.
    """
    index = {name: place for place, name in enumerate(votes.statements)}
    target = np.array([index[_root(aliases, name)] for name in votes.statements], np.int32)
    stays = target[votes.statement] == votes.statement
    moment = np.zeros(len(votes), np.int64) if votes.moment is None else votes.moment
    statement = target[votes.statement]
    order = np.lexsort((stays, moment, statement, votes.person))
    pair = np.stack([votes.person[order], statement[order]])
    last = order[np.append((pair[:, 1:] != pair[:, :-1]).any(axis=0), True)[: len(order)]]
    kept = None if votes.moment is None else votes.moment[last]
    whole = replace(
        votes,
        person=votes.person[last],
        statement=statement[last],
        answer=votes.answer[last],
        moment=kept,
    )
    return whole.without([name for name in votes.statements if name in aliases])


def _root(aliases: dict[str, str], name: str) -> str:
    seen = {name}
    while name in aliases and aliases[name] not in seen:
        name = aliases[name]
        seen.add(name)
    return name


def _who_answered_both(votes: Votes, pair: list[int]) -> tuple[int, float]:
    answers = np.full((2, votes.n), 9, np.int8)
    for row, statement in enumerate(pair):
        on = votes.statement == statement
        answers[row, votes.person[on]] = votes.answer[on]
    told = (abs(answers) == 1).all(axis=0)
    same = answers[0, told] == answers[1, told]
    return int(told.sum()), float(same.mean()) if told.any() else 1.0


def _by_group(votes: Votes, group: Ints, pair: list[int]) -> dict[int, Floats]:
    """Return [[agree, disagree] of one, of the other] per group with enough opinions on both."""
    many = int(group.max(initial=-1)) + 1
    counts = votes.tally(group, many)[:, pair][:, :, [2, 0]] if many else np.zeros((0, 2, 2))
    return {g: table for g, table in enumerate(counts) if (table.sum(axis=1) >= FEWEST).all()}


def _gap(table: Floats) -> tuple[float, float, float]:
    of = table.sum(axis=1)
    return difference((table[0, 0], table[1, 0]), (of[0], of[1]))


def _decide(tables: dict[int, Floats], gaps: dict[int, tuple[float, float, float]]) -> str:
    if not tables:
        return TOO_FEW
    if (benjamini_hochberg([fisher(t) for t in tables.values()]) <= APART).any():
        return APART_FOR_GOOD
    same = all(low >= -MARGIN and high <= MARGIN for _, low, high in gaps.values())
    return POOL if same else TOO_FEW
