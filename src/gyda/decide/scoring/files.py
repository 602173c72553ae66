"""What a joint scoring brings into DECISION.zip: all points by pair number, and the result."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.decisions.models import Decision
from gyda.decide.scoring.models import Scoring
from gyda.decide.scoring.queries import rows_of, weights_of
from gyda.methods.joint_score import record_of, write_rows
from gyda.terminal.record import as_json


def files_of(decision: Decision) -> dict[str, bytes]:
    """Return the points and the joint score; young people stand there as pairs with numbers."""
    if decision.about_id is None:
        return {}
    scoring = Scoring.objects.get(id=decision.about_id)
    rows = rows_of(scoring)
    record = record_of(rows, weights_of(scoring))
    return {
        "scores.csv": write_rows(rows).encode(),
        "joint.json": (as_json(record) + "\n").encode(),
    }
