"""Letters to who may vote: a ballot has opened, somebody handed in their vote, its result."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.decide.ballots import electorates
from gyda.decide.ballots.models import Ballot
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.who import Who


def tell_electors(ballot: Ballot, kind: str, *, but: Who | None = None, **words: Any) -> None:
    """Write to everyone who may vote, whether or not they have."""
    members = electorates.electorate_of(ballot).members(ballot).order_by("id")
    if but is not None:
        members = members.exclude(id=but.subject.id)
    for member in members.select_related("person").iterator():
        write_to(member, kind, about_id=ballot.id, ballot=ballot, **words)


def tell_voter(who: Who, ballot: Ballot, voter: Member, way: str) -> None:
    """Write to who did not vote by their own hand, so that no vote is used up unnoticed."""
    if voter.id != who.actor_id:
        write_to(
            voter, "ballot_voted", about_id=ballot.id, ballot=ballot, way=way, name=who.actor.name
        )
