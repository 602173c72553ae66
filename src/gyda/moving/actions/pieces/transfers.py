"""Past transfers are entered in the book, on their own days, with both ends."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence

from django.db import transaction

from gyda.ledger.actions import Order, transfer_many
from gyda.ledger.actions.limits import lift_limits, restore_limits
from gyda.moving.actions.pieces.work import Work
from gyda.moving.models import BroughtTransfer
from gyda.moving.plan.ends import End
from gyda.moving.plan.keys import chunks
from gyda.moving.plan.transfers import PastTransfer
from gyda.moving.sheets.columns import Kind
from gyda.moving.transfer_kinds import IMPORTED


def bring_transfers(work: Work) -> Iterator[int]:
    """Enter the transfers in the order of their days, some hundreds at a time.

    What was allowed where they happened stands: limits are lifted for the accounts of this move,
    and put back at its end.
    """
    for accounts in chunks(work.prepare(_ends(work))):
        lift_limits(accounts)
    done = work.rows_before(Kind.TRANSFERS)
    for past in chunks(work.plan.transfers):
        _enter(work, [one for one in past if not one.is_stored])
        done += len(past)
        yield done
    yield work.rows_before(Kind.BALANCES)


def put_limits_back(work: Work) -> Iterator[int]:
    """Let the hub's own limits hold again, as far as the balances allow."""
    for accounts in chunks(work.prepare(_ends(work))):
        restore_limits(accounts)
    yield work.move.rows


def _ends(work: Work) -> list[End]:
    pairs = [(one.payer, one.receiver) for one in work.plan.transfers]
    targets = [target.end for target in work.plan.targets]
    return [*(end for pair in pairs for end in pair), *targets]


@transaction.atomic
def _enter(work: Work, past: Sequence[PastTransfer]) -> None:
    transfer_many(orders=[_order(work, one) for one in past])
    BroughtTransfer.objects.bulk_create([_brought(work, one) for one in past])


def _order(work: Work, one: PastTransfer) -> Order:
    return Order(
        key=one.key,
        debit=work.account(one.payer),
        credit=work.account(one.receiver),
        amount=one.row["hours"],
        kind=IMPORTED,
        at=one.row["date"],
        reverses=one.undoes,
    )


def _brought(work: Work, one: PastTransfer) -> BroughtTransfer:
    row = one.row
    return BroughtTransfer(
        hub_id=work.move.hub_id,
        transfer_id=one.key,
        old_id=row["id"],
        kind=row["kind"],
        words=row["words"],
        language=row["language"] if row["words"] else "",
        payer=one.payer.text,
        receiver=one.receiver.text,
    )
