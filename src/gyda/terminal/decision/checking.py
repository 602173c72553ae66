"""The checks of a decision, one after the other; what cannot be read in one stops only that one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable

from gyda.methods.errors import BadInput
from gyda.terminal.count.faults import FAULTS as OF_COUNTS
from gyda.terminal.decision.counting import check_counts
from gyda.terminal.decision.drawing import check_draws
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.lines import check_lines
from gyda.terminal.decision.opening import Bundle
from gyda.terminal.decision.scoring import check_scores
from gyda.terminal.decision.sealing import check_files, check_journal, check_record
from gyda.terminal.decision.state import note_state
from gyda.terminal.decision.words import OF_SCORES
from gyda.terminal.draw.faults import FAULTS as OF_DRAWS
from gyda.terminal.faults import Faults, in_words

Check = Callable[[Bundle, Found], None]
FAULTS: Faults = {**OF_COUNTS, **OF_DRAWS, **OF_SCORES}

SAYS_NOTHING = (KeyError, IndexError, TypeError, ValueError, AttributeError, ZeroDivisionError,
                OverflowError, RecursionError)  # fmt: skip
CHECKS: tuple[tuple[str, Check], ...] = (
    ("journal.json", check_journal),
    ("decision.json", check_record),
    ("after.json", note_state),
    ("lines.json", check_lines),
    ("manifest.json", check_files),
    ("count.json", check_counts),
    ("draw.json", check_draws),
    ("joint.json", check_scores),
)


def check(bundle: Bundle) -> Found:
    """Return all that was found."""
    found = Found()
    for name, one in CHECKS:
        try:
            one(bundle, found)
        except BadInput as error:
            found.add("file", "The file %(file)s", "cannot be used: %(why)s",
                      file=name, why=str(in_words(error, FAULTS)))  # fmt: skip
        except SAYS_NOTHING as error:
            found.add("file", "The file %(file)s", "cannot be used: %(why)s", file=name,
                      why=f"{type(error).__name__}: {error}")  # fmt: skip
    return found
