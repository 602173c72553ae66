"""Who may do what with a ballot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots import errors
from gyda.decide.ballots.electorates import TEAM
from gyda.decide.ballots.models import Ballot
from gyda.decide.decisions.errors import NoRight
from gyda.decide.decisions.rules import right_of
from gyda.initiatives.models import Say
from gyda.initiatives.rules import may_hold as may_hold_thread
from gyda.people.who import Who


def may_hold(who: Who | None, ballot: Ballot) -> bool:
    """Tell whether this person looks after it: connectors, and the team of its initiative."""
    if not who:
        return False
    if ballot.initiative is None:
        return bool(who.actor.is_connector)
    return may_hold_thread(who, ballot.initiative)


def require_hold(who: Who, ballot: Ballot) -> None:
    """Raise unless this person looks after it."""
    if not may_hold(who, ballot):
        raise errors.NotForYou


def may_judge(who: Who | None) -> bool:
    """Tell whether this person says what can be done: who comes for an organisation."""
    return bool(who and who.actor.organisation_id)


def check_right(ballot: Ballot) -> None:
    """Raise where a ballot claims more than its initiative gives citizens in deciding."""
    right = right_of(ballot.initiative) if ballot.initiative else None
    rank = Say.values.index
    if right and rank(ballot.say) > rank(right.say):
        raise errors.MoreThanSaid(said=right.get_say_display())
    if ballot.electorate == TEAM and ballot.say == Say.CITIZEN:
        raise errors.TeamTogether


def require_right(who: Who, ballot: Ballot) -> None:
    """Raise unless somebody gave the right by which it is decided, before anyone votes.

    On a thread that is the right it says for deciding; of the hub's own the stewards give it.
    """
    check_right(ballot)
    if ballot.initiative is not None:
        if right_of(ballot.initiative) is None:
            raise NoRight
    elif ballot.say in (Say.JOINT, Say.CITIZEN) and not who.actor.is_steward:
        raise errors.StewardsGive
