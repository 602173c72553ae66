"""How the demo words ideas, open letters and the answers to them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ShelfWords:
    """A category of ideas, and which organisation answers for it."""

    name_cy: str
    name_en: str
    organisation: str = ""


@dataclass(frozen=True)
class IdeaWords:
    """An idea and who supports it."""

    key: str
    by: str
    ago: int
    language: str
    title: str
    what: str
    place: str
    shelf: str  # by its English name
    supporters: tuple[str, ...]
    joined_with: str = ""


@dataclass(frozen=True)
class PointWords:
    """A point for or against an idea, and who agrees."""

    idea: str
    by: str
    ago: int
    side: str
    language: str
    text: str
    agree: tuple[str, ...] = ()


@dataclass(frozen=True)
class AppealWords:
    """An open letter, who signed it, and when it was delivered (0: not yet)."""

    key: str
    by: str
    ago: int
    title_cy: str
    title_en: str
    text_cy: str
    text_en: str
    original: str
    signed: tuple[str, ...]
    on_paper: int
    organisation: str = ""
    recipient_cy: str = ""
    recipient_en: str = ""
    delivered: int = 0
    delivered_to: str = ""


@dataclass(frozen=True)
class ReplyWords:
    """An answer to an idea or a letter, so many days ago, if it is owed by then."""

    about: str
    by: str
    ago: int
    verdict: str
    days: int = 0
    owner: str = ""
    action_cy: str = ""
    action_en: str = ""
    reason_cy: str = ""
    reason_en: str = ""
