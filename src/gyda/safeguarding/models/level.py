"""The kinds of check, and for what part in the hub's life one is asked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """What was looked at, or done, before someone is trusted with a task."""

    MEETING = "MEETING", _("A meeting face to face")
    REFERENCES = "REFERENCES", _("Two references")
    ACCOMPANIED = "ACCOMPANIED", _("A first exchange in company")
    DRIVING = "DRIVING", _("Driving licence, insurance and MOT")
    BASIC = "BASIC", _("Basic DBS check")
    STANDARD = "STANDARD", _("Standard DBS check")
    ENHANCED = "ENHANCED", _("Enhanced DBS check")
    BARRED = "BARRED", _("Enhanced DBS check with the barred lists")


class Part(models.TextChoices):
    """Who needs it."""

    GIVER = "GIVER", _("Gives time to someone")
    ORGANISER = "ORGANISER", _("Looks after an activity")
    HELPER = "HELPER", _("Gives time at an activity")
    CONNECTOR = "CONNECTOR", _("Is a connector")
    STEWARD = "STEWARD", _("Is a steward")


LADDER = (Level.BASIC, Level.STANDARD, Level.ENHANCED, Level.BARRED)  # each holds those before
DBS = frozenset(level.value for level in LADDER)
BY_LAW = frozenset({"STANDARD", "ENHANCED", "BARRED"})  # only some roles may be asked for these
GATES = frozenset(Level.values) - {"ACCOMPANIED"}  # that one is a flag: someone goes along


def covered_by(levels: Iterable[str]) -> frozenset[str]:
    """Return the levels that these fulfil: a higher DBS check holds what a lower one shows.

    >>> sorted(covered_by(["ENHANCED", "MEETING"]))
    ['BASIC', 'ENHANCED', 'MEETING', 'STANDARD']
    """
    held = {str(level) for level in levels}
    for number, level in enumerate(LADDER):
        if level.value in held:
            held.update(one.value for one in LADDER[:number])
    return frozenset(held)
