"""A person's way through the statements, packed into one column of their row."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import struct
from dataclasses import dataclass

import numpy as np

from gyda.methods.opinion.routing.exposure import Exposure, Shown

HEAD = struct.Struct("<iffiii")  # number, chance, reach, step, opened, among


@dataclass(frozen=True)
class Way:
    """What was shown last (if anything), and the chances along the way until then."""

    shown: Shown | None
    exposure: Exposure

    def packed(self) -> bytes:
        """Return the column: a head, then a chance and a step for each statement."""
        if self.shown is None:
            head = HEAD.pack(-1, 0, 0, 0, 0, 0)
        else:
            line = self.shown
            figures = (line.chance, line.reach, line.step, line.opened, line.among)
            head = HEAD.pack(line.statement, *figures)
        unseen = self.exposure.unseen.astype("<f4").tobytes()
        return head + unseen + self.exposure.opened.astype("<i2").tobytes()


def unpacked(column: bytes, step: int) -> Way:
    """Return the way that a column holds; an empty one is that of somebody who has just come."""
    if len(column) < HEAD.size:
        return Way(None, Exposure.fresh(0, 0))
    number, chance, reach, at, opened, among = HEAD.unpack_from(column)
    length = (len(column) - HEAD.size) // 6
    end = HEAD.size + 4 * length
    unseen = np.frombuffer(column, "<f4", length, HEAD.size).astype(float)
    since = np.frombuffer(column, "<i2", length, end).astype(np.int64)
    shown = Shown(0, number, at, chance, reach, opened, among) if number >= 0 else None
    return Way(shown, Exposure(0, step, unseen, since))
