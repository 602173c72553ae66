"""Short lists of choices kept as the bits of one number, so that SQL can compare them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Access(models.IntegerChoices):
    """What a person needs so that they can take part, or what an offer provides."""

    STEP_FREE = 1, _("Step-free way in")
    TRANSPORT = 2, _("A lift there and back")
    QUIET = 4, _("A quiet place")
    HEARING_LOOP = 8, _("A hearing loop")
    LARGE_PRINT = 16, _("Large print")
    EASY_READ = 32, _("Plain, short words")
    TOILET = 64, _("An accessible toilet")
    SUPPORTER = 128, _("Room for a supporter to come along")


class Care(models.IntegerChoices):
    """What should happen so that both feel safe."""

    IN_PUBLIC = 1, _("Meet in a public place first")
    ACCOMPANIED = 2, _("Someone comes along the first time")
    KNOWN = 4, _("With someone whom a connector knows")
    CHECKED = 8, _("With someone who has had the checks this kind of help needs")


class Day(models.IntegerChoices):
    """A day of the week."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Part(models.IntegerChoices):
    """A part of the day."""

    MORNING = 0, pgettext_lazy("part of the day", "morning")
    AFTERNOON = 1, pgettext_lazy("part of the day", "afternoon")
    EVENING = 2, pgettext_lazy("part of the day", "evening")


C = TypeVar("C", bound=models.IntegerChoices)


def together(bits: Iterable[int]) -> int:
    """Return one number that holds all the bits.

    >>> together([1, 4])
    5
    """
    return reduce(or_, bits, 0)


def chosen(choices: type[C], bits: int) -> list[C]:
    """Return the choices whose bit is set."""
    return [choice for choice in choices if choice.value & bits]


def all_of(choices: type[models.IntegerChoices]) -> int:
    """Return the number with every bit set: the greatest that may be stored."""
    return together(choices.values)


def slot(day: int, part: int) -> int:
    """Return the bit of one part of one day.

    >>> slot(Day.TUESDAY, Part.EVENING)
    32
    """
    return 1 << (day * len(Part) + part)


def slots(times: int) -> list[tuple[Day, list[Part]]]:
    """Return the days that are set, each with its parts.

    >>> [(day.name, [part.name for part in parts]) for day, parts in slots(32 | 8)]
    [('TUESDAY', ['MORNING', 'EVENING'])]
    """
    week = [(day, [part for part in Part if times & slot(day, part)]) for day in Day]
    return [(day, parts) for day, parts in week if parts]


ALL_SLOTS = (1 << len(Day) * len(Part)) - 1
