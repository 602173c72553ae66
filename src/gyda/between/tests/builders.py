"""Two hubs that agree, and what stands in their books."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from gyda.between.actions.crossing import carry
from gyda.between.actions.pacts import accept, propose, tell
from gyda.between.actions.paying import Receiver, hold_for
from gyda.between.actions.paying import Sum as Amount
from gyda.between.models import Crossing, Pact
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.models import Pocket
from gyda.ledger.queries import balance_of
from gyda.people.models import Hub, Member
from gyda.people.models.member import Role
from gyda.people.tests.builders import a_hub, a_member
from gyda.people.who import Who

LIMIT = 600


@dataclass(frozen=True)
class Two:
    """Ann pays from one hub, Ben receives in the other; a steward in each."""

    here: Hub
    there: Hub
    ann: Member
    ben: Member
    steward: Member
    other_steward: Member


def two_hubs(slugs: tuple[str, str] = ("", "")) -> Two:
    here, there = a_hub(slugs[0]), a_hub(slugs[1])
    return Two(
        here,
        there,
        a_member(here, "Ann"),
        a_member(there, "Ben"),
        a_member(here, "Sal", role=Role.STEWARD),
        a_member(there, "Ted", role=Role.STEWARD),
    )


def agreed(two: Two, limit: int = LIMIT, *, shows_offers: bool = True) -> Two:
    with in_hub(two.here.id):
        pact = propose(
            who=Who(two.steward),
            slug=two.there.slug,
            we_may_owe=limit,
            they_may_owe=limit,
            shows_offers=shows_offers,
        )
    tell(pact)
    with in_hub(two.there.id):
        seen = Pact.objects.get(partner=two.here).heard
        answer = accept(
            who=Who(two.other_steward), partner=two.here, seen=seen, shows_offers=shows_offers
        )
    tell(answer)
    return two


def held(two: Two, minutes: int, key: UUID | None = None) -> Crossing:
    with in_hub(two.here.id):
        ben = Receiver(two.ben.id, two.ben.person_id, two.ben.name)
        what = Amount(key=key or uuid7(), minutes=minutes, words="Diolch", language="cy")
        return hold_for(who=Who(two.ann), partner=two.there, receiver=ben, what=what)


def paid(two: Two, minutes: int) -> Crossing:
    return carry(held(two, minutes))


def owed(hub: Hub, partner: Hub) -> int:
    """Return what a hub owes another by its own book."""
    with in_hub(hub.id):
        return balance_of(accounts.partner(partner).id).balance


def minutes_of(member: Member) -> tuple[int, int]:
    with in_hub(member.hub_id):
        balance = balance_of(accounts.member_account(member).id)
        return balance.balance, balance.held


def sum_of(hub: Hub) -> int:
    with in_hub(hub.id):
        return int(Pocket.objects.aggregate(sum=Sum("balance"))["sum"] or 0)
