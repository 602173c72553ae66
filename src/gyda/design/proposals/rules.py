"""Who may do what with a proposal, and what is missing before it can be put forward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals import errors
from gyda.design.proposals.costing import add_up
from gyda.design.proposals.models import CostLine, Effect, Version
from gyda.design.proposals.models.author import Author
from gyda.design.proposals.models.effect import TEXTS
from gyda.design.proposals.models.proposal import Proposal
from gyda.initiatives.models import Handover, Initiative, Lead, Right, Side, Stage
from gyda.people.who import Who


class Lack(models.TextChoices):
    """What a proposal may lack."""

    WORDS = "WORDS", _("Welsh and English: each word of it in both languages")
    EFFECTS = "EFFECTS", _("Who gains and who loses, group by group")
    COSTS = "COSTS", _("What it costs in pounds or hours")
    FEASIBILITY = "FEASIBILITY", _("A professional's word on whether this version can be done")
    BOTH_SIDES = "BOTH_SIDES", _("Authors from both sides: citizens and professionals")
    CITIZEN = "CITIZEN", _("An author who is a citizen")
    PROFESSIONAL = "PROFESSIONAL", _("An author who speaks for an organisation")
    AMENDMENTS = "AMENDMENTS", _("An answer to each amendment")
    IN_WORK = "IN_WORK", _("The version that is being worked on: published, or thrown away")
    HANDOVER = (
        "HANDOVER",
        _(
            "Work that is paid today would pass to citizens. The initiative must say which duty "
            "stays public, which money goes along, and the way back"
        ),
    )


class Together(models.TextChoices):
    """From which sides it was written (field row 44)."""

    CITIZENS = "CITIZENS", _("Citizens alone")
    PROFESSIONALS = "PROFESSIONALS", _("Professionals alone")
    TOGETHER = "TOGETHER", _("Citizens and professionals together")


def is_author(who: Who | None, proposal: Proposal) -> bool:
    """Tell whether this person, or the one they act for, writes it."""
    if not who:
        return False
    return Author.objects.writing().filter(proposal=proposal, member=who.subject).exists()


def require_author(who: Who, proposal: Proposal) -> None:
    """Raise unless this person writes it, and it may still be changed."""
    if not is_author(who, proposal):
        raise errors.NotAnAuthor
    if not proposal.can_be_worked_on:
        raise errors.MovedOn


def together(sides: Iterable[str]) -> Together | None:
    """Return from which sides it is written; None where nobody writes any more."""
    found = set(sides)
    if {Side.CITIZEN, Side.PROFESSIONAL} <= found:
        return Together.TOGETHER
    if Side.CITIZEN in found:
        return Together.CITIZENS
    return Together.PROFESSIONALS if Side.PROFESSIONAL in found else None


def is_in_both(version: Version, costs: list[CostLine], effects: list[Effect]) -> bool:
    """Tell whether each word is there in Welsh and in English."""
    own = [getattr(version, f"{name}_{lang}") for name in ("title", "what") for lang in TONGUES]
    lines = [getattr(line, f"what_{lang}") for line in costs for lang in TONGUES]
    groups = [
        getattr(one, f"{name}_{lang}") for one in effects for name in TEXTS for lang in TONGUES
    ]
    return all([*own, *lines, *groups])


TONGUES = ("cy", "en")


@dataclass(frozen=True)
class Facts:
    """What the rules look at; gathered by `gyda.design.proposals.queries.facts`."""

    version: Version
    costs: list[CostLine]
    effects: list[Effect]
    sides: set[str]
    is_said: bool  # whether it can be done
    is_waiting: bool  # an amendment
    in_work: bool


def missing(facts: Facts, initiative: Initiative) -> list[Lack]:
    """Return what it lacks before it can be put forward to a decision."""
    lacks = [
        (Lack.WORDS, not is_in_both(facts.version, facts.costs, facts.effects)),
        (Lack.EFFECTS, not facts.effects),
        (Lack.COSTS, not facts.costs),
        (Lack.FEASIBILITY, not facts.is_said),
        (Lack.AMENDMENTS, facts.is_waiting),
        (Lack.IN_WORK, facts.in_work),
        (Lack.HANDOVER, _moves_work(facts.costs, initiative)),
    ]
    found = [lack for lack, is_so in lacks if is_so]
    side = _lacking_side(facts.sides, initiative)
    return [*found, side] if side else found


def _lacking_side(sides: set[str], initiative: Initiative) -> Lack | None:
    """Both sides write it, unless the right of the stage of design says who leads alone."""
    right = Right.objects.in_force().filter(initiative=initiative, stage=Stage.DESIGN).first()
    lead = right.lead if right else Lead.TOGETHER
    if lead == Lead.CITIZENS:
        return None if Side.CITIZEN in sides else Lack.CITIZEN
    if lead == Lead.PROFESSIONALS:
        return None if Side.PROFESSIONAL in sides else Lack.PROFESSIONAL
    return None if together(sides) == Together.TOGETHER else Lack.BOTH_SIDES


def _moves_work(costs: list[CostLine], initiative: Initiative) -> bool:
    """Tell whether paid work would pass to citizens with no handover that says on which terms."""
    if not add_up(costs).replacing:
        return False
    return not Handover.objects.filter(initiative=initiative, back_at__isnull=True).exists()
