"""A decision as its form shows it when it is corrected."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.decide.decisions.forms import CorrectForm
from gyda.decide.decisions.grounds_fields import ADVICE
from gyda.decide.decisions.models import Decision

EVIDENCE = ("claim_cy", "claim_en", "source", "on", "link", "words", "language")


def initial_of(decision: Decision) -> dict[str, Any]:
    """Return what to give the form: its first values, and how many groups it shows."""
    names = [name for name in CorrectForm.base_fields if hasattr(decision, name)]
    initial = {name: getattr(decision, name) for name in names if not name.startswith("because")}
    initial["organisation"] = decision.organisation_id
    groups = {
        "evidence": (list(decision.evidence.all()), EVIDENCE),
        "advice": (list(decision.advice.all()), ADVICE),
    }
    for what, (rows, fields) in groups.items():
        for number, row in enumerate(rows):
            initial |= {f"{what}-{number}-{name}": getattr(row, name) for name in fields}
    return {
        "initial": initial,
        "evidence": len(groups["evidence"][0]),
        "advisers": len(groups["advice"][0]),
    }
