"""How much was promised under a decision: told by the funds, a part above this one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Mapping
from uuid import UUID

Promised = Callable[[], Mapping[UUID | None, int]]

_told_by: list[Promised] = []


def register(promised: Promised) -> None:
    """Say who knows how many pence were promised under which decision; None: under no decision."""
    _told_by.append(promised)


def promised_by_decision() -> dict[UUID | None, int]:
    """Return the pence promised, from all who know."""
    sums: dict[UUID | None, int] = {}
    for told in _told_by:
        for decision, pence in told().items():
            sums[decision] = sums.get(decision, 0) + pence
    return sums
