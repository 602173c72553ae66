"""Opening balances: transfers that make up what the past transfers leave of each balance."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from gyda.ledger import accounts
from gyda.ledger.actions import Order, transfer_many
from gyda.ledger.models import Transfer
from gyda.ledger.models.transfer import MOVING
from gyda.moving.actions.pieces.work import Work
from gyda.moving.plan.balances import Target
from gyda.moving.plan.keys import chunks, key_of, noon
from gyda.moving.sheets.columns import Kind
from gyda.moving.transfer_kinds import IMPORTED, OPENING

A_SECOND = datetime.timedelta(seconds=1)


def bring_balances(work: Work) -> Iterator[int]:
    """Open each account with what it had, so that the book still sums to nothing.

    What is here by transfers that were brought over counts; what people did here since does not.
    """
    done, at = work.rows_before(Kind.BALANCES), _before_all(work)
    for targets in chunks(work.plan.targets):
        _open(work, targets, at)
        done += len(targets)
        yield done
    yield work.move.rows


def _before_all(work: Work) -> datetime.datetime:
    """Return a moment before the first transfer, or the day of the move where there is none."""
    dates = [one.row["date"] for one in work.plan.transfers]
    return min(dates) - A_SECOND if dates else noon(work.move.on)


@transaction.atomic
def _open(work: Work, targets: Sequence[Target], at: datetime.datetime) -> None:
    opening = accounts.opening().id
    keys = [work.account(target.end) for target in targets]
    there = _brought_so_far(keys)
    orders = []
    for target, account in zip(targets, keys, strict=True):
        missing = target.minutes - there[account]
        ends = (opening, account) if missing > 0 else (account, opening)
        if missing:
            key = key_of("opening", f"{work.move.id}|{account}", at)
            orders.append(Order(key, *ends, abs(missing), OPENING, at))
    transfer_many(orders=orders)


def _brought_so_far(keys: Sequence[UUID]) -> dict[UUID, int]:
    found: dict[UUID, int] = defaultdict(int)
    rows = Transfer.objects.filter(kind__in=(IMPORTED, OPENING), phase__in=MOVING).order_by()
    for side, sign in (("credit", 1), ("debit", -1)):
        sums = rows.filter(**{f"{side}__in": keys}).values_list(f"{side}_id")
        for account, total in sums.annotate(Sum("amount")):
            found[account] += sign * total
    return found
