"""A joint scoring of a story: young people and officers choose who runs something, half each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ScoringWords:
    """Begun so many days ago on an initiative; points stand in the order of the bidders.

    `young_points` has a row for each question of the young people, `points` one for the officers.
    """

    initiative: str
    worker: str
    other_adult: str
    ago: int
    organisation: str
    pence: int
    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    bidders: tuple[str, ...]
    young: tuple[str, ...]
    officers: tuple[str, ...]
    young_questions: tuple[str, ...]
    young_points: tuple[tuple[int, ...], ...]
    question: str
    points: tuple[int, ...]
    felt: str
    chosen_cy: str
    chosen_en: str
    reasons_cy: str
    reasons_en: str
    heard: str
