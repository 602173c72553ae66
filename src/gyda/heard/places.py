"""How deprived the places are where people live: told by the room that keeps the hub's table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Places:
    """The fifth of each place (folded), who lives in each fifth, and where that is from."""

    fifths: Callable[[], dict[str, int]] = dict
    residents: Callable[[], dict[str, int]] = dict
    table: Callable[[], Any] = lambda: None


@dataclass
class _Kept:
    places: Places = field(default_factory=Places)


_kept = _Kept()


def register(places: Places) -> None:
    """Take the hub's table of areas from there."""
    _kept.places = places


def known() -> Places:
    """Return the hub's places; with no table, there are none."""
    return _kept.places
