"""Who lives here, what people need, where they met; what there is to start from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class GroupWords:
    """How many of a group live here."""

    question: str
    group: str
    people: int


@dataclass(frozen=True)
class PassportWords:
    """What someone needs to take part."""

    member: str
    kinds: tuple[str, ...]
    words: str = ""
    language: str = "cy"


@dataclass(frozen=True)
class MeetingWords:
    """A meeting that was held, or is ahead, so many days from today."""

    initiative: str
    by: str
    ago: int  # planned so many days ago
    days: int  # it is held: in so many days, or (less than nought) was so many days ago
    hour: int
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    place_cy: str
    place_en: str
    coming: int = 0  # so many people of the hub
    needs: tuple[str, ...] = ()  # of whom these share what they need
    how: str = ""  # how it is met
    language: str = "cy"


@dataclass(frozen=True)
class AssetWords:
    """A gift, and in conversation with whom it was found."""

    by: str
    ago: int
    kind: str
    title: str
    language: str
    place: str
    what: str = ""
    through: str = ""
    met: str = ""
    theirs: bool = False
    public: bool = True
    initiative: str = ""


@dataclass(frozen=True)
class TaleWords:
    """Someone's own story."""

    by: str
    ago: int
    title: str
    strength: str
    words: str
    language: str
    scope: str = "PUBLIC"
    named: bool = False
    initiative: str = ""
