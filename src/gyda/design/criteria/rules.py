"""Who may do what with criteria."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.criteria import errors
from gyda.design.criteria.models import Case, RuleVersion
from gyda.initiatives.models import Initiative, Seat, Side
from gyda.initiatives.rules import may_hold, require_both_sides, require_hold
from gyda.people.who import Who

__all__ = ["may_hold", "require_both_sides", "require_hold"]


def may_decide(who: Who | None, initiative: Initiative) -> bool:
    """Tell whether this person decides cases: connectors, and the team's professionals."""
    if not who or who.is_acting:
        return False
    if who.actor.is_connector:
        return True
    seats = Seat.objects.taken().filter(initiative=initiative, member=who.actor)
    return seats.filter(side=Side.PROFESSIONAL).exists()


def require_decide(who: Who, initiative: Initiative) -> None:
    """Raise unless this person decides cases."""
    if not may_decide(who, initiative):
        raise errors.NotForYou


def may_read(who: Who | None, case: Case) -> bool:
    """Tell whether a decision concerns this person: it is theirs, or they decide here."""
    if not who:
        return False
    if case.member_id == who.subject.id:
        return True
    return may_decide(who, case.version.rule_set.initiative)


def may_hear(who: Who | None, case: Case) -> bool:
    """Tell whether this person may look at a case a second time."""
    if not who or not may_decide(who, case.version.rule_set.initiative):
        return False
    return who.actor.id not in {case.by_id, case.member_id}


def require_draft(version: RuleVersion) -> None:
    """Raise unless the version can still change."""
    if not version.is_draft:
        raise errors.NotADraft
