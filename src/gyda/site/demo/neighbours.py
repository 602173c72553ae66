"""The two demo hubs agree, and a few hours cross between them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import uuid5

from django.utils.translation import override

from gyda.between.actions.across import across_of
from gyda.between.actions.crossing import carry
from gyda.between.actions.pacts import accept, propose, tell
from gyda.between.actions.paying import Receiver, Sum, hold_for
from gyda.between.models import Pact
from gyda.keys.context import in_hub
from gyda.ledger import accounts
from gyda.ledger.queries import balance_of
from gyda.people.models import Hub, Member
from gyda.people.models.member import Role
from gyda.people.who import Who

LIMIT = 40 * 60
# From the first hub to the second or back, minutes, what for (in Welsh). All of it happens today:
# what has passed is sealed in both journals.
CROSSED = (
    (True, 120, "Tocio coed afalau"),
    (False, 60, "Lifft adref o'r ysbyty"),
    (True, 90, "Gwersi acordion"),
    (True, 60, "Trwsio giât yr ardd"),
)


def agree_and_cross(first: Hub, second: Hub) -> None:
    """Let the stewards agree, and members give hours across."""
    with override("cy"):
        _agree(first, second)
        for number, (goes, minutes, words) in enumerate(CROSSED):
            ends = (first, second) if goes else (second, first)
            _cross(*ends, number, minutes, words)


def _agree(first: Hub, second: Hub) -> None:
    limits = {"we_may_owe": LIMIT, "they_may_owe": LIMIT}
    with in_hub(first.id):
        pact = propose(who=Who(_steward()), slug=second.slug, shows_offers=True, **limits)
    tell(pact)
    with in_hub(second.id):
        seen = Pact.objects.get(partner=first).heard
        pact = accept(who=Who(_steward()), partner=first, seen=seen, shows_offers=True)
    tell(pact)


def _steward() -> Member:
    return Member.objects.active().filter(role=Role.STEWARD).earliest("id")


def _cross(here: Hub, there: Hub, number: int, minutes: int, words: str) -> None:
    with in_hub(there.id):
        member = _members()[number]
        across_of(member)
        receiver = Receiver(member.id, member.person_id, member.name)
    with in_hub(here.id):
        payer = next((one for one in _members() if _has(one, minutes)), None)
        if payer is None:
            return
        key = uuid5(payer.id, f"{number} {words}")
        what = Sum(key=key, minutes=minutes, words=words, language="cy")
        sent = hold_for(who=Who(payer), partner=there, receiver=receiver, what=what)
    carry(sent)


def _members() -> list[Member]:
    """Return members who write for themselves and are no stewards, oldest first."""
    writers = Member.objects.active().filter(role=Role.MEMBER, person__email__isnull=False)
    return list(writers.filter(organisation__isnull=True).order_by("id")[:12])


def _has(member: Member, minutes: int) -> bool:
    return balance_of(accounts.member_account(member).id).balance >= minutes
