"""What the map tells the choice of the next statement: how much each answer would say."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.routing.chances import information
from gyda.need.conversations.routing.board import Board
from gyda.need.conversations.routing.next import Placing
from gyda.need.map.models import Map

SECONDS = 10.0  # what is believed of statements changes slowly
MOST = 200  # conversations in the memory of one process


@dataclass(frozen=True)
class Known:
    """When it was read, the length of the board that it is for, and what each answer would tell."""

    at: float
    length: int
    information: NDArray[np.float64] | None

    def holds(self, board: Board) -> bool:
        return self.length == board.length and time.monotonic() - self.at < SECONDS


_known: dict[UUID, Known] = {}


def placing(conversation_id: UUID, participant_id: UUID | None, board: Board) -> Placing | None:
    """Return what each answer would tell of somebody of whom nothing is known yet.

    Informative statements come first only in a person's first steps, when little is known of them;
    so one reading serves everyone, and a vote costs no query for it.
    """
    kept = _known.get(conversation_id)
    if kept is None or not kept.holds(board):
        if len(_known) >= MOST:
            _known.clear()
        kept = _known[conversation_id] = _read(conversation_id, board)
    return None if kept.information is None else (kept.information, None)


def _read(conversation_id: UUID, board: Board) -> Known:
    rows = Map.objects.filter(conversation=conversation_id)
    engine = rows.values_list("engine", flat=True).first() or {}
    statements = engine.get("statements", {})
    now = time.monotonic()
    if not statements:
        return Known(now, board.length, None)
    factors = np.zeros((board.length, 3))
    for number, row in statements.items():
        if int(number) <= board.length:
            factors[int(number) - 1, 1:] = row[1:3]
    return Known(now, board.length, information(factors, np.eye(3), engine.get("noise", 1.0)))
