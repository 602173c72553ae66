"""What a steward loads so that the figures can tell whom the hub reaches."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceWords:
    """How deprived a village is, by fifths, and how many live there."""

    name: str
    fifth: int
    people: int
