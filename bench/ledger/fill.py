"""Members and accounts for the bench: `python -m bench.ledger.fill HOW_MANY` prints the hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from gyda.people.models import Hub

FAR = 1_000_000


def fill(how_many: int) -> UUID:
    """Make a hub with so many members and their accounts, none near a limit."""
    from gyda.keys.context import in_hub
    from gyda.ledger import accounts
    from gyda.people.models import Hub

    hub = Hub.objects.create(slug="bench", name_cy="Mainc", name_en="Bench")
    with in_hub(hub.id):
        _accounts(hub, how_many)
        accounts.pot()
        accounts.issue()
    return hub.id


def _accounts(hub: "Hub", how_many: int) -> None:
    from gyda.ledger.accounts import pockets_of
    from gyda.ledger.models import Account, Pocket
    from gyda.people.models import Member, Person

    persons = [Person(name=f"Person {n}") for n in range(how_many)]
    Person.objects.bulk_create(persons, batch_size=1000)
    members = [Member(hub=hub, person=p, name=p.name, state="ACTIVE") for p in persons]
    Member.objects.bulk_create(members, batch_size=1000)
    rows = [
        Account(hub=hub, kind="MEMBER", unit="MINUTES", member=member, floor=-FAR, ceiling=FAR)
        for member in members
    ]
    Account.objects.bulk_create(rows, batch_size=1000)
    pockets = [pocket for row in rows for pocket in pockets_of(row)]
    Pocket.objects.bulk_create(pockets, batch_size=1000)


if __name__ == "__main__":
    django.setup()
    print(fill(int(sys.argv[1])))
