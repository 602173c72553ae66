"""A panel of a story: what it is asked, who advises it, one meeting with a question."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class PanelWords:
    """A panel of an initiative, opened so many days ago by its clerk, drawn with these dice."""

    initiative: str
    clerk: str
    adviser: str
    ago: int
    seats: int
    reserves: int
    dice: str
    minutes: int
    title_cy: str
    title_en: str
    question_cy: str
    question_en: str
    asks_cy: str
    asks_en: str
    yes_cy: str
    yes_en: str
    no_cy: str
    no_en: str
    knows_cy: str
    knows_en: str
    interest_cy: str
    interest_en: str
    asked: str
    answered: str
    language: str
    minutes_cy: str
    minutes_en: str
