"""`gyda verify DECISION.zip`: counts, draws and scores again, and checks the journal's seals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

from gyda.methods.seal_check import Broken
from gyda.terminal.decision.checking import check
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import is_decision, opened

__all__ = ["Found", "is_decision", "rewritten", "verify"]


def verify(path: Path, kept_seal: str | None = None) -> Found:
    """Check a decision's file; raise Unreadable when it is none, or cannot be read."""
    found = check(opened(path))
    if kept_seal and kept_seal not in found.seals:
        found.broken.insert(0, rewritten(kept_seal))
    return found


def rewritten(kept_seal: str) -> Broken:
    """Say that a seal which someone kept is gone."""
    words = "is not in this chain: the record was rewritten since you kept it"
    return Broken("seal", "The seal %(seal)s", words, {"seal": kept_seal})
