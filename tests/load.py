"""A site under load: `python -m tests.load SECONDS` gives hours and journals them until it ends.

Prints the key of each transfer once it is acknowledged. Used by tests/test_restore.py.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import random
import sys
import time

import django
from django.db import transaction

MEMBERS = 20


def prepare() -> None:
    """Make a hub with members who have hours, once."""
    from gyda.keys.context import in_hub
    from gyda.ledger import accounts
    from gyda.ledger.tests.builders import funded
    from gyda.people.tests.builders import a_hub, a_member

    hub = a_hub("llwyth")
    members = [a_member(hub) for _ in range(MEMBERS)]
    with in_hub(hub.id):
        for member in members:
            funded(accounts.member_account(member), 600)


def give(seconds: float) -> None:
    """Move hours between members, each with its journal entry, and seal now and then."""
    from gyda.keys.context import in_hub
    from gyda.people.models import Hub, Member

    chance = random.Random(os.getpid())
    hub = Hub.objects.get(slug="llwyth")
    with in_hub(hub.id):
        members = list(Member.objects.order_by("id"))
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            giver, receiver = chance.sample(members, 2)
            print(_give_one(giver, receiver), flush=True)


@transaction.atomic
def _give_one(giver: "object", receiver: "object") -> str:
    from gyda.journal.actions import record
    from gyda.ledger import accounts
    from gyda.ledger.errors import LedgerError
    from gyda.ledger.tests.builders import moved
    from gyda.people.models import Member
    from gyda.people.who import Who

    assert isinstance(giver, Member)
    assert isinstance(receiver, Member)
    payer, payee = accounts.member_account(receiver), accounts.member_account(giver)
    try:
        transfer = moved(payer.id, payee.id, 15)
    except LedgerError:
        return ""
    record(by=Who(giver), verb="load.given", about=payer, transfer=str(transfer.id))
    return str(transfer.id)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
    django.setup()
    prepare() if sys.argv[1] == "prepare" else give(float(sys.argv[1]))
