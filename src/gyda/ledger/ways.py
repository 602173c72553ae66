"""What else one can do about one's hours: the rooms above say what, My hours shows it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Way:
    """A link of My hours: its words, and the name of its url inside a hub."""

    label: str | Promise
    name: str


_ways: list[Way] = []


def register(*ways: Way) -> None:
    """Show the links on everyone's My hours."""
    _ways.extend(ways)


def ways() -> Sequence[Way]:
    """Return them in the order in which they were declared."""
    return tuple(_ways)
