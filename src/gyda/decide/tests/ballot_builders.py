"""Ballots for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from gyda.decide.ballots.actions import casting, closing, counting, opening, options
from gyda.decide.ballots.models import Ballot, Kind, Method, Option, Standing, Tally
from gyda.people.models import Member
from gyda.people.tests.builders import a_member, who

POUND = 100


def terms(**fields: Any) -> opening.Terms:
    now = timezone.now()
    wanted: dict[str, Any] = {
        "title_cy": "Pwy sy'n cael y gronfa?",
        "title_en": "Who gets the fund?",
        "question_cy": "Beth ddylai'r arian ei wneud?",
        "question_en": "What should the money do?",
        "kind": Kind.APPROVE,
        "method": Method.EQUAL_SHARES,
        "say": "CITIZEN",
        "electorate": "ALL",
        "opens_at": now - datetime.timedelta(hours=1),
        "closes_at": now + datetime.timedelta(days=7),
        "pence": 10_000 * POUND,
    }
    return opening.Terms(**(wanted | fields))


def plan(letter: str, pounds: int, **fields: Any) -> options.Plan:
    wanted: dict[str, Any] = {
        "title_cy": f"Dewis {letter}",
        "title_en": f"Option {letter}",
        "summary_cy": "Beth fydd yn digwydd",
        "summary_en": "What will happen",
        "gains_cy": "Y pentref",
        "gains_en": "The village",
        "loses_cy": "Neb",
        "loses_en": "Nobody",
        "pence": pounds * POUND,
    }
    return options.Plan(**(wanted | fields))


def a_draft(by: Member, costs: Sequence[int] = (3300, 3300, 3300, 4000), **fields: Any) -> Ballot:
    """A ballot with options that can all be done; nobody votes yet."""
    ballot = opening.draft(who=who(by), terms=terms(**fields))
    if not ballot.is_plain:
        for letter, pounds in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", costs, strict=False):
            options.put(who=who(by), ballot_id=ballot.id, plan=plan(letter, pounds))
        Option.objects.filter(ballot=ballot).update(state=Standing.FEASIBLE)
    return ballot


def a_ballot(by: Member, costs: Sequence[int] = (3300, 3300, 3300, 4000), **fields: Any) -> Ballot:
    """A ballot that takes votes."""
    ballot = a_draft(by, costs, **fields)
    return opening.open_ballot(who=who(by), ballot_id=ballot.id)


def a_vote(ballot: Ballot, member: Member, said: str) -> str:
    """Vote, and return the receipt."""
    return casting.cast(who=who(member), ballot_id=ballot.id, said=said).receipt


def counted(ballot: Ballot, by: Member) -> Tally:
    """Close the ballot and count it."""
    closing.close(by=who(by), ballot_id=ballot.id)
    return counting.count(who=who(by), ballot_id=ballot.id)


def story_c(by: Member) -> tuple[Ballot, list[Member]]:
    """£10,000; A, B and C for £3,300 each are wanted by six, D for £4,000 by the four others."""
    ballot = a_ballot(by)
    voters = [a_member(by.hub) for _number in range(10)]
    for place, voter in enumerate(voters):
        a_vote(ballot, voter, "1,2,3" if place < 6 else "4")
    return ballot, voters
