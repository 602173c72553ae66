"""How the demo words an initiative, its stages and what passes to citizens."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class InitiativeWords:
    """A thread that someone started, and who was asked to join."""

    key: str
    by: str
    ago: int
    began_with: str
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    place_cy: str
    place_en: str
    because_cy: str
    because_en: str
    can_change_cy: str
    can_change_en: str
    minutes: int
    asked: tuple[str, ...]  # who says yes
    waiting: str = ""  # who has not answered yet
    open_to_all: bool = False


@dataclass(frozen=True)
class StepWords:
    """A stage that an initiative enters, and what say citizens have in it."""

    initiative: str
    ago: int
    by: str
    stage: str
    say: str
    lead: str
    because_cy: str
    because_en: str


@dataclass(frozen=True)
class HandoverWords:
    """A task that passes to citizens."""

    initiative: str
    ago: int
    by: str
    organisation: str
    pence: int
    task_cy: str
    task_en: str
    duty_cy: str
    duty_en: str
    way_back_cy: str
    way_back_en: str
