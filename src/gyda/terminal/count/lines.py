"""A count as one reads it: who won and what it cost first, then each project."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

from gyda.methods import budgets
from gyda.terminal.count.counting import Counted
from gyda.terminal.count.words import money, name_of, percent, why_in_words
from gyda.terminal.text import bar, clean, table, wrapped
from gyda.terminal.tongue import _, _n

NEAREST = 15  # losers that are explained on the terminal
RULES = {
    "equal-shares": lambda: _("method of equal shares"),
    "phragmen": lambda: _("sequential Phragmén"),
    "greedy": lambda: _("greedy: most votes first"),
    "bounded-overspending": lambda: _("equal shares with bounded overspending"),
}
ENDS = {
    "full": lambda: _("nothing more would have fitted"),
    "overspending": lambda: _("the next step would have overspent"),
    "complete": lambda: _("every project with supporters had won"),
}

ODD = {
    "more-ballots-than-said": lambda: _("The file has %(found)s ballots, and says %(said)s."),
    "more-projects-than-said": lambda: _("The file has %(found)s projects, and says %(said)s."),
    "project-twice-on-ballot": lambda: _(
        "%(ballots)s ballots name a project twice; it counts once."
    ),
    "ballots-missing": lambda: _(
        "The file says %(said)s ballots and has %(found)s; the votes it prints are those of these."
    ),
    "projects-missing": lambda: _(
        "The file says %(said)s projects and has %(found)s; the votes it prints agree."
    ),
    "unknown-project": lambda: _(
        "Ballots name %(project)s, which is no project: left out, as in the votes it prints."
    ),
    "voter-twice": lambda: _(
        "Voter %(voter)s comes more than once: counted each time, as in the votes it prints."
    ),
    "number-written-oddly": lambda: _("“%(value)s” was read with its comma as a decimal point."),
}


def lines_of(one: Counted) -> Iterator[str]:
    """Yield all lines."""
    title = one.election.meta.get("description", "") or one.path.stem
    yield from wrapped(clean(title))
    yield ""
    yield from wrapped(_summary(one))
    yield from wrapped(_left_out(one))
    yield from _about_money(one)
    yield from _about_reserve(one)
    yield from _odd(one)
    yield ""
    yield from _winners(one)
    yield ""
    yield from _others(one)


def _summary(one: Counted) -> str:
    outcome = one.outcome
    words = _("%(won)s of %(all)s projects won; they cost %(cost)s of %(budget)s (%(rule)s).")
    return words % {
        "won": len(outcome.selected),
        "all": len(one.election.projects),
        "cost": money(one, outcome.cost),
        "budget": money(one, outcome.budget),
        "rule": RULES[outcome.rule](),
    }


def _left_out(one: Counted) -> str:
    ours = budgets.satisfied(one.election, one.outcome.selected)
    if one.outcome.rule == "greedy":
        words = _("%(share)s of the voters have no winner among their choices.")
        return words % {"share": percent(ours.share_without)}
    theirs = budgets.satisfied(one.election, one.greedy.selected)
    words = _(
        "%(share)s of the voters have no winner among their choices; counted greedily, by votes "
        "alone, it would be %(greedy)s."
    )
    shares = {"share": ours.share_without, "greedy": theirs.share_without}
    return words % {name: percent(share) for name, share in shares.items()}


def _about_money(one: Counted) -> Iterator[str]:
    outcome = one.outcome
    if one.received:
        words = _("%(money)s came from pots that were counted before.")
        yield from wrapped(words % {"money": money(one, one.received)})
    if outcome.rule != "equal-shares":
        return
    words = _("An equal share was %(share)s per voter; the count ran with %(endowment)s each.")
    yield from wrapped(
        words % {"share": money(one, outcome.share), "endowment": money(one, outcome.endowment)}
    )
    ended = ENDS.get(str(outcome.notes.get("ended")))
    if ended and outcome.runs > 1:
        words = _n(
            "After %(number)s run: %(why)s.", "After %(number)s runs: %(why)s.", outcome.runs
        )
        yield from wrapped(words % {"number": f"{outcome.runs:,}", "why": ended()})
    if outcome.notes.get("comparison-replaced"):
        yield from wrapped(
            _("In the comparison more voters preferred the greedy result: it stands.")
        )


def _about_reserve(one: Counted) -> Iterator[str]:
    project = one.outcome.notes.get("reserve")
    if project:
        words = _(
            "“%(project)s” came next and is paid from a reserve: enough of its cost was left."
        )
        yield from wrapped(words % {"project": clean(name_of(one, str(project)))})


def _odd(one: Counted) -> Iterator[str]:
    for code, values in one.election.warnings:
        yield from wrapped(_("Note:") + " " + ODD[code]() % dict(values))


def _winners(one: Counted) -> Iterator[str]:
    yield _("Winners, in the order of their election")
    named = {each.id: each for each in one.election.projects}
    votes = dict(zip(named, budgets.supporters(one.election), strict=True))
    rows = [
        (f"{n}.", named[won].name or won, money(one, named[won].cost), f"{float(votes[won]):,.10g}")
        for n, won in enumerate(one.outcome.selected, 1)
    ]
    head = ("", _("project"), _("cost"), _("votes"))
    yield from table(rows, head=head, wide=1, right=(2, 3))


def _others(one: Counted) -> Iterator[str]:
    """Yield those who did not win with what stood behind them; the nearest first."""
    won = set(one.outcome.selected)
    others = [each for each in one.election.projects if each.id not in won]
    if not others:
        return
    yield _("Not elected")
    reasons = budgets.why(one.outcome, one.supports)
    reached = {k: float(support.effective) for k, support in one.supports.items()}
    others.sort(key=lambda other: -reached.get(other.id, 0))
    for each in others[:NEAREST]:
        words = f"{clean(each.name or each.id)} ({money(one, each.cost)})"
        yield from wrapped(words)
        if each.id in reached:
            yield f"  {bar(reached[each.id], 40)} {percent(one.supports[each.id].effective)}"
        yield from wrapped(why_in_words(one, each.id, reasons[each.id]), indent="  ")
    if more := len(others[NEAREST:]):
        words = _n(
            "%(number)s more project, further from winning, is explained in record.json.",
            "%(number)s more projects, further from winning, are explained in record.json.",
            more,
        )
        yield from wrapped(words % {"number": f"{more:,}"})
