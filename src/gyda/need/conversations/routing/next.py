"""The next statement for one person, by the method of docs/methods/routing.md."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.routing.chances import Pool, chances, lot
from gyda.methods.opinion.routing.exposure import Exposure, Shown
from gyda.need.conversations.routing.board import Board, Bools
from gyda.need.conversations.routing.path import Way

Floats = NDArray[np.float64]
# Of a person: what each answer would tell of where they stand, and the votes of people like them;
# both by number less one, or None where there is no map yet.
Placing = tuple[Floats | None, Floats | None]
MapOf = Callable[[UUID, UUID | None, Board], Placing | None]

_map: list[MapOf] = []


def register_map(map_of: MapOf) -> None:
    """Let the map say (conversation, participant, board) what it knows; from memory, no queries."""
    _map.append(map_of)


def next_for(
    board: Board, way: Way, *, may: Bools, lot_of: tuple[str, str], placing: Placing | None = None
) -> Way:
    """Return the way with what is shown next; `lot_of`: the conversation's secret, the person.

    The same lot falls the same way, so that asking again shows the same statement.
    """
    # A way is longer than the board once the last statements are taken off it.
    exposure = way.exposure.grown(max(board.length, len(way.exposure.unseen)))
    odds = _odds(board, may, exposure.step, placing)
    if not odds.any():
        return Way(None, exposure)
    odds = np.append(odds, np.zeros(len(exposure.unseen) - board.length))
    secret, person = lot_of
    drawn = lot(bytes.fromhex(secret), person, exposure.step)
    shown, after = exposure.next(odds, drawn)
    return Way(shown, after)


def _odds(board: Board, may: Bools, step: int, placing: Placing | None) -> Floats:
    information, near = placing or (None, None)
    votes = board.total if near is None else near
    pool = Pool(votes, board.total, information, board.seed, board.meta)
    odds = chances(pool, open_=may, step=step)
    if odds.any() or not may.any():
        return odds
    # Only statements about the conversation itself are left: better these than none.
    return chances(Pool(votes, board.total, None, board.seed, ~board.shown), open_=may, step=step)


def placing_of(conversation_id: UUID, participant_id: UUID | None, board: Board) -> Placing | None:
    """Return what the map knows of somebody."""
    return _map[0](conversation_id, participant_id, board) if _map else None


def stands(shown: Shown | None, may: Bools) -> bool:
    """Tell whether what was shown last can still be answered."""
    return shown is not None and shown.statement < len(may) and bool(may[shown.statement])


__all__ = ["Exposure", "Way", "next_for", "placing_of", "register_map", "stands"]
