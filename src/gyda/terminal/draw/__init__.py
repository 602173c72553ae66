"""`gyda draw RESPONDENTS.csv QUOTAS.csv --seats 40`: a panel by lot, fair as can be."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from gyda.terminal import frame
from gyda.terminal.draw.asked import arguments
from gyda.terminal.draw.faults import FAULTS
from gyda.terminal.draw.work import run
from gyda.terminal.tongue import gettext_noop

ABOUT = gettext_noop("Draw a panel by lot that meets quotas, with chances as fair as can be.")
COMMAND = frame.Command("draw", ABOUT, arguments, run, FAULTS)


def main(given: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    return frame.main(COMMAND, given)
