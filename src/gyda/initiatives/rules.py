"""Who may do what with an initiative, and what must be true before it moves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.initiatives import errors
from gyda.initiatives.models import Initiative, Right, Seat, Side, Stage
from gyda.people.models import Member
from gyda.people.who import Who


def is_in_team(member: Member, initiative: Initiative) -> bool:
    return Seat.objects.taken().filter(initiative=initiative, member=member).exists()


def may_hold(who: Who | None, initiative: Initiative) -> bool:
    """Tell whether this person looks after the thread: its team, and the connectors."""
    if not who:
        return False
    return who.actor.is_connector or is_in_team(who.subject, initiative)


def require_hold(who: Who, initiative: Initiative) -> None:
    """Raise unless this person looks after it and it is under way."""
    if not may_hold(who, initiative):
        raise errors.NotInTheTeam
    if not initiative.is_open:
        raise errors.NotUnderWay


def require_both_sides(initiative: Initiative) -> None:
    """Raise unless citizens and professionals are both in the team."""
    sides = Seat.objects.taken().filter(initiative=initiative).values_list("side", flat=True)
    if not {Side.CITIZEN, Side.PROFESSIONAL} <= set(sides):
        raise errors.OneSideOnly


def require_say(initiative: Initiative, stage: str) -> None:
    """Raise unless everyone can read what say citizens have in the stage."""
    if not Right.objects.in_force().filter(initiative=initiative, stage=stage).exists():
        raise errors.SayFirst


def check_move(initiative: Initiative, stage: str) -> None:
    """Raise unless the initiative may enter the stage."""
    if stage == initiative.stage:
        raise errors.ThereAlready
    if initiative.stage == Stage.NEED:
        require_both_sides(initiative)
    require_say(initiative, stage)


def check_reason(because_cy: str, because_en: str) -> None:
    """Raise unless both readers are told why."""
    if not because_cy.strip():
        raise errors.WithoutReason
    if not because_en.strip():
        raise errors.WithoutReason(field="because_en")
