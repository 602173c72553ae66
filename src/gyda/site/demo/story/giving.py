"""What people offer, ask for and do for each other."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ListingWords:
    """An offer or an ask that is open today."""

    by: str
    kind: str
    shelf: str
    language: str
    title: str
    words: str
    where: str
    ago: int
    entered_by: str = ""
    place: str = ""
    times: tuple[str, ...] = ()
    spoken: str = "BOTH"
    access: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    by_in: int = 0  # days from now
    minutes: int | None = None
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class DeedWords:
    """What one did for another, once or more often."""

    what: str
    giver: str
    receiver: str
    language: str
    minutes: int
    ago: tuple[int, ...]
    thanks: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class OpenWords:
    """An exchange on its way, as far as `state` says; it is or was due in `days` days."""

    state: str
    what: str
    giver: str
    receiver: str
    by: str
    language: str
    minutes: int
    ago: int
    days: int
    said_giver: int = 0
    said_receiver: int = 0
    words: str = ""
    listing: str = ""  # the title of the offer or ask that it answers


@dataclass(frozen=True)
class ActivityWords:
    """What people did together, or will."""

    title_cy: str
    title_en: str
    about_cy: str
    about_en: str
    place_cy: str
    place_en: str
    organiser: str
    hour: int
    minutes: int
    ago: tuple[int, ...]
    gives: tuple[str, ...]
    takes: tuple[str, ...]
    organisation: str = ""
    places: int | None = None


@dataclass(frozen=True)
class GiftWords:
    """Hours given without anything in return; no receiver: to the pot."""

    giver: str
    ago: int
    minutes: int
    words: str
    language: str
    receiver: str = ""
    thanks: str = ""


@dataclass(frozen=True)
class GrantWords:
    """Hours that the pot gave."""

    receiver: str
    ago: int
    minutes: int
    words: str
    language: str
