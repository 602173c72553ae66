"""What the map tells the choice of the next statement: how much each answer would say."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from uuid import UUID

import numpy as np

from gyda.methods.opinion.routing.chances import information
from gyda.need.conversations.routing.board import Board
from gyda.need.conversations.routing.next import Placing
from gyda.need.map.models import Map

SECONDS = 10.0  # what is believed of statements changes slowly
MOST = 200  # conversations in the memory of one process
Known = tuple[float, dict[int, list[float]], float]  # read when, statements, noise

_known: dict[UUID, Known] = {}


def placing(conversation_id: UUID, participant_id: UUID | None, board: Board) -> Placing | None:
    """Return what each answer would tell of somebody of whom nothing is known yet.

    Informative statements come first only in a person's first steps, when little is known of them;
    so one reading serves everyone, and a vote costs no query for it.
    """
    _when, statements, noise = _believed(conversation_id)
    if not statements:
        return None
    factors = np.zeros((board.length, 3))
    for number, row in statements.items():
        if number <= board.length:
            factors[number - 1, 1:] = row[1:3]
    return information(factors, np.eye(3), noise), None


def _believed(conversation_id: UUID) -> Known:
    kept = _known.get(conversation_id)
    if kept and time.monotonic() - kept[0] < SECONDS:
        return kept
    if len(_known) >= MOST:
        _known.clear()
    rows = Map.objects.filter(conversation=conversation_id)
    engine = rows.values_list("engine", flat=True).first() or {}
    statements = {int(number): row for number, row in engine.get("statements", {}).items()}
    found = time.monotonic(), statements, engine.get("noise", 1.0)
    _known[conversation_id] = found
    return found
