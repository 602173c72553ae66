"""What a decision's file says of later corrections, and up to when it can know of any."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import Bundle


def note_state(bundle: Bundle, found: Found) -> None:
    """Note whether it was corrected or overruled when the newest seal in the file was made."""
    last = bundle.journal["seals"][-1] if bundle.journal["seals"] else {}
    overruling = bundle.after["overruling"] or {}
    found.note(
        replaced_by=bundle.after["replaced_by"],
        overruled_on=overruling.get("signed_on"),
        seal=last.get("number"),
        sealed_at=last.get("sealed_at"),
    )
