"""A finished election from elsewhere: brought in from its Pabulib file, counted, and shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.utils import timezone

from gyda.decide.ballots import errors, marks
from gyda.decide.ballots.actions.counting import kept
from gyda.decide.ballots.actions.recording import note
from gyda.decide.ballots.models import Ballot, Kind, Method, Option, Paper, Standing, State
from gyda.initiatives.models import Say
from gyda.methods import budgets
from gyda.methods.budgets import Election
from gyda.methods.errors import BadInput
from gyda.people.who import Who

KINDS = {
    "approval": Kind.APPROVE,
    "choose-1": Kind.APPROVE,
    "cumulative": Kind.POINTS,
    "scoring": Kind.POINTS,
    "ordinal": Kind.RANK,
}
BATCH = 5000
LONGEST = 120
NOT_SAID = ("Nid yw'r ffeil yn dweud", "The file does not say")
DAY = datetime.timedelta(days=1)


@transaction.atomic
def bring_in(
    *, who: Who, name: str, content: bytes, method: str = Method.EQUAL_SHARES,
    now: datetime.datetime | None = None,
) -> Ballot:  # fmt: skip
    """Keep an election that was held elsewhere, and count it. Raises `FileUnread`."""
    if not who.actor.is_steward:
        raise errors.NotForYou
    now = now or timezone.now()
    try:
        election = budgets.read(content)
        ballot = _ballot(who, name, election, method, now)
        Option.objects.bulk_create(_options(ballot, election))
        Paper.objects.bulk_create(_papers(ballot, election), batch_size=BATCH)
        kept(ballot, now)
    except BadInput as error:
        raise errors.FileUnread(why=error.code) from None
    note(who, "ballot.imported", ballot, votes=int(election.voters))
    return ballot


def _ballot(who: Who, name: str, election: Election, method: str, now: datetime.datetime) -> Ballot:
    title = _short(election.meta.get("description", "") or name)
    length = election.meta.get("max_length", "")
    return Ballot.objects.create(
        title_cy=title, title_en=title, question_cy=name, question_en=name,
        kind=KINDS[election.kind], method=method, say=Say.INFORMED, electorate="",
        pence=_pence(election.budget), most=int(length) if length.isdecimal() else None,
        opens_at=now - DAY, closes_at=now, state=State.COUNTED, is_import=True,
        currency=election.meta.get("currency", "")[:3].upper(), by=who.subject, created_at=now,
        opened_at=now, closed_at=now, counted_at=now,
    )  # fmt: skip


def _options(ballot: Ballot, election: Election) -> Iterator[Option]:
    for number, project in enumerate(election.projects, 1):
        title = _short(project.name or project.id)
        yield Option(
            hub_id=ballot.hub_id, ballot=ballot, number=number, title_cy=title, title_en=title,
            gains_cy=NOT_SAID[0], gains_en=NOT_SAID[1], loses_cy=NOT_SAID[0],
            loses_en=NOT_SAID[1], pence=_pence(project.cost), source="pabulib",
            state=Standing.FEASIBLE,
        )  # fmt: skip


def _papers(ballot: Ballot, election: Election) -> Iterator[Paper]:
    """Give alike papers as one row."""
    ballots = election.ballots
    for place, row in enumerate(ballots.rows):
        points = ballots.points[place] if ballots.points else ()
        weight = Fraction(ballots.weights[place])
        if weight.denominator != 1:
            raise BadInput("weight-not-whole", weight=str(weight))
        said = _said(ballot, row, points)
        yield Paper(hub_id=ballot.hub_id, ballot=ballot, marks=said, votes=int(weight))


def _said(ballot: Ballot, row: Sequence[int], points: Sequence[Any]) -> str:
    if ballot.kind == Kind.RANK:
        return marks.ranked([k + 1 for _place, k in sorted(zip(points, row, strict=True))])
    if ballot.kind == Kind.POINTS:
        given = {k + 1: Fraction(one) for k, one in zip(row, points, strict=True)}
        if any(one.denominator != 1 for one in given.values()):
            raise BadInput("points-not-whole")
        return marks.shared_out({k: int(one) for k, one in given.items()})
    return marks.approved([k + 1 for k in row])


def _pence(amount: Fraction) -> int:
    """Return hundredths of the currency; a part of one is nothing that anyone pays."""
    return round(amount * 100)


def _short(text: str) -> str:
    """Return one line that fits."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
