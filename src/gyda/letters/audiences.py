"""Who a letter to many is for: the rooms name their audiences, and give them a few at a time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from gyda.letters.readers import Reader


@dataclass(frozen=True)
class Addressee:
    """One of many: by which id they stand in line, and what their letter hangs on."""

    id: UUID
    reader: Reader
    about_id: UUID


# The next ones about something after an id, in the order of ids; fewer than asked for: the last.
Next = Callable[[UUID, UUID | None, int], Sequence[Addressee]]

_audiences: dict[str, Next] = {}


def register(name: str, following: Next) -> None:
    """Make an audience known; called when the room's app is ready."""
    _audiences[name] = following


def named(name: str) -> Next:
    return _audiences[name]
