"""`gyda draw RESPONDENTS.csv QUOTAS.csv --seats 40`: a panel by lot, fair as can be."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from collections.abc import Sequence

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: the same sums on any machine

from gyda.terminal import frame  # noqa: E402
from gyda.terminal.draw.asked import arguments  # noqa: E402
from gyda.terminal.draw.faults import FAULTS  # noqa: E402
from gyda.terminal.draw.work import run  # noqa: E402
from gyda.terminal.tongue import gettext_noop  # noqa: E402

ABOUT = gettext_noop("Draw a panel by lot that meets quotas, with chances as fair as can be.")
COMMAND = frame.Command("draw", ABOUT, arguments, run, FAULTS)


def main(given: Sequence[str]) -> int:
    """Run the command; return its exit code."""
    return frame.main(COMMAND, given)
