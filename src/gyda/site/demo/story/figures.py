"""What a steward loads so that the figures can tell whom the hub reaches."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class PlaceWords:
    """How deprived a village is, by fifths, how many live there, and the small area it lies in."""

    name: str
    fifth: int
    people: int
    sector: str  # of postcodes; none in the country begins with ZZ
    easting: int
    northing: int
