"""How the demo words a conversation, its statements and what people think of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ConversationWords:
    """A question that somebody asked, and how many answered it without a name."""

    key: str
    by: str
    ago: int
    days: int  # it stays open, from the day on which it was asked
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    voters: int
    initiative: str = ""
    next_cy: str = ""
    next_en: str = ""
    outcome_cy: str = ""
    outcome_en: str = ""


@dataclass(frozen=True)
class StatementWords:
    """Something that was said; how people take to it, and how far it divides them."""

    conversation: str
    cy: str
    en: str
    liked: float  # from -2: nearly everyone disagrees, to 2: nearly everyone agrees
    divides: float = 0.0  # from -2 to 2: on which side people agree
    by: str = ""  # nobody: it was there from the start
    language: str = "cy"  # of who said it; the other one is a translation
    ago: int = 0
    fate: str = "SHOWN"  # or WAITING, REFUSED
    reason: str = ""
