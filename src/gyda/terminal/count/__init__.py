"""`gyda count ELECTION.pb`: counts a participatory budget, and says why."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
from collections.abc import Sequence

from gyda.terminal.count.faults import FAULTS
from gyda.terminal.frame import Answer, Command
from gyda.terminal.frame import main as frame_main
from gyda.terminal.tongue import gettext_noop

ABOUT = gettext_noop("Count a participatory budget from a Pabulib file, and say why.")


def _arguments(parser: argparse.ArgumentParser) -> None:
    from gyda.terminal.count.arguments import add_to

    add_to(parser)


def _run(asked: argparse.Namespace) -> Answer:
    from gyda.terminal.count.answer import answer

    return answer(asked)


COMMAND = Command("count", ABOUT, _arguments, _run, FAULTS)


def main(arguments: Sequence[str]) -> int:
    """Count; return the exit code."""
    return frame_main(COMMAND, arguments)
