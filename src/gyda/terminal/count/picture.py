"""A count as a picture: per project its cost, its votes and its effective support, as bars."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods import budgets
from gyda.terminal.count.counting import Counted
from gyda.terminal.count.words import money, percent
from gyda.terminal.svg import COLOURS, INK, PALE, Picture
from gyda.terminal.text import clean, cut
from gyda.terminal.tongue import _

ROW, TOP, NAMES, BARS, GAP = 34.0, 92.0, 330.0, 190.0, 24.0
COST, VOTES, SUPPORT = COLOURS[0], COLOURS[2], COLOURS[1]


def picture_of(one: Counted) -> str:
    """Return the picture as SVG: winners first, in order of election, then the nearest."""
    title = clean(one.election.meta.get("description", "") or one.path.stem)
    won = {project: n for n, project in enumerate(one.outcome.selected)}
    words = _("Each project's cost, votes and effective support; winners stand above the line.")
    height = TOP + ROW * len(one.election.projects) + 30
    picture = Picture(NAMES + 3 * (BARS + GAP) + GAP, height, title, words)
    picture.text(GAP, 36, cut(title, 80), size=20, font_weight="bold")
    for n, (name, colour) in enumerate(_heads()):
        picture.text(NAMES + n * (BARS + GAP), 72, name, fill=colour, font_weight="bold")
    shares = _Shares(one)
    order = sorted(range(len(one.election.projects)), key=lambda k: _place(one, won, shares, k))
    for row, k in enumerate(order):
        _row(picture, one, shares, k, TOP + row * ROW)
    line = TOP + ROW * len(won) - 4
    picture.line(GAP, line, picture.width - GAP, line, INK)
    return picture.svg()


def _heads() -> tuple[tuple[str, str], ...]:
    return ((_("cost"), COST), (_("votes"), VOTES), (_("effective support"), SUPPORT))


class _Shares:
    """Lengths of the bars as shares of the longest; effective support as share of the cost."""

    def __init__(self, one: Counted) -> None:
        projects = one.election.projects
        self.votes = budgets.supporters(one.election)
        self.most_votes = max(self.votes, default=0) or 1
        self.most_cost = max(each.cost for each in projects)
        self.support = [one.supports.get(each.id) for each in projects]

    def reached(self, k: int) -> float:
        """Return the effective support, 0 where there is none."""
        support = self.support[k]
        return float(support.effective) if support else 0.0


def _place(one: Counted, won: dict[str, int], shares: _Shares, k: int) -> tuple[float, float, int]:
    project = one.election.projects[k].id
    return (won.get(project, len(won)), -shares.reached(k), k)


def _row(picture: Picture, one: Counted, shares: _Shares, k: int, y: float) -> None:
    project = one.election.projects[k]
    picture.text(GAP, y + 18, cut(clean(project.name or project.id), 42), size=13)
    support = shares.support[k]
    least = "≥ " if support and support.at_least else ""
    bars = [
        (float(project.cost / shares.most_cost), money(one, project.cost), COST),
        (float(shares.votes[k] / shares.most_votes), f"{float(shares.votes[k]):,.10g}", VOTES),
    ]
    if support:
        bars.append((min(shares.reached(k), 1.0), least + percent(support.effective), SUPPORT))
    for n, (share, words, colour) in enumerate(bars):
        x = NAMES + n * (BARS + GAP)
        picture.rect(x, y + 10, BARS, 9, PALE)
        picture.rect(x, y + 10, BARS * share, 9, colour)
        picture.text(x, y + 6, words, size=10)
