"""Why each project won or not under equal shares, and what would have made it win."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from gyda.methods.budgets.contributions import Contributions, exactly_at
from gyda.methods.budgets.limits import Limits, Permits, Reason
from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome
from gyda.methods.budgets.profile import Floats, Profile, profile_of
from gyda.methods.budgets.purses import NEAR, Purses
from gyda.methods.budgets.rounds import Count
from gyda.methods.budgets.ties import order


@dataclass(frozen=True)
class Support:
    """What stood behind one project in the run that counts.

    effective: the largest share of its cost that its supporters would have paid at the price of
    any round, or at the end with all they had left; for a winner: had it not been
    elected. 1 or more wins. at_least: a winner whose share was not worked out (it is 1 or
    more; exactly 1 without being elected: it lost by the order of ties). lacked: the money that
    was missing. more_supporters: so many more, each with an untouched endowment, would have
    elected it. winning_cost: at this cost or below it would have won, at the same endowment
    (None: at none, or a limit bars it). round: where it came closest, from 0 (None: at the end).
    """

    effective: Fraction
    at_least: bool = False
    lacked: Fraction = Fraction(0)
    more_supporters: int | None = None
    winning_cost: Fraction | None = None
    round: int | None = None


@dataclass(frozen=True)
class _Moment:
    """The purses before a round, and the price at which it elected; no price: the end."""

    purses: Purses
    price: Fraction | None
    winner: int | None


def explain(
    election: Election,
    outcome: Outcome,
    *,
    limits: Limits | None = None,
    winners: bool = True,
) -> dict[str, Support]:
    """Return the effective support of every project, exactly, from a second count.

    The measures follow Boehmer et al., "Evaluation of project performance in participatory
    budgeting" (IJCAI 2024), at the endowment of the run that counts: what more votes or a
    lower cost would have done to the endowment itself is left out. `winners` off
    leaves out the winners' own figures, which take one partial count each, and looks for a
    winning cost only at the end of the count: a lower one than there may be, but one that wins.
    """
    profile, count = _count(election, outcome, limits or Limits())
    permits = count.permits.copy()
    moments, forks = _replay(count, winners)
    watched = [c for c in profile.supported() if c not in forks]
    costed = moments if winners else moments[-1:]
    found = dict(_losers(profile, outcome, moments, costed, watched, permits)) if watched else {}
    for c, fork in forks.items():
        found[c] = _winner(profile, c, fork) if fork else Support(Fraction(1), at_least=True)
    nothing = Support(Fraction(0))
    return {one.id: found.get(k, nothing) for k, one in enumerate(election.projects)}


def _count(election: Election, outcome: Outcome, limits: Limits) -> tuple[Profile, Count]:
    settings = outcome.settings
    profile = profile_of(election, str(settings["utility"]))
    ranks = order(election, str(settings["ties"]), str(settings["seed"]))
    endowment = outcome.endowment * profile.scale
    return profile, Count(profile, endowment, ranks, Permits(election, limits))


def _replay(count: Count, winners: bool) -> tuple[list[_Moment], dict[int, Count | None]]:
    """Count again; keep the purses of every round, and for winners where to leave them out."""
    moments: list[_Moment] = []
    forks: dict[int, Count | None] = {}
    while (level := count.next_level()) is not None:
        moments.append(_Moment(count.purses.copy(), count.price(level), level.project))
        forks[level.project] = count.copy(level.project) if winners else None
        count.take(level)
    moments.append(_Moment(count.purses, None, None))
    return moments, forks


def _losers(
    profile: Profile,
    outcome: Outcome,
    moments: Sequence[_Moment],
    costed: Sequence[_Moment],
    watched: Sequence[int],
    permits: Permits,
) -> Iterable[tuple[int, Support]]:
    """Find for each loser the moment at which most of its cost would have been paid."""
    sums = Contributions(profile, watched)
    paid = np.array([sums.at(one.purses, one.price) for one in moments])
    low = sums.winning_costs([(one.purses, one.price) for one in costed])
    endowment = outcome.endowment * profile.scale
    for j, c in enumerate(watched):
        best, where = _most(profile, c, moments, paid[:, j])
        lacked = max(profile.cost[c] - best, Fraction(0))
        more = _more_supporters(profile, c, moments, paid[:, j], endowment)
        barred = not permits.may_win(c) and permits.reasons[c].code != "unsupported"
        yield (
            c,
            Support(
                best / profile.cost[c],
                lacked=profile.money(lacked) / profile.weighed,
                more_supporters=None if barred else more,
                winning_cost=None if barred else _winning_cost(profile, c, float(low[j])),
                round=where if where < len(moments) - 1 else None,
            ),
        )


def _most(
    profile: Profile, c: int, moments: Sequence[_Moment], paid: Floats
) -> tuple[Fraction, int]:
    near = np.flatnonzero(paid >= paid.max() * (1 - NEAR)).tolist()
    sums = [(exactly_at(profile, moments[t].purses, c, moments[t].price), -t) for t in near]
    best, where = max(sums)
    return best, -int(where)


def _more_supporters(
    profile: Profile, c: int, moments: Sequence[_Moment], paid: Floats, endowment: Fraction
) -> int:
    """Return the fewest new supporters who, at any moment, would have paid what was missing."""
    prices = np.array([np.inf if one.price is None else float(one.price) for one in moments])
    each = np.minimum(float(endowment), prices * float(profile.value[c]))
    needed = (profile.cost[c] - paid) / each
    near = np.flatnonzero(needed <= needed.min() * (1 + NEAR) + 1).tolist()
    return min(_newcomers(profile, c, moments[t], endowment) for t in near)


def _newcomers(profile: Profile, c: int, moment: _Moment, endowment: Fraction) -> int:
    due = None if moment.price is None else moment.price * profile.value[c]
    each = endowment if due is None else min(endowment, due)
    missing = profile.cost[c] - exactly_at(profile, moment.purses, c, moment.price)
    # A newcomer counts `weighed` internal units; at an equal price the tie order might decide.
    number = Fraction(missing) / (each * profile.weighed)
    return int(number) + 1 if moment.price is not None else max(ceil(number), 1)


def _winning_cost(profile: Profile, c: int, low: float) -> Fraction | None:
    """Round down to whole units of money what floats have found."""
    units = int(low * (1 - NEAR) / profile.weighed) // profile.scale
    return Fraction(units) if units > 0 else None


def _winner(profile: Profile, c: int, fork: Count) -> Support:
    """Count on without a winner, and watch what its supporters would have paid."""
    sums = Contributions(profile, [c])
    near: list[tuple[float, _Moment]] = []  # the floats' best, and what comes close to it
    while True:
        level = fork.next_level()
        price = None if level is None else fork.price(level)
        paid = float(sums.at(fork.purses, price)[0])
        if not near or paid >= near[0][0] * (1 - NEAR):
            moment = _Moment(fork.purses.copy(), price, None)
            near = sorted([*near, (paid, moment)], key=lambda one: -one[0])
            near = [one for one in near if one[0] >= near[0][0] * (1 - NEAR)]
        if level is None:
            break
        fork.take(level)
    best = max(exactly_at(profile, one.purses, c, one.price) for _paid, one in near)
    return Support(best / profile.cost[c])


def why(outcome: Outcome, supports: Mapping[str, Support]) -> dict[str, Reason]:
    """Return the reason of each project with the numbers of its support added."""
    told = {}
    for one, reason in outcome.reasons.items():
        values = dict(reason.values)
        support = supports.get(one)
        if support and reason.code == "not-affordable":
            values |= {"effective": support.effective, "lacked": support.lacked}
            if support.more_supporters is not None:
                values["more_supporters"] = support.more_supporters
            if support.winning_cost is not None:
                values["winning_cost"] = support.winning_cost
        told[one] = Reason(reason.code, values)
    return told
