"""The writers of test_race: each does things at random and asks again until it has an answer.

`python -m gyda.ledger.tests.racer fill` makes the tables and accounts; with a seed, a number of
writers and seconds they race, and print every key they sent with its answer, as JSON.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from multiprocessing import get_context
from typing import Any
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import Error, connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from gyda.keys.context import in_hub  # noqa: E402
from gyda.keys.uuid7 import uuid7  # noqa: E402
from gyda.ledger import accounts, actions  # noqa: E402
from gyda.ledger.errors import LedgerError  # noqa: E402
from gyda.ledger.models import Account, Kind  # noqa: E402
from gyda.people.models import Hub  # noqa: E402

MEMBERS = 12
KIND = "CORRECTION"
DONE = "done"
PATIENCE = 30  # seconds for the server to come back


def fill() -> None:
    """Make few accounts with narrow limits, so that writers meet in them and at their limits."""
    call_command("migrate", "ledger", verbosity=0)  # and the tables that it stands on
    from gyda.ledger.tests.builders import an_account
    from gyda.people.tests.builders import a_hub, a_member, an_organisation

    hub = a_hub("race")
    with in_hub(hub.id):
        for _ in range(MEMBERS):
            an_account(a_member(hub), floor=-30, ceiling=60)
        accounts.pot()
        accounts.issue()
        accounts.organisation_account(an_organisation(hub))


class Racer:
    """Sends orders until the time is up, each until it is answered."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.answers: dict[str, str] = {}  # key: "done", or why it was refused
        self.done: list[UUID] = []
        self.troubles: Counter[str] = Counter()  # what made it ask again
        members = Account.objects.filter(kind=Kind.MEMBER).order_by("id")
        wide = Account.objects.exclude(kind=Kind.MEMBER).order_by("id")
        self.members = [row.id for row in members]
        self.wide = [row.id for row in wide]
        self.issue = accounts.issue().id

    def race(self, seconds: float) -> None:
        """Do one thing after the other."""
        end = time.monotonic() + seconds
        deeds = [self.move] * 8 + [self.pay_wide] * 6 + [self.issue_some, self.hold, self.undo]
        deeds += [self.many, self.two_at_once]
        while time.monotonic() < end:
            self.chance.choice(deeds)()

    def send(self, keys: list[UUID], act: Callable[[], Any]) -> bool:
        """Ask again with the same keys whenever the connection or the server was lost."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                act()
                answer = DONE
                break
            except LedgerError as error:
                answer = type(error).__name__
                break
            except Error as error:  # what became of the commit is not known
                if time.monotonic() > end:
                    raise
                self.troubles[" ".join(str(error).split()[:4])] += 1
                connection.close()
                time.sleep(self.chance.random() / 10)
        self.answers.update(dict.fromkeys(map(str, keys), answer))
        return answer == DONE

    def move(self) -> None:
        debit, credit = self.chance.sample(self.members, 2)
        self._move(debit, credit)

    def pay_wide(self) -> None:
        ends = [self.chance.choice(self.members), self.chance.choice(self.wide)]
        self.chance.shuffle(ends)
        self._move(*ends)

    def issue_some(self) -> None:
        self._move(self.issue, self.chance.choice([a for a in self.wide if a != self.issue]))

    def _move(self, debit: UUID, credit: UUID) -> None:
        key, amount = uuid7(), self.chance.randint(1, 20)
        order = {"key": key, "debit": debit, "credit": credit, "amount": amount, "kind": KIND}
        if self.send([key], lambda: actions.transfer(**order)):
            self.done.append(key)

    def many(self) -> None:
        orders = [self._order() for _ in range(4)]
        self.send([o.key for o in orders], lambda: actions.transfer_many(orders=orders))

    def two_at_once(self) -> None:
        first, second = self._order(), self._order()

        def both() -> None:
            with transaction.atomic():
                for o in (first, second):
                    actions.transfer(
                        key=o.key, debit=o.debit, credit=o.credit, amount=o.amount, kind=o.kind
                    )

        self.send([first.key, second.key], both)

    def _order(self) -> actions.Order:
        debit, credit = self.chance.sample([*self.members, *self.wide], 2)
        return actions.Order(uuid7(), debit, credit, self.chance.randint(1, 10), KIND)

    def hold(self) -> None:
        key, order = uuid7(), self._order()
        fields = {"debit": order.debit, "credit": order.credit, "amount": order.amount}
        until = timezone.now() + timedelta(days=1)
        if not self.send([key], lambda: actions.hold(key=key, kind=KIND, until=until, **fields)):
            return
        end, part = uuid7(), self.chance.randint(1, order.amount)
        if self.chance.random() < 0.5:
            self.send([end], lambda: actions.post_hold(key=end, hold=key, amount=part))
        else:
            self.send([end], lambda: actions.release_hold(key=end, hold=key))

    def undo(self) -> None:
        if self.done:
            key, first = uuid7(), self.chance.choice(self.done)
            self.send([key], lambda: actions.reverse(key=key, transfer=first))


def one(racer: Racer, hub_id: UUID, seconds: float) -> dict[str, Any]:
    """Race alone, and tell all."""
    with in_hub(hub_id):
        racer.race(seconds)
    return {"answers": racer.answers, "troubles": racer.troubles}


def main(seed: str, writers: str, seconds: str) -> None:
    """Let so many processes race, each with a connection of its own."""
    hub = Hub.objects.get(slug="race").id
    with in_hub(hub):
        racers = [Racer(int(seed) * int(writers) + number) for number in range(int(writers))]
    connection.close()  # no two processes may share it
    with get_context("fork").Pool(len(racers)) as pool:
        print("ready", flush=True)
        print(json.dumps(pool.starmap(one, [(each, hub, float(seconds)) for each in racers], 1)))


if __name__ == "__main__":
    fill() if sys.argv[1] == "fill" else main(*sys.argv[1:])
