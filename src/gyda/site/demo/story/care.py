"""What a story tells of referrals and of keeping each other safe."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ReferralWords:
    """Someone referred, and what became of it."""

    by: str
    name: str
    reach: str
    language: str
    ago: int
    address: str = ""  # for the post; numbers and e-mail addresses are those of nobody
    words: str = ""
    answer: str = ""  # YES, NOT_NOW or NO
    after: int = 2  # days


@dataclass(frozen=True)
class RuleWords:
    """A rule of the hub: which task needs which check."""

    part: str
    level: str
    because_cy: str
    because_en: str
    ago: int
    category: str = ""  # by its English name


@dataclass(frozen=True)
class CheckWords:
    """A check that a connector saw."""

    member: str
    level: str
    ago: int
    ends: int = 0  # days from today; 0: it does not end


@dataclass(frozen=True)
class LeadWords:
    """Who hears concerns."""

    member: str
    ago: int


@dataclass(frozen=True)
class ConcernWords:
    """Something that someone told, and the answer to it."""

    about: str
    about_words: str
    words: str
    language: str
    ago: int
    member: str = ""  # who told it, if they gave their name
    answer: str = ""


@dataclass(frozen=True)
class AreaWords:
    """An area of the coverage."""

    area: str
    cluster_cy: str
    cluster_en: str
    list_size: int
    east: float
    north: float
