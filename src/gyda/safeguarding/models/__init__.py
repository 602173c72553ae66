"""What is true of checks, references and concerns."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.safeguarding.models.check import Check, Company, Requirement
from gyda.safeguarding.models.concern import Concern, ConcernStep, Lead, NeverDeleted, Withheld
from gyda.safeguarding.models.level import Level, Part
from gyda.safeguarding.models.reference import Reference

__all__ = [
    "Check",
    "Company",
    "Concern",
    "ConcernStep",
    "Lead",
    "Level",
    "NeverDeleted",
    "Part",
    "Reference",
    "Requirement",
    "Withheld",
]
