"""The statements of a conversation as a process knows them: read once a second, not per voter."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from gyda.need.conversations.models import Statement

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Board:
    """Shown statements by number; the arrays are as long as the highest number (index + 1)."""

    by_number: dict[int, Statement]
    total: NDArray[np.float64]
    seed: Bools
    meta: Bools
    shown: Bools

    @cached_property
    def length(self) -> int:
        return len(self.shown)

    @cached_property
    def _numbers(self) -> dict[UUID, int]:
        return {one.id: number for number, one in self.by_number.items()}

    @cached_property
    def _places_by_author(self) -> dict[UUID | None, list[int]]:
        places: dict[UUID | None, list[int]] = {}
        for number, one in self.by_number.items():
            places.setdefault(one.author_id, []).append(number - 1)
        return places

    def numbers_of(self, statements: Iterable[UUID]) -> set[int]:
        """Return the numbers of those that are shown."""
        return {self._numbers[one] for one in statements if one in self._numbers}

    def open_to(self, author: UUID | None, answered: set[int]) -> Bools:
        """Return what somebody may be shown: not answered yet, and not their own."""
        may = self.shown.copy()
        may[[number - 1 for number in answered if number <= self.length]] = False
        if author:
            may[self._places_by_author.get(author, [])] = False
        return may


_boards: dict[UUID, tuple[float, Board]] = {}
MOST = 200  # boards in the memory of one process


def board_of(conversation_id: UUID) -> Board:
    """Return the board: a second old, and what it takes to read it."""
    kept = _boards.get(conversation_id)
    if kept and time.monotonic() - kept[0] < settings.BOARD_SECONDS:
        return kept[1]
    if kept:  # while one reads, the others go on with what is there
        _boards[conversation_id] = (time.monotonic(), kept[1])
    board = _read(conversation_id)
    if len(_boards) >= MOST:
        _boards.clear()
    _boards[conversation_id] = (time.monotonic(), board)
    return board


def forget(conversation_id: UUID) -> None:
    """Read the board anew the next time."""
    _boards.pop(conversation_id, None)


def _read(conversation_id: UUID) -> Board:
    rows = list(Statement.objects.shown().filter(conversation=conversation_id).order_by("number"))
    length = rows[-1].number if rows else 0
    places = [row.number - 1 for row in rows]
    total, flags = np.zeros(length), np.zeros((3, length), dtype=bool)
    total[places] = [row.answers for row in rows]
    flags[:, places] = [
        [row.is_seed for row in rows],
        [row.is_meta for row in rows],
        [True for row in rows],
    ]
    by_number = {row.number: row for row in rows}
    return Board(by_number, total, flags[0], flags[1], flags[2])
