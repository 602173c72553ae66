"""A finished election from elsewhere: brought in from its Pabulib file, counted, and shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.ballots import errors, marks
from gyda.decide.ballots.actions.counting import kept
from gyda.decide.ballots.actions.recording import note
from gyda.decide.ballots.faults import in_words
from gyda.decide.ballots.models import Ballot, Kind, Method, Option, Paper, Standing, State
from gyda.initiatives.models import Say
from gyda.methods import budgets
from gyda.methods.budgets import Election
from gyda.methods.errors import BadInput
from gyda.people.who import Who
from gyda.web.forms import visible

KINDS = {
    "approval": Kind.APPROVE,
    "choose-1": Kind.APPROVE,
    "cumulative": Kind.POINTS,
    "scoring": Kind.POINTS,
    "ordinal": Kind.RANK,
}
BATCH = 5000
LONGEST, ALL = 120, 900
MOST_PROJECTS, MOST_VOTES, MOST_PENCE = 2000, 1_000_000, 10**15
NOT_SAID = ("Nid yw'r ffeil yn dweud", "The file does not say")
DAY = datetime.timedelta(days=1)


@transaction.atomic
def bring_in(
    *, who: Who, name: str, content: bytes, method: str = Method.EQUAL_SHARES,
    title: tuple[str, str] = ("", ""), key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Ballot:  # fmt: skip
    """Keep an election that was held elsewhere, and count it. Raises `FileUnread`.

    `title`: in Welsh and in English; where it is empty the file's own description stands.
    """
    if not who.actor.is_steward or who.is_acting:
        raise errors.NotForYou
    stored = Ballot.objects.filter(request_key=key).first() if key else None
    if stored is not None:
        return stored
    now = now or timezone.now()
    try:
        election = _read(content)
        named = title if all(title) else _named(election, name)
        ballot = _ballot(who, named, name, election, method, now, key)
        Option.objects.bulk_create(_options(ballot, election))
        Paper.objects.bulk_create(_papers(ballot, election), batch_size=BATCH)
        kept(ballot, now)
    except BadInput as error:
        raise errors.FileUnread(why=in_words(error)) from None
    note(who, "ballot.imported", ballot, votes=int(election.voters))
    return ballot


def _read(content: bytes) -> Election:
    """Read a file that can be counted on a page; a longer one is for `gyda count`."""
    election = budgets.read(content)
    for code, found, most in (
        ("too-many-projects", len(election.projects), MOST_PROJECTS),
        ("too-many-ballots", int(election.voters), MOST_VOTES),
    ):
        if found > most:
            raise BadInput(code, found=found, most=most)
    return election


def _named(election: Election, name: str) -> tuple[str, str]:
    title = _short(election.meta.get("description", "")) or _short(name)
    return title, title


def _ballot(
    who: Who, title: tuple[str, str], name: str, election: Election, method: str,
    now: datetime.datetime, key: UUID | None,
) -> Ballot:  # fmt: skip
    return Ballot.objects.create(
        title_cy=title[0], title_en=title[1], question_cy=_short(name), question_en=_short(name),
        kind=KINDS[election.kind], method=method, say=Say.INFORMED, electorate="",
        pence=_pence(election.budget), request_key=key,
        most=_most(election.meta.get("max_length", ""), len(election.projects)),
        opens_at=now - DAY, closes_at=now, state=State.COUNTED, is_import=True,
        currency=election.meta.get("currency", "")[:3].upper(), by=who.subject, created_at=now,
        opened_at=now, closed_at=now, counted_at=now,
    )  # fmt: skip


def _most(length: str, projects: int) -> int | None:
    """Return how many options a paper may name; where it may name all, nothing."""
    found = int(length[:9]) if length.isdecimal() else 0
    return found if 0 < found < projects else None


def _options(ballot: Ballot, election: Election) -> Iterator[Option]:
    for number, project in enumerate(election.projects, 1):
        name = _line(project.name) or project.id
        yield Option(
            hub_id=ballot.hub_id, ballot=ballot, number=number, title_cy=_short(name),
            title_en=_short(name), summary_cy=_all(name, project.id),
            summary_en=_all(name, project.id), gains_cy=NOT_SAID[0], gains_en=NOT_SAID[1],
            loses_cy=NOT_SAID[0], loses_en=NOT_SAID[1], pence=_pence(project.cost),
            source="pabulib", state=Standing.FEASIBLE,
        )  # fmt: skip


def _all(name: str, code: str) -> str:
    """Return under which id the file has it, and the whole of a name that was cut."""
    said = f"Pabulib: {_short(code)}"
    return said if len(name) <= LONGEST else f"{said}. {name[:ALL]}"


def _papers(ballot: Ballot, election: Election) -> Iterator[Paper]:
    """Give alike papers as one row."""
    ballots = election.ballots
    for place, row in enumerate(ballots.rows):
        points = ballots.points[place] if ballots.points else ()
        weight = Fraction(ballots.weights[place])
        if not weight:
            continue
        if weight.denominator != 1:
            raise BadInput("weight-not-whole", weight=str(weight))
        said = _said(ballot, row, points)
        yield Paper(hub_id=ballot.hub_id, ballot=ballot, marks=said, votes=int(weight))


def _said(ballot: Ballot, row: Sequence[int], points: Sequence[Any]) -> str:
    if ballot.kind == Kind.RANK:
        return marks.ranked([k + 1 for _place, k in sorted(zip(points, row, strict=True))])
    if ballot.kind == Kind.POINTS:
        given = {k + 1: Fraction(one) for k, one in zip(row, points, strict=True)}
        odd = next((one for one in given.values() if one.denominator != 1), None)
        if odd is not None:
            raise BadInput("points-not-whole", points=str(odd))
        return marks.shared_out({k: int(one) for k, one in given.items()})
    return marks.approved([k + 1 for k in row])


def _pence(amount: Fraction) -> int:
    """Return hundredths of the currency, which an amount has at most: nothing is rounded."""
    hundredths = amount * 100
    if hundredths.denominator != 1 or not 0 < hundredths < MOST_PENCE:
        raise BadInput("amount-odd", value=_decimal(amount))
    return int(hundredths)


def _decimal(amount: Fraction) -> str:
    whole = amount.denominator == 1 or amount >= MOST_PENCE
    return str(int(amount)) if whole else f"{float(amount):.15g}"


def _line(text: str) -> str:
    return " ".join(str(visible({"": text})[""]).split())


def _short(text: str) -> str:
    """Return one line that fits."""
    line = _line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
