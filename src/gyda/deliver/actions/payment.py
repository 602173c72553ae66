"""The hours of a confirmed exchange on the ledger: paid once, taken back at most once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID, uuid5

from gyda.deliver.actions.moves import move
from gyda.deliver.actions.start import give_start
from gyda.deliver.errors.exchange import CannotMoveNow
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.ledger import actions as ledger
from gyda.ledger.accounts import member_account
from gyda.ledger.errors import NotEnough, TooMuch
from gyda.ledger.models import Transfer
from gyda.people.models import Member

EXCHANGE = "EXCHANGE"


def pay(
    exchange: Exchange,
    minutes: int,
    now: datetime.datetime,
    said: dict[str, int],
    decided_by: Member | None = None,
) -> Exchange:
    """Confirm the exchange and move its hours, both or neither.

    The exchange's own id is the transfer's key: no race and no second click can pay it again.
    """
    for member in (exchange.giver, exchange.receiver):
        give_start(member=member, now=now)
    transfer = _transfer(exchange, minutes, now)
    paid = {"settled_minutes": minutes, "transfer_id": transfer.id, "decided_by": decided_by}
    return move(exchange, State.CONFIRMED, now, {"handed_at": None} | paid | said)


def _transfer(exchange: Exchange, minutes: int, now: datetime.datetime) -> Transfer:
    try:
        return ledger.transfer(
            key=exchange.id,
            debit=member_account(exchange.receiver).id,
            credit=member_account(exchange.giver).id,
            amount=minutes,
            kind=EXCHANGE,
            now=now,
        )
    except (NotEnough, TooMuch) as error:
        raise CannotMoveNow from error


def take_back(transfer_id: UUID) -> Transfer:
    """Reverse a transfer; the key follows from it, so that it cannot happen twice."""
    return ledger.reverse(key=uuid5(transfer_id, "reversal"), transfer=transfer_id)
