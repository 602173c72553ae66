"""The demo hubs agree, and hours cross between their members."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import uuid4

from gyda.between.models import Crossing, Pact
from gyda.keys.context import in_hub
from gyda.ledger import accounts
from gyda.ledger.actions import issue_many
from gyda.ledger.verify import check_book
from gyda.people.models import Hub
from gyda.people.models.member import Role
from gyda.people.tests.builders import a_hub, a_member
from gyda.site.demo.neighbours import CROSSED, agree_and_cross


def _a_hub() -> Hub:
    hub = a_hub()
    a_member(hub, role=Role.STEWARD)
    members = [a_member(hub) for _ in range(4)]
    with in_hub(hub.id):
        amounts = {uuid4(): (accounts.member_account(one).id, 300) for one in members}
        issue_many(amounts=amounts)
    return hub


def test_the_demo_hubs_agree_and_hours_cross(db: None) -> None:
    first, second = _a_hub(), _a_hub()
    agree_and_cross(first, second)
    for hub in (first, second):
        with in_hub(hub.id):
            assert Pact.objects.get().stands
            assert Crossing.objects.filter(state="PAID").count() == len(CROSSED)
        assert check_book(hub.id).agrees
