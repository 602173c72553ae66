"""One movement of money: a line of the open book and its transfer, both or neither."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gyda.decide.funds import errors
from gyda.decide.funds.models import Commitment, Fund, Movement, MovementKind, Payment, Receipt
from gyda.decide.funds.models.movement import ReceiptKind
from gyda.decide.funds.proof import Proof
from gyda.decide.funds.transfer_kinds import CODES
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Unit
from gyda.ledger.queries import balance_of
from gyda.people.models import Member
from gyda.web.pictures import kept
from gyda.web.pictures.anew import Made
from gyda.web.units import pounds


@dataclass(frozen=True)
class Move:
    """What moves where."""

    kind: MovementKind
    fund: Fund
    pence: int
    proof: Proof
    commitment: Commitment | None = None
    payment: Payment | None = None
    key: UUID | None = None


def move(by: Member, what: Move, now: datetime.datetime) -> Movement:
    """Write the line and carry out its transfer, within the floors of the accounts."""
    line = Movement.objects.create(
        fund=what.fund,
        commitment=what.commitment,
        payment=what.payment,
        kind=what.kind,
        pence=what.pence,
        on=what.proof.on,
        words=what.proof.words.strip(),
        language=what.proof.language,
        reference=what.proof.reference.strip(),
        by=by,
        at=now,
        request_key=what.key,
    )
    debit, credit = _ends(what)
    amount, kind = what.pence, CODES[what.kind]
    try:
        transfer(key=line.id, debit=debit, credit=credit, amount=amount, kind=kind, now=now)
    except NotEnough:
        raise errors.NotSoMuchLeft(left=pounds(balance_of(debit).available)) from None
    return line


def _ends(what: Move) -> tuple[UUID, UUID]:
    """Return the account that pays and the one that is paid."""
    fund, promise = what.fund.account_id, what.commitment and what.commitment.account_id
    given, out = accounts.issue(unit=Unit.PENCE).id, accounts.retirement(unit=Unit.PENCE).id
    ends: dict[MovementKind, tuple[Any, Any]] = {
        MovementKind.RECEIVED: (given, fund),
        MovementKind.PROMISED: (fund, promise),
        MovementKind.PAID: (promise, out),
        MovementKind.REFUNDED: (out, promise),
        MovementKind.FREED: (promise, fund),
        MovementKind.REPAID: (out, fund),
        MovementKind.RETURNED: (fund, given),
    }
    return ends[what.kind]


def keep_receipt(
    by: Member, proof: Proof, seen: Made | bytes | None, now: datetime.datetime, **of: Any
) -> None:
    """Keep the file that was looked into: do it last, when nothing can undo the row any more."""
    if seen is None:
        return
    kind = ReceiptKind.PDF if isinstance(seen, bytes) else ReceiptKind.PICTURE
    receipt = Receipt.objects.create(
        kind=kind, shows=proof.shows.strip(), language=proof.language, by=by, at=now, **of
    )
    if isinstance(seen, bytes):
        seen = Made(files={"large": seen}, width=0, height=0)
    kept.store(receipt, seen)
