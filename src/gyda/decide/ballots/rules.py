"""Who may do what with a ballot."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots import errors
from gyda.decide.ballots.models import Ballot
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
