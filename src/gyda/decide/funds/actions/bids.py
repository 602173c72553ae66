"""Writing a bid to invest and save: words, costs and savings, the way it is repaid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.funds import errors, rules
from gyda.decide.funds.actions.recording import note
from gyda.decide.funds.actions.stored import stored
from gyda.decide.funds.models import Bid, BidLine, BidYear, Fund, Instalment
from gyda.initiatives.models import Initiative
from gyda.keys.once import once
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Case:
    """What is needed and why, what happens otherwise, what could go wrong, who sees to it."""

    organisation: Organisation
    title_cy: str
    title_en: str
    need_cy: str
    need_en: str
    nothing_cy: str
    nothing_en: str
    risks_cy: str
    risks_en: str
    owner: str
    first_year: int
    price_year: int
    second_rate: int
    initiative: Initiative | None = None


@dataclass(frozen=True)
class Line:
    """One cost or saving: whose, how sure, whether it frees cash, and how much in each year."""

    kind: str
    what_cy: str
    what_en: str
    owner: str
    is_cash: bool
    grade: str
    pence: Sequence[int]


@once
@transaction.atomic
def write_bid(
    *,
    who: Who,
    fund_id: UUID,
    case: Case,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Bid:
    """Begin a bid on a fund."""
    if before := stored(Bid, key, fund_id=fund_id, organisation_id=case.organisation.id):
        return before
    fund = Fund.objects.select_related("initiative").get(id=fund_id)
    if fund.is_closed:
        raise errors.FundClosed
    _require_writer(who, fund, case.organisation.id)
    bid = Bid.objects.create(
        fund=fund, by=who.actor, at=now or timezone.now(), request_key=key, **vars(case)
    )
    note(who, "bid.written", fund, bid)
    return bid


@transaction.atomic
def change_bid(*, who: Who, bid_id: UUID, case: Case) -> Bid:
    """Put it in other words."""
    bid = _still_open(who, bid_id)
    Bid.objects.filter(id=bid.id).update(**vars(case))
    bid.refresh_from_db()
    note(who, "bid.changed", bid.fund, bid)
    return bid


@transaction.atomic
def add_line(*, who: Who, bid_id: UUID, line: Line) -> BidLine:
    """Add a cost or a saving with its years, the first of which is year 0."""
    bid = _still_open(who, bid_id)
    facts = {name: value for name, value in vars(line).items() if name != "pence"}
    row = BidLine.objects.create(bid=bid, **facts)
    BidYear.objects.bulk_create(
        BidYear(hub_id=bid.hub_id, line=row, year=year, pence=pence)
        for year, pence in enumerate(line.pence)
        if pence
    )
    note(who, "bid.changed", bid.fund, bid)
    return row


@transaction.atomic
def remove_line(*, who: Who, line_id: UUID) -> None:
    """Take a cost or a saving off."""
    row = BidLine.objects.get(id=line_id)
    bid = _still_open(who, row.bid_id)
    BidYear.objects.filter(line=row).delete()
    row.delete()
    note(who, "bid.changed", bid.fund, bid)


@transaction.atomic
def schedule(*, who: Who, bid_id: UUID, pence: int, due_on: datetime.date) -> Instalment:
    """Say what is to be repaid by a day; the same day again replaces what it said."""
    bid = _still_open(who, bid_id)
    row, _new = Instalment.objects.update_or_create(
        bid=bid, due_on=due_on, defaults={"pence": pence}
    )
    note(who, "bid.changed", bid.fund, bid)
    return row


@transaction.atomic
def unschedule(*, who: Who, instalment_id: UUID) -> None:
    """Take an instalment off."""
    row = Instalment.objects.get(id=instalment_id)
    bid = _still_open(who, row.bid_id)
    row.delete()
    note(who, "bid.changed", bid.fund, bid)


def may_write(who: Who | None, fund: Fund, organisation_id: UUID) -> bool:
    """Tell who may: those who look after the fund, and who comes for the one that asks."""
    if not who or who.is_acting:
        return False
    return rules.keeps(who, fund) or who.actor.organisation_id == organisation_id


def _require_writer(who: Who, fund: Fund, organisation_id: UUID) -> None:
    if who.is_acting:
        raise errors.ActForYourself
    if not may_write(who, fund, organisation_id):
        raise errors.NotYourMoney


def _still_open(who: Who, bid_id: UUID) -> Bid:
    rows = Bid.objects.select_for_update(of=("self",)).select_related("fund__initiative")
    bid = rows.get(id=bid_id)
    _require_writer(who, bid.fund, bid.organisation_id)
    if bid.commitments.exists():
        raise errors.BidPromised
    return bid
