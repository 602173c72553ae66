"""A worker process that calls our public actions, and the same by the plain ORM."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import random
import sys
from datetime import timedelta
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.ledger.loop import Case, pairs, serve  # noqa: E402
from gyda.keys.context import in_hub  # noqa: E402
from gyda.keys.uuid7 import uuid7  # noqa: E402
from gyda.ledger import accounts, actions  # noqa: E402
from gyda.ledger.errors import NotEnough  # noqa: E402
from gyda.ledger.models import Account, Kind, Pocket, Transfer  # noqa: E402
from gyda.people.models import Hub  # noqa: E402

UNTIL = timezone.now() + timedelta(days=7)


def plain_orm(debit: UUID, credit: UUID) -> None:
    """The way a careful project writes it: lock both rows in order, check, insert, save."""
    with transaction.atomic():
        rows = Pocket.objects.select_for_update(of=("self",), no_key=True).select_related("account")
        rows = rows.filter(account_id__in=[debit, credit], number=0).order_by("account_id")
        both = {row.account_id: row for row in rows}
        payer, receiver = both[debit], both[credit]
        if payer.floor is not None and payer.balance - payer.held - 1 < payer.floor:
            raise NotEnough
        Transfer.objects.create(
            debit=payer.account,
            credit=receiver.account,
            amount=1,
            unit=payer.account.unit,
            kind="CORRECTION",
            phase="POSTED",
            at=timezone.now(),
        )
        payer.balance -= 1
        receiver.balance += 1
        payer.save(update_fields=["balance"])
        receiver.save(update_fields=["balance"])


def move(debit: UUID, credit: UUID) -> None:
    """Our public action."""
    actions.transfer(key=uuid7(), debit=debit, credit=credit, amount=1, kind="CORRECTION")


def hold_and_post(debit: UUID, credit: UUID) -> None:
    """Promise, then post: two transfers."""
    first = actions.hold(
        key=uuid7(), debit=debit, credit=credit, amount=1, kind="CORRECTION", until=UNTIL
    )
    actions.post_hold(key=uuid7(), hold=first.id)


def cases(number: int) -> dict[str, Case]:
    """Return what this worker can do."""
    members = list(Account.objects.filter(kind=Kind.MEMBER).values_list("id", flat=True))
    pair = pairs(members, random.Random(number))
    pot, issue = accounts.pot().id, accounts.issue().id
    return {
        "spread": lambda: move(*next(pair)),
        "hot": lambda: move(next(pair)[0], pot),
        "payer": lambda: move(issue, next(pair)[0]),
        "hold": lambda: hold_and_post(*next(pair)),
        "orm": lambda: plain_orm(*next(pair)),
        "orm hot": lambda: plain_orm(next(pair)[0], pot),
    }


if __name__ == "__main__":
    hub = Hub.objects.get(slug="bench")
    with in_hub(hub.id):
        serve(cases(int(sys.argv[1])))
    connection.close()
