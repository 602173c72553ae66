"""A grown hub is like a lived-in one: its book agrees, and nobody passes a limit."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.db.models import Sum

from gyda.deliver.models import Exchange, Listing
from gyda.keys.context import in_hub
from gyda.ledger.models import Account, Transfer
from gyda.ledger.queries import balances
from gyda.people.models import Hub, Member
from gyda.site.growth.hours import a_year_of_hours


@pytest.fixture
def hub(db: None) -> Hub:
    call_command("grow", members=40, transfers=300, slug="tref", stdout=StringIO())
    return Hub.objects.get(slug="tref")


def test_the_book_of_a_grown_hub_agrees(hub: Hub) -> None:
    with in_hub(hub.id):
        accounts = list(Account.objects.values_list("id", flat=True))
        for account, balance in balances(accounts).items():
            came = Transfer.objects.filter(credit_id=account).aggregate(n=Sum("amount"))["n"] or 0
            went = Transfer.objects.filter(debit_id=account).aggregate(n=Sum("amount"))["n"] or 0
            assert balance.balance == came - went
            assert balance.floor <= balance.balance <= balance.ceiling


def test_a_grown_hub_has_what_was_asked_for(hub: Hub) -> None:
    with in_hub(hub.id):
        assert Member.objects.active().count() == 40
        assert Transfer.objects.count() == 300
        assert Exchange.objects.count() == 60
        assert Listing.objects.count() == 40


def test_nobody_passes_a_limit() -> None:
    hours = a_year_of_hours(5, 500, floor=-120, ceiling=180, random=Random(7))
    assert sum(hours.balances) == 0
    assert min(hours.balances) >= -120
    assert max(hours.balances) <= 180
