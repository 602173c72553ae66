"""What can be asked of `gyda draw`."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

from gyda.terminal.arguments import Parser
from gyda.terminal.tongue import _

METHODS = ("leximin", "maximin", "nash", "goldilocks")


def arguments(parser: Parser) -> None:
    """Add the arguments."""
    add = parser.add_argument
    add("respondents", nargs="?", type=Path, help=_("the people: an id and their answers"))
    add("quotas", nargs="?", type=Path, help=_("category, feature, min, max"))
    add("--seats", type=int, help=_("how many people sit on the panel"))
    add("--method", choices=METHODS, default="leximin", help=_("what fair is to mean"))
    add("--lots", type=int, default=1000, help=_("equal lots to draw one from (1000)"))
    add("--seed", type=int, default=0, help=_("steers the search; never who is drawn"))
    add("--id", dest="id_column", help=_("the column with the ids"))
    add("--numbered", action="store_true", help=_("no ids: name people by their line"))
    add("--household", action="append", help=_("column that tells who lives together"))
    add("--together", action="append", default=[], help=_("ids drawn all or none: a,b"))
    add("--apart", action="append", default=[], help=_("ids of which one at most: a,b"))
    add("--seconds", type=float, default=600, help=_("limit for each call of the solver"))
    add("--check", type=Path, metavar="PROOF", help=_("check a proof and draw nothing"))
    _after(parser)


def _after(parser: Parser) -> None:
    """Add what is asked once a lot was drawn."""
    add = parser.add_argument
    add("--drawn", type=int, help=_("the number of the lot that was drawn"))
    add("--reveal", action="append", default=[], help=_("secret that was promised; draws a lot"))
    add("--panel", type=Path, help=_("who sits: a list of ids, or the record of a draw"))
    add("--replace", type=Path, metavar="LEFT", help=_("who has left: draws for their seats"))
    add("--from", dest="standing", type=Path, help=_("draw their seats from these ids only"))
    add("--reserves", type=int, default=0, help=_("how many stand by for the panel"))
    add("--leaving", type=Path, help=_("category, feature, chance: how likely groups are to leave"))
    add("--usual", type=float, default=0.1, help=_("chance of everyone else to leave (0.1)"))
