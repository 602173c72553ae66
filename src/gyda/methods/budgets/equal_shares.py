"""The method of equal shares with its completions: the whole of one official count."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace
from fractions import Fraction

from gyda.methods.budgets.comparison import prefers_greedy
from gyda.methods.budgets.completion import NAMED, Add1, Completed, Completion, OnStep
from gyda.methods.budgets.greedy import elect_by, greedy
from gyda.methods.budgets.limits import Limits, Permits, Reason
from gyda.methods.budgets.model import Election
from gyda.methods.budgets.outcome import Outcome, Setting, Step
from gyda.methods.budgets.profile import Profile, profile_of
from gyda.methods.budgets.rounds import Round
from gyda.methods.budgets.scores import scores
from gyda.methods.budgets.ties import order
from gyda.methods.errors import BadInput


def equal_shares(
    election: Election,
    *,
    utility: str = "cost",
    completion: Completion | str = "add1",
    ties: str = "id",
    seed: str = "",
    limits: Limits | None = None,
    on_step: OnStep | None = None,
) -> Outcome:
    """Count by the method of equal shares (Peters, Pierczyński, Skowron, NeurIPS 2021).

    Every voter gets an equal share of the budget; a project is paid by its supporters alone,
    all the same amount or all they have left; the next winner is the one that costs its supporters
    least per unit of utility. utility: cost, count, points or points-cost (`profile_of`).
    completion: a name (`NAMED`) or a `Completion`. The result is exact: floats only look ahead,
    within proven bounds. `on_step(runs, None)` is called as runs are counted. Raises `BadInput`.

    >>> from gyda.methods.budgets.model import election
    >>> one = election(100, {"a": 60, "b": 60, "c": 30}, [["a", "b"]] * 6 + [["c"]] * 4)
    >>> equal_shares(one).selected
    ('a', 'c')
    """
    chosen = _named(completion)
    profile, permits = profile_of(election, utility), Permits(election, limits or Limits())
    bar_unsupported(profile, permits)
    ranks = order(election, ties, seed)
    done = Add1(profile, ranks, permits, chosen, on_step).run()
    settings: dict[str, Setting] = {
        "utility": utility,
        "ties": ties,
        "seed": seed,
        **chosen.settings(),
    }
    outcome = _outcome(election, profile, done, settings)
    if chosen.tail:
        outcome = _with_tail(election, outcome, done.count.permits, ranks)
    if chosen.comparison != "none":
        rival = greedy(election, ties=ties, seed=seed, limits=limits)
        return prefers_greedy(election, outcome, rival, chosen.comparison)
    return outcome


def _named(completion: Completion | str) -> Completion:
    if isinstance(completion, Completion):
        return completion
    if completion not in NAMED:
        known = ", ".join(NAMED)
        raise BadInput("unknown-completion", part="name", value=completion, known=known)
    return NAMED[completion]


def bar_unsupported(profile: Profile, permits: Permits) -> None:
    """Note of every project that nobody supports that this is why it cannot win."""
    supported = set(profile.supported())
    for c in range(len(profile.cost)):
        if c not in supported:
            permits.reasons[c] = Reason("unsupported")


def _outcome(
    election: Election, profile: Profile, done: Completed, settings: dict[str, Setting]
) -> Outcome:
    reasons = done.count.permits.reasons
    steps = tuple(step_of(election, profile, one) for one in done.rounds)
    ids = tuple(one.project for one in steps)
    told = {
        one.id: reasons.get(k, Reason("not-affordable", {}))
        for k, one in enumerate(election.projects)
    }
    cost = sum((election.projects[one.project].cost for one in done.rounds), Fraction(0))
    return Outcome(
        "equal-shares",
        settings,
        election.budget,
        ids,
        cost,
        told,
        steps,
        profile.money(profile.share()),
        profile.money(done.endowment),
        done.runs,
        notes={"ended": done.ended},
    )


def step_of(election: Election, profile: Profile, one: Round) -> Step:
    """Put a round into money."""
    weighed = profile.weighed
    return Step(
        election.projects[one.project].id,
        profile.money(one.level),
        Fraction(one.in_full, weighed),
        Fraction(one.gave_all, weighed),
        profile.money(one.pooled) / weighed,
    )


def _with_tail(election: Election, outcome: Outcome, permits: Permits, ranks: list[int]) -> Outcome:
    """Elect what still fits by score: utilitarian completion."""
    points = scores(election)
    ranked = sorted(range(len(ranks)), key=lambda k: (-points[k], ranks[k]))
    added = elect_by(election, ranked, outcome.budget - outcome.cost, permits)
    ids = tuple(election.projects[k].id for k in added)
    more = sum((election.projects[k].cost for k in added), Fraction(0))
    reasons = {one.id: permits.reasons[k] for k, one in enumerate(election.projects)}
    return replace(
        outcome,
        selected=outcome.selected + ids,
        cost=outcome.cost + more,
        completed=ids,
        reasons=reasons,
    )
