"""Hours that organisations give, and the places where they are spent."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class PoolWords:
    """Hours that an organisation may give, and the money behind them."""

    organisation: str
    ago: int
    minutes: int
    pence: int
    because: str
    language: str


@dataclass(frozen=True)
class VenueWords:
    """A place where hours can be spent; without a funder it is thanked."""

    organisation: str
    place_cy: str
    place_en: str
    about_cy: str
    about_en: str
    ago: int
    funder: str = ""
    pence_per_hour: int = 0


@dataclass(frozen=True)
class SpareWords:
    """Places that a venue has each week from so many days ago, and who goes there."""

    venue: str
    title_cy: str
    title_en: str
    about_cy: str
    about_en: str
    ago: int
    hour: int
    lasts: int
    minutes: int
    places: int
    visitors: tuple[str, ...]
    each: int
    access: tuple[str, ...] = ()
    for_whom_cy: str = ""
    for_whom_en: str = ""
