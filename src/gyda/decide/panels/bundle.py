"""What a decision of a panel brings into DECISION.zip: the pool, the quotas and the draw."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from typing import Any
from uuid import UUID

from gyda.decide.decisions.models import Decision
from gyda.decide.panels.models import Panel, PanelDraw, PanelMotion, PanelPromise, Way


def files(decision: Decision) -> dict[str, bytes]:
    """Return pool.csv without names, quotas.csv and draw.json: enough to draw again."""
    from gyda.decide.panels.material import pool_csv, quotas_csv
    from gyda.decide.panels.queries import drawn

    motion = PanelMotion.objects.select_related("panel").filter(id=decision.about_id or UUID(int=0))
    panel = motion.get().panel
    draw = drawn(panel)
    if draw is None or draw.lot is None:
        return {}
    proof = draw.proof()
    record = json.dumps(record_of(panel, draw, proof), sort_keys=True, indent=1)
    return {
        "pool.csv": pool_csv(proof),
        "quotas.csv": quotas_csv(proof),
        "draw.json": record.encode(),
    }


def record_of(panel: Panel, draw: PanelDraw, proof: dict[str, Any]) -> dict[str, Any]:
    """Return the record of a draw: the proof, what the lot was drawn with, and who it is."""
    promises = PanelPromise.objects.filter(panel=panel).order_by("place")
    people = [person for person, _answers in proof["people"]]
    return {
        "proof": proof,
        "lots_sha256": draw.sha256,
        "promises": [{"sha256": one.sha256, "secret": one.secret} for one in promises],
        "source": draw.drawn_with if panel.way == Way.SOURCE else "",
        "dice": draw.drawn_with if panel.way == Way.DICE else "",
        "lot": draw.lot,
        "panel": [people[i] for i in proof["equal_lots"][draw.lot or 0]],
    }
