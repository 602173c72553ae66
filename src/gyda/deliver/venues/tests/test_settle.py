"""What a venue is owed is settled by two people, and can be taken back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.door import came, refund
from gyda.deliver.venues.actions.rules import set_rules
from gyda.deliver.venues.actions.settle import propose, settle, take_settlement_back, withdraw
from gyda.deliver.venues.models import Agreement, Booking, Settlement
from gyda.deliver.venues.queries import months
from gyda.deliver.venues.queries.owed import debts_of
from gyda.deliver.venues.rules import may_confirm
from gyda.deliver.venues.tests.builders import (
    WHY,
    Town,
    a_booking,
    a_town,
    an_occasion,
    owed_to,
    with_hours,
)
from gyda.keys.uuid7 import uuid7
from gyda.ledger.models import Transfer, Unit
from gyda.ledger.queries import sums_of_book
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who
from gyda.web.links import hub_path


def spent(town: Town, *members: Member, **fields: Any) -> list[Booking]:
    """Members were at the cinema."""
    occasion = an_occasion(town, **fields)
    made = [a_booking(town, with_hours(member), occasion) for member in members]
    for booking in made:
        came(who=who(town.lowri), booking_id=booking.id, now=occasion.ends_at)
    return made


def proposed(town: Town, by: Member) -> Settlement:
    return propose(who=who(by), agreement_id=Agreement.objects.get().id, key=uuid7())


def test_what_was_spent_is_owed_until_two_people_say_it_was_paid(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn, cast.carys)
    waits = proposed(town, town.huw)
    assert (waits.pence, waits.minutes, owed_to(town.cinema)) == (1_000, 120, 1_000)
    settle(who=who(town.lowri), settlement_id=waits.id)
    assert owed_to(town.cinema) == 0
    assert sums_of_book(Unit.PENCE).retired == 1_000
    with pytest.raises(errors.NothingOwed):
        proposed(town, town.huw)


def test_one_person_alone_settles_nothing(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    waits = proposed(town, town.huw)
    with pytest.raises(errors.SecondPerson):
        settle(who=who(town.huw), settlement_id=waits.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.update(settled_by=town.huw)
    with pytest.raises(errors.NotYours):
        settle(who=who(cast.dafydd), settlement_id=waits.id)


def test_both_sides_say_that_it_was_paid(cast: Cast) -> None:
    town = a_town(cast)
    mari = a_member(cast.hub, "Mari", organisation=town.landlord)
    nia = a_member(cast.hub, "Nia", organisation=town.cinema)
    spent(town, cast.bryn)
    waits = proposed(town, town.huw)
    for same_side in (mari, cast.carys, cast.alys):
        assert not may_confirm(who(same_side), waits)
        with pytest.raises(errors.OtherSide):
            settle(who=who(same_side), settlement_id=waits.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.update(settled_by=mari, settled_side="PAYER")
    withdraw(who=who(town.huw), settlement_id=waits.id)
    waits = proposed(town, town.lowri)
    with pytest.raises(errors.OtherSide):
        settle(who=who(nia), settlement_id=waits.id)
    paid = settle(who=who(cast.carys), settlement_id=waits.id)
    assert (paid.proposed_side, paid.settled_side) == ("VENUE", "PAYER")


def test_for_a_venue_without_people_here_a_second_connector_stands_in(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    Member.objects.filter(id=town.lowri.id).update(organisation=None)
    paid = settle(who=who(cast.alys), settlement_id=proposed(town, cast.carys).id)
    assert (paid.proposed_side, paid.settled_side) == ("PAYER", "VENUE")


def test_where_the_hub_says_so_one_person_is_enough(cast: Cast) -> None:
    town = a_town(cast)
    set_rules(who=who(cast.alys), rules={"settle_by_two": False})
    spent(town, cast.bryn)
    assert proposed(town, town.huw).state == "SETTLED"
    assert owed_to(town.cinema) == 0


def test_a_withdrawn_payment_is_owed_again(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    withdraw(who=who(town.huw), settlement_id=proposed(town, town.huw).id)
    assert proposed(town, town.huw).pence == 500


def test_a_payment_taken_back_is_a_reversal_and_owed_again(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    paid = settle(who=who(town.lowri), settlement_id=proposed(town, town.huw).id)
    with pytest.raises(errors.ConnectorTakesBack):
        take_settlement_back(who=who(town.lowri), settlement_id=paid.id, words=WHY)
    back = take_settlement_back(who=who(cast.carys), settlement_id=paid.id, words=WHY)
    assert Transfer.objects.get(id=back.reversal_id).reverses_id == paid.transfer_id
    assert owed_to(town.cinema) == 500
    assert proposed(town, town.huw).pence == 500
    with pytest.raises(errors.SettledAlready):
        take_settlement_back(who=who(cast.carys), settlement_id=paid.id, words=WHY)


def test_only_the_sum_that_was_read_is_written_down_as_paid(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn, cast.carys)
    asked = {"who": who(town.huw), "agreement_id": Agreement.objects.get().id, "key": uuid7()}
    with pytest.raises(errors.OwedChanged):
        propose(pence=500, **asked)
    assert propose(pence=1_000, **asked).pence == 1_000


def test_the_page_shows_the_new_sum_and_keeps_the_reference(cast: Cast, client: Client) -> None:
    town = a_town(cast)
    spent(town, cast.bryn, cast.carys)
    client.force_login(town.huw.person)
    agreement = Agreement.objects.get().id
    page = hub_path(cast.hub.slug, "deliver:settle_up", town.landlord.id, agreement)
    typed = {"reference": "BACS 17", "pence": 500, "key": str(uuid7())}
    again = client.post(page, typed)
    assert (again.context["form"]["pence"].value(), Settlement.objects.count()) == (1_000, 0)
    assert again.context["form"]["reference"].value() == "BACS 17"
    client.post(page, typed | {"pence": 1_000})
    assert Settlement.objects.get().reference == "BACS 17"


def test_the_database_lets_one_settlement_wait_at_a_time(cast: Cast) -> None:
    town = a_town(cast)
    spent(town, cast.bryn)
    waits = proposed(town, town.huw)
    waits.pk, waits.request_key = uuid7(), uuid7()
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.bulk_create([waits])


def test_what_is_settled_is_not_refunded_behind_its_back(cast: Cast) -> None:
    town = a_town(cast)
    (booking,) = spent(town, cast.bryn)
    proposed(town, town.huw)
    with pytest.raises(errors.SettledBefore):
        refund(who=who(town.lowri), booking_id=booking.id, words=WHY)


def test_what_is_owed_is_always_what_the_ledger_says(cast: Cast) -> None:
    town = a_town(cast, pence_per_hour=333)
    one, _two = spent(town, cast.bryn, cast.carys, price_minutes=45)
    assert one.pence == 250  # 249.75, rounded half up
    refund(who=who(town.lowri), booking_id=one.id, words=WHY)
    (debt,) = debts_of(town.cinema.id)
    assert debt.pence == owed_to(town.cinema) == 250


def test_the_months_add_up_to_the_balances(cast: Cast) -> None:
    town = a_town(cast)
    one, _two = spent(town, cast.bryn, cast.carys)
    refund(who=who(town.lowri), booking_id=one.id, words=WHY)
    settle(who=who(town.lowri), settlement_id=proposed(town, town.huw).id)
    spent(town, cast.dafydd)
    venue, funder, hub = (
        months.of_venue(town.cinema.id),
        months.of_funder(town.landlord.id),
        months.of_hub(),
    )
    assert venue.totals == {"people": 2, "spent": 120, "unsaid": 0, "owed": 1_000, "settled": 500}
    assert venue.totals["owed"] - venue.totals["settled"] == owed_to(town.cinema)
    assert funder.totals == {"granted": 600, "given": 0, "money": 10_000, "owed": 1_000}
    assert hub.totals == {"issued": 360, "retired": 120, "lapsed": 0, "owed": 1_000, "settled": 500}
    assert hub.months[0].figures["circulating"] == 240
