"""The choices of `gyda count`: everything that can change who wins has a name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
from pathlib import Path

from gyda.methods.budgets import NAMED, TIES, UTILITIES
from gyda.terminal.tongue import _

RULES = ("equal-shares", "phragmen", "greedy", "greedy-no-skip", "bounded-overspending", "stated")
ALIASES = {"greedy-skip": "greedy", "greedy-threshold": "greedy", "greedy-exclusive": "greedy"}
ALIASES |= {"greedy-custom": "greedy", "mes": "equal-shares", "bos": "bounded-overspending"}


def _rule(text: str) -> str:
    return ALIASES.get(text, text)


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add what is particular to counting."""
    parser.add_argument(
        "elections",
        nargs="+",
        type=Path,
        metavar="ELECTION.pb",
        help=_("Pabulib files; several are pots that are counted in this order"),
    )
    _add_rules(parser)
    _add_limits(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    say = parser.add_argument
    words = _("how to count; stated: as the file itself says (default: equal-shares)")
    say("--rule", type=_rule, choices=RULES, default="equal-shares", help=words)
    words = _("what a won project is worth to its supporters (default: cost)")
    say("--utility", choices=UTILITIES, default="cost", help=words)
    words = _("how money that equal shares leaves is spent (default: add1)")
    say("--completion", choices=sorted(NAMED), help=words)
    say("--size", metavar="NUMBER", help=_("step of the completion, in units or shares"))
    words = _("first endowment: the exact share, or whole units of it")
    say("--start", choices=("exact", "floor"), help=words)
    words = _("raise endowments until nothing more fits, or until the first overspending")
    say("--until", choices=("full", "overspending"), help=words)
    words = _("take the greedy result where voters fare better with it")
    say("--comparison", choices=("none", "satisfaction", "exclusion"), help=words)
    words = _("who wins a tie (default: id; for greedy: cost)")
    say("--ties", choices=TIES, help=words)
    say("--seed", default="", metavar="TEXT", help=_("published text that fixes --ties lot"))


def _add_limits(parser: argparse.ArgumentParser) -> None:
    say = parser.add_argument
    words = _("thresholds and limits of the file (default: stated for greedy, else none)")
    say("--limits", choices=("stated", "none"), help=words)
    say("--threshold", metavar="NUMBER", help=_("least points, or votes, of a winner"))
    say("--threshold-share", metavar="NUMBER", help=_("least share of the voters of a winner"))
    words = _("votes/voters must reach this part of cost/budget, such as 1/3")
    say("--threshold-cost-share", metavar="NUMBER", help=words)
    words = _("projects that exclude each other; may be given again")
    say("--exclusive", action="append", default=[], metavar="ID,ID", help=words)
    words = _("projects that no longer stand")
    say("--withdraw", action="append", default=[], metavar="ID,ID", help=words)
    words = _("where unspent money of a pot goes (default: last, the shared pot)")
    say("--carry", choices=("none", "next", "last"), default="last", help=words)
    words = _("leave out how far above its cost each winner's support was")
    say("--quick", action="store_true", help=words)
