"""Whose pages of pools, venues and bookings open for whom; strangers find nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import pytest
from django.test import Client

from gyda.deliver.venues.actions.door import came
from gyda.deliver.venues.actions.giving import give_from_pool
from gyda.deliver.venues.models import Agreement, Booking, PoolGrant
from gyda.deliver.venues.tests.builders import (
    HOUR,
    WHY,
    Town,
    a_booking,
    a_town,
    an_occasion,
    held,
    with_hours,
)
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, an_organisation, who
from gyda.web.links import hub_path


@pytest.fixture
def town(cast: Cast) -> Town:
    """The landlord of the town has given Bryn an hour, and Bryn has booked at the cinema."""
    town = a_town(cast)
    asked = {"organisation": town.landlord, "member": cast.bryn, "minutes": 60, "words": WHY}
    give_from_pool(who=who(town.huw), key=uuid7(), **asked)
    a_booking(town, with_hours(cast.bryn))
    return town


def opened(town: Town, by: Member, name: str, *ids: UUID | str) -> int:
    client = Client()
    client.force_login(by.person)
    return client.get(hub_path(town.cast.hub.slug, f"deliver:{name}", *ids)).status_code


VENUES = ("organisation", "organisation_months", "organisation_months_csv", "put_up_places")


@pytest.mark.parametrize("name", VENUES)
def test_a_venue_s_pages_open_for_its_own_people_and_connectors_only(town: Town, name: str) -> None:
    cinema, cast = town.cinema.id, town.cast
    found = {by.name: opened(town, by, name, cinema) for by in (town.lowri, cast.carys)}
    assert found == {"Lowri": 200, "Carys": 200}
    for stranger in (town.huw, cast.dafydd, cast.bryn, cast.eira):
        assert opened(town, stranger, name, cinema) == 404


def test_a_pool_opens_for_its_own_people_and_connectors_only(town: Town) -> None:
    grant = PoolGrant.objects.get().id
    for name, key in (("pool", town.landlord.id), ("give_hours", town.landlord.id),
                      ("pool_grant", grant)):  # fmt: skip
        assert opened(town, town.huw, name, key) == 200
        for stranger in (town.lowri, town.cast.dafydd, town.cast.bryn):
            assert opened(town, stranger, name, key) == 404
    assert opened(town, town.huw, "change_pool_grant", grant) == 404


def test_a_booking_opens_for_whose_it_is_and_for_its_venue(town: Town) -> None:
    booking, cast = Booking.objects.get(), town.cast
    for name, key in (("booking", booking.id), ("cancel_booking", booking.id)):
        for by in (cast.bryn, town.lowri, cast.carys):
            assert opened(town, by, name, key) == 200
        for stranger in (town.huw, cast.dafydd, cast.eira):  # who pays sees no names
            assert opened(town, stranger, name, key) == 404
    assert opened(town, cast.dafydd, "ticket", booking.code) == 404
    assert opened(town, cast.dafydd, "door", booking.occasion_id) == 404


def test_a_code_of_another_s_ticket_says_no_more_than_a_code_that_is_none(
    town: Town, client: Client
) -> None:
    client.force_login(town.cast.dafydd.person)
    page = hub_path(town.cast.hub.slug, "deliver:type_code")
    there, nowhere = (
        client.post(page, {"code": code}).context["form"].errors
        for code in (Booking.objects.get().code, "00000000")
    )
    assert there == nowhere


def test_a_settlement_opens_for_both_ends_only(town: Town) -> None:
    booking, agreement = Booking.objects.get(), Agreement.objects.get().id
    came(who=who(town.lowri), booking_id=booking.id, now=booking.occasion.ends_at)
    for end, by in ((town.cinema, town.lowri), (town.landlord, town.huw)):
        assert opened(town, by, "settle_up", end.id, agreement) == 200
    practice = town.cast.dafydd.organisation
    assert practice
    assert opened(town, town.cast.dafydd, "settle_up", practice.id, agreement) == 404
    assert opened(town, town.cast.dafydd, "settle_up", town.cinema.id, agreement) == 404


def test_an_organisation_of_another_hub_pays_nobody_here(town: Town, client: Client) -> None:
    other = an_organisation(town.cast.other_hub, "Rhywle arall")
    client.force_login(town.cast.alys.person)
    page = hub_path(town.cast.hub.slug, "deliver:agreement", town.cinema.id)
    answer = client.post(page, {"funder": str(other.id), "pence_per_hour": "5"})
    assert answer.context["form"].errors["funder"]
    with in_hub(town.cast.hub.id):
        assert Agreement.objects.get().funder_id == town.landlord.id


def test_a_tick_that_is_refused_keeps_the_others_that_were_made(town: Town, client: Client) -> None:
    occasion = an_occasion(town)
    made = [a_booking(town, with_hours(m), occasion) for m in (town.cast.carys, town.cast.dafydd)]
    client.force_login(town.lowri.person)
    page = hub_path(town.cast.hub.slug, "deliver:door", occasion.id)
    again = client.post(page, {f"{row.id}-what": "came" for row in made})  # days too early
    assert [form["what"].value() for form in again.context["forms"]] == ["came", "came"]
    assert held(town.cast.carys) == HOUR.seconds // 60
