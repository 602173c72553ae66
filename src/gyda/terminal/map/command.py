"""The command `gyda map`: reads a conversation's files, maps it, and says what was found."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from gyda.methods.opinion.guard.mapping import as_guarded_record, guarded_map
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.map import NEW, capped
from gyda.methods.opinion.publish.everyone import published
from gyda.methods.opinion.record import standing_from
from gyda.terminal.arguments import Parser
from gyda.terminal.faults import Unusable
from gyda.terminal.files import read_text
from gyda.terminal.frame import Answer, Command
from gyda.terminal.frame import main as run
from gyda.terminal.map.faults import FAULTS
from gyda.terminal.map.picture import picture
from gyda.terminal.map.reading import read
from gyda.terminal.map.words import lines
from gyda.terminal.progress import Progress
from gyda.terminal.record import as_json
from gyda.terminal.tongue import _, gettext_noop

STANDING = "standing.json"  # of the last map, in the folder of an export
ABOUT = gettext_noop("Map the opinions of a conversation.")


def _arguments(parser: Parser) -> None:
    said = _("a folder with votes.csv or participants-votes.csv, or one file of votes")
    parser.add_argument("conversation", type=Path, help=said)
    parser.add_argument("--seed", type=int, default=0, help=_("the number that fixes all chance"))
    said = _("nobody counts for more than so many votes")
    parser.add_argument("--most", type=int, default=None, help=said)
    said = _("which number is agree in the files, if their own counts do not say so")
    parser.add_argument("--agree", type=int, choices=(1, -1), default=None, help=said)
    said = _("the record of the last map, whose axes and group names are kept")
    parser.add_argument("--before", type=Path, default=None, help=said)


def _run(asked: argparse.Namespace) -> Answer:
    path: Path = asked.conversation
    if asked.most is not None and asked.most < 1 or asked.seed < 0:
        raise Unusable(_("the number is too small"), _("--most is at least 1, --seed at least 0."))
    with Progress(_("mapping")) as progress:
        said = read(path, asked.agree)
        votes = said.shown
        made = guarded_map(
            votes,
            seed=asked.seed,
            authors=said.authors,
            weight=None if asked.most is None else capped(votes, asked.most),
            before=_before(asked.before or path / STANDING),
            on_step=progress.at,
        )
        found = made.shown
        record = as_guarded_record(made)
    for statement, values in record["statements"].items():
        values["text"] = said.texts.get(statement)
    about_it: dict[str, object] = {"topic": said.summary.get("topic", ""), "out": sorted(said.out)}
    about_it |= {"meta": sorted(said.meta), "turned": said.turned}
    name = path.resolve().name if path.is_dir() else path.stem
    return Answer(
        record=record | about_it,
        lines=lambda: lines(made, said),
        name=name,
        files={
            "picture.svg": lambda: picture(found, said),
            "published.json": lambda: as_json(published(found)[0]) + "\n",
        },
    )


def _before(path: Path) -> Standing:
    """Read what the last map was; an export of Gyda's brings it along."""
    if path.name == STANDING and not path.is_file():
        return NEW
    try:
        return standing_from(json.loads(read_text(path)))
    except (ValueError, KeyError, TypeError, AttributeError):
        words = _("this is not the record of a map")
        raise Unusable(words, _("Give the record.json of the last map."), file=str(path)) from None


COMMAND = Command("map", ABOUT, _arguments, _run, FAULTS)


def main(arguments: Sequence[str]) -> int:
    """Map a conversation; return the exit code."""
    return run(COMMAND, arguments)
