"""`gyda draw --check PROOF.json`: whether a proof holds, by counting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from gyda.methods.errors import BadInput
from gyda.methods.lottery import Verdict, check
from gyda.terminal import files
from gyda.terminal.faults import about
from gyda.terminal.frame import Answer
from gyda.terminal.tongue import _

WRONG = 1


def answer(path: Path) -> Answer:
    """Return the verdict on a proof; exit code 1 when it does not hold."""
    with about(path):
        try:
            proof = json.loads(files.read_text(path))
        except (json.JSONDecodeError, RecursionError):
            raise BadInput("not-a-proof") from None
        verdict = check(proof)
    record = {
        "fine": verdict.fine,
        "minimum": float(verdict.minimum),
        "wrong": [
            {"code": wrong.code, "number": wrong.number, "part": wrong.part}
            for wrong in verdict.wrong
        ],
        "levels": len(verdict.gaps),
        "largest_gap": float(max(verdict.gaps, default=0)),
        "assumed": verdict.assumed,
    }
    return Answer(record, partial(_lines, verdict), path.stem, code=0 if verdict.fine else WRONG)


def _lines(verdict: Verdict) -> Iterator[str]:
    for wrong in verdict.wrong[:20]:
        yield _("WRONG: %(code)s %(number)s") % {
            "code": wrong.code,
            "number": wrong.part or wrong.number,
        }
    if verdict.fine:
        yield _("The proof holds: every lot meets the quotas, and the chances add up.")
        yield _("Levels shown to be as high as they can be: %(count)s") % {
            "count": len(verdict.gaps)
        }
    if verdict.assumed:
        yield _("Resting on the solver's word: %(count)s") % {"count": verdict.assumed}
    yield _("Lowest chance: %(percent)s") % {"percent": f"{100 * float(verdict.minimum):.3f} %"}
