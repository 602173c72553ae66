"""The ballots of the world: prepared, open, closed, counted, and one of a meeting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.decide.ballots.actions import (
    announcing,
    casting,
    closing,
    counting,
    opening,
    options,
    sheets,
)
from gyda.decide.ballots.models import Ballot, Option, Standing
from gyda.decide.funds.models import Fund
from gyda.initiatives.actions.stages import set_right
from gyda.initiatives.actions.thread import Reason
from gyda.initiatives.models import Initiative
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass
class Ballots:
    """What there is, each by what it is called in the tables."""

    ballots: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID] = field(default_factory=dict)


def ballots_in(alys: Member, bryn: Member, carys: Member, gwen: Member, meals: UUID) -> Ballots:
    """Bryn has voted in the open one; two read a paper of the closed one differently."""
    thread = Initiative.objects.get(id=meals)
    set_right(who=Who(alys), initiative_id=meals, stage="DECIDE", say="CITIZEN",
              lead="TOGETHER", why=Reason("Pawb", "Everyone"))  # fmt: skip
    draft = _draft(alys, "Mainc neu lwybr?", "A bench or a path?", thread)
    there = _open(alys, "Arian y pentref", "The village money", thread)
    _vote(there, bryn, "1,2")
    closed, paper = _closed(alys, bryn, carys)
    counted = _open(alys, "Gaeaf cynnes", "A warm winter", None)
    for member, said in ((bryn, "1"), (gwen, "1,2"), (carys, "2")):
        _vote(counted, member, said)
    meeting = _open(alys, "Symud y cyfarfod", "Move the meeting", None, kind="CONSENT")
    _vote(meeting, bryn, "YES")
    for ballot in (counted, meeting):
        closing.close(by=Who(alys), ballot_id=ballot.id)
        counting.count(who=Who(alys), ballot_id=ballot.id)
    option = Option.objects.filter(ballot=draft).order_by("number")[0]
    ids = {"draft": draft, "open": there, "closed": closed, "counted": counted, "meeting": meeting}
    return Ballots(
        {name: one.id for name, one in ids.items()}, {"option": option.id, "sheet": paper}
    )


def carried_out(alys: Member, bryn: Member, meals: UUID, fund: UUID) -> UUID:
    """One about the meals' fund: counted, decided; the money of what won waits. Return that."""
    thread, of = Initiative.objects.get(id=meals), Fund.objects.get(id=fund)
    ballot = _draft(alys, "Llwyau neu lestri?", "Spoons or plates?", thread, fund=of)
    for number, pence in enumerate((10_000, 12_000), 1):
        _option(alys, ballot, number, pence)
    ballot = _opened(alys, ballot)
    _vote(ballot, bryn, "1")
    closing.close(by=Who(alys), ballot_id=ballot.id)
    counting.count(who=Who(alys), ballot_id=ballot.id)
    ballot.refresh_from_db()
    announcing.announce(who=Who(alys), ballot_id=ballot.id, **announcing.words_for(ballot))
    return Option.objects.get(ballot=ballot, number=1).id


def _closed(alys: Member, bryn: Member, carys: Member) -> tuple[Ballot, UUID]:
    ballot = _open(alys, "Y neuadd", "The hall", None)
    (sheet,) = sheets.print_sheets(who=Who(alys), ballot_id=ballot.id, count=1)
    sheets.mark(who=Who(carys), ballot_id=ballot.id, member=bryn)
    closing.close(by=Who(alys), ballot_id=ballot.id)
    for typist, said in ((alys, "1"), (carys, "2")):
        sheets.type_in(who=Who(typist), ballot_id=ballot.id, code=sheet.code, said=said)
    return ballot, sheet.id


def _vote(ballot: Ballot, member: Member, said: str) -> None:
    casting.cast(who=Who(member), ballot_id=ballot.id, said=said)


def _draft(
    by: Member,
    cy: str,
    en: str,
    thread: Initiative | None,
    kind: str = "APPROVE",
    fund: Fund | None = None,
) -> Ballot:
    now, plain = timezone.now(), kind != "APPROVE"
    terms = opening.Terms(
        title_cy=cy, title_en=en, question_cy=f"{cy}: beth yw eich barn?",
        question_en=f"{en}: what do you say?", kind=kind,
        method="CONSENT" if plain else "EQUAL_SHARES", say="CITIZEN", electorate="ALL",
        opens_at=now - datetime.timedelta(hours=1), closes_at=now + datetime.timedelta(days=9),
        pence=None if plain else 20_000 if fund else 100_000, fund=fund,
    )  # fmt: skip
    ballot = opening.draft(who=Who(by), terms=terms, initiative=thread)
    if not plain and not fund:
        for number, pence in enumerate((60_000, 50_000, 40_000), 1):
            _option(by, ballot, number, pence)
    return ballot


def _option(by: Member, ballot: Ballot, number: int, pence: int) -> None:
    plan = options.Plan(
        title_cy=f"Syniad {number}", title_en=f"Idea {number}", summary_cy="Gwaith mewn mis",
        summary_en="Work within a month", gains_cy="Pawb sy'n cerdded", gains_en="All who walk",
        loses_cy="Neb", loses_en="Nobody", pence=pence, minutes=120,
    )  # fmt: skip
    options.put(who=Who(by), ballot_id=ballot.id, plan=plan)


def _open(by: Member, cy: str, en: str, thread: Initiative | None, kind: str = "APPROVE") -> Ballot:
    return _opened(by, _draft(by, cy, en, thread, kind))


def _opened(by: Member, ballot: Ballot) -> Ballot:
    Option.objects.filter(ballot=ballot).update(state=Standing.FEASIBLE)
    return opening.open_ballot(who=Who(by), ballot_id=ballot.id)


def ballots_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    _vote(_open(steward, marker, marker, None), steward, "1")
