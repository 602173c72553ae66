"""The pages of exchanges: without JavaScript, in both languages, for those who may see them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gyda.deliver.actions import hours, thanks
from gyda.deliver.models import Exchange, HowItWas, Thanks
from gyda.deliver.models.exchange import State
from gyda.deliver.tests.exchange_builders import WORDS, agreed, balance, no_start, proposed
from gyda.deliver.tests.listing_builders import an_ask, an_offer
from gyda.keys.uuid7 import uuid7
from gyda.people.models import AccessNeed, Block, Member
from gyda.people.tests.builders import Cast, a_member, who


class Browser:
    """A member at a browser without JavaScript, who counts the pages that are loaded."""

    def __init__(self, cast: Cast, member: Member | None, language: str = "en") -> None:
        self.client, self.loads = Client(), 0
        self.root = f"/{language}/hubs/{cast.hub.slug}/"
        if member:
            self.client.force_login(member.person)

    def get(self, path: str) -> Any:
        self.loads += 1
        return self.client.get(self.root + path, follow=True)

    def post(self, path: str, **data: Any) -> Any:
        self.loads += 1
        return self.client.post(self.root + path, data, follow=True)


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def typed(**fields: Any) -> dict[str, Any]:
    return {
        "nature": "TIME",
        "what": "Torri'r lawnt",
        "language": "cy",
        "minutes": "2",
        "day_day": "",
        "clock": "",
        "place": "",
        "category": "",
        "key": str(uuid7()),
    } | fields


@pytest.mark.parametrize("language", ["cy", "en"])
def test_from_the_offer_to_the_thanks_in_few_pages(cast: Cast, language: str) -> None:
    no_start(cast)
    offer = an_offer(cast.bryn)
    dafydd, bryn = Browser(cast, cast.dafydd, language), Browser(cast, cast.bryn, language)
    form = f"exchanges/new/?listing={offer.id}"
    dafydd.get(form)
    dafydd.post(form, **typed())
    exchange = Exchange.objects.get()
    page = f"exchanges/{exchange.id}/"
    bryn.get(page)
    bryn.post(f"{page}agree/", version="1")
    bryn.get(page)
    bryn.post(f"{page}hours/", minutes="2")
    dafydd.get(page)
    dafydd.post(f"{page}hours/", minutes="2")
    dafydd.post(f"{page}thanks/", words="Diolch", language="cy", shared="on")
    bryn.get(page)
    exchange.refresh_from_db()
    assert exchange.state == State.THANKED
    assert balance(cast.bryn) == 120
    assert max(dafydd.loads, bryn.loads) <= 8


def test_whose_turn_it_is_is_said_in_words(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    hours.say_hours(who=who(cast.dafydd), exchange_id=exchange.id, minutes=120)
    page = f"exchanges/{exchange.id}/"
    assert "Waiting for you to confirm" in text(Browser(cast, cast.bryn).get(page))
    assert "Waiting for Bryn to confirm" in text(Browser(cast, cast.dafydd).get(page))
    assert "Waiting for Bryn to confirm" in text(Browser(cast, cast.carys).get(page))


def test_goods_are_stopped_with_the_reason_and_nothing_typed_is_lost(cast: Cast) -> None:
    browser = Browser(cast, cast.dafydd)
    form = f"exchanges/new/?member={cast.bryn.id}"
    shown = browser.post(form, **typed(nature="GOODS", what="Six jars of jam", way="receive"))
    assert "Hours are for time, not for things" in text(shown)
    assert "Six jars of jam" in text(shown)
    assert 'href="/en/hubs/' in shown.content.decode()
    assert not Exchange.objects.exists()
    assert "15 June 2000" in text(browser.get("exchanges/goods/"))
    assert "15 Mehefin 2000" in text(Browser(cast, None, "cy").get("exchanges/goods/"))


def test_a_stranger_finds_no_exchange_and_a_connector_does(cast: Cast) -> None:
    exchange = proposed(cast.bryn, cast.dafydd)
    page = f"exchanges/{exchange.id}/"
    stranger = a_member(cast.hub, "Siân")
    assert Browser(cast, stranger).get(page).status_code == 404
    assert Browser(cast, stranger).post(f"{page}agree/", version="1").status_code == 404
    assert Browser(cast, cast.carys).get(page).status_code == 200
    assert Browser(cast, cast.eira).get(page).status_code == 404
    assert "sign-in" in Browser(cast, None).get(page).redirect_chain[0][0]


def test_an_old_page_does_not_agree_to_new_terms(cast: Cast) -> None:
    exchange = proposed(cast.bryn, cast.dafydd)
    Browser(cast, cast.dafydd).post(
        f"exchanges/{exchange.id}/change/", **typed(minutes="5", version="1")
    )
    shown = Browser(cast, cast.bryn).post(f"exchanges/{exchange.id}/agree/", version="1")
    assert "changed while you looked at it" in text(shown)
    exchange.refresh_from_db()
    assert (exchange.state, exchange.minutes) == (State.PROPOSED, 300)


def test_wrong_hours_are_kept_as_typed_and_explained(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    shown = Browser(cast, cast.bryn).post(f"exchanges/{exchange.id}/hours/", minutes="llawer")
    assert 'value="llawer"' in shown.content.decode()
    assert "There is a problem" in text(shown)


def test_an_unknown_step_is_not_found(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    for deed in ("change-all", "no"):
        assert Browser(cast, cast.bryn).post(f"exchanges/{exchange.id}/{deed}/").status_code == 404


def test_one_does_not_propose_to_oneself_or_past_a_block(cast: Cast) -> None:
    Block.objects.create(member=cast.bryn, blocked=cast.dafydd)
    ask = an_ask(cast.bryn)
    browser = Browser(cast, cast.dafydd)
    for query in (f"member={cast.dafydd.id}", f"member={cast.bryn.id}", f"listing={ask.id}"):
        assert browser.get(f"exchanges/new/?{query}").status_code == 404
    assert browser.get("exchanges/new/?member=rubbish").status_code == 404


def test_several_people_of_one_name_are_offered_as_a_list(cast: Cast) -> None:
    for place in ("Cwm Du", "Tre-wen"):
        a_member(cast.hub, "Siân Pugh", area=place)
    shown = Browser(cast, cast.bryn).get("exchanges/record/?other=sian")
    assert "Siân Pugh, Cwm Du" in text(shown)
    assert "<select" in shown.content.decode()
    found = Browser(cast, cast.bryn).get("exchanges/record/?other=dafydd")
    assert "Record time with Dafydd" in text(found)


def test_recording_asks_the_other_side_to_confirm(cast: Cast) -> None:
    no_start(cast)
    browser = Browser(cast, cast.bryn)
    day = {"day_day": "1", "day_month": "3", "day_year": "2026"}
    browser.post(f"exchanges/record/?member={cast.dafydd.id}", **typed(way="give", **day))
    exchange = Exchange.objects.get()
    assert (exchange.giver_id, exchange.state) == (cast.bryn.id, State.DONE)
    late = {"day_day": "1", "day_month": "3", "day_year": "2999"}
    shown = browser.post(f"exchanges/record/?member={cast.dafydd.id}", **typed(way="give", **late))
    assert "today or earlier" in text(shown)


def test_shared_thanks_stand_without_names_and_can_be_taken_off(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    for member in (cast.bryn, cast.dafydd):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    thanks.thank(who=who(cast.dafydd), exchange_id=exchange.id, words=WORDS, shared=True)
    shown = text(Browser(cast, cast.alys).get("thanks/"))
    assert "Diolch o galon" in shown
    assert "Dafydd" not in shown
    found = Thanks.objects.get()
    Browser(cast, cast.bryn).post(f"thanks/{found.id}/hide/")
    found.refresh_from_db()
    assert found.shared
    Browser(cast, cast.dafydd).post(f"thanks/{found.id}/hide/")
    found.refresh_from_db()
    assert not found.shared


def test_how_it_was_is_for_connectors_only(cast: Cast) -> None:
    exchange = agreed(cast.bryn, cast.dafydd)
    for member in (cast.bryn, cast.dafydd):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    Browser(cast, cast.dafydd).post(
        f"exchanges/{exchange.id}/how-it-was/", feeling="TALK", words="Sgwrs fach", language="cy"
    )
    assert "Sgwrs fach" not in text(Browser(cast, cast.bryn).get(f"exchanges/{exchange.id}/"))
    assert Browser(cast, cast.bryn).get("desk/told/").status_code == 404
    assert "Sgwrs fach" in text(Browser(cast, cast.carys).get("desk/told/"))
    Browser(cast, cast.carys).post(f"desk/told/{HowItWas.objects.get().id}/read/")
    assert "Sgwrs fach" not in text(Browser(cast, cast.carys).get("desk/told/"))


def test_what_helps_someone_is_told_to_the_agreed_partner_only(cast: Cast) -> None:
    AccessNeed.objects.create(
        member=cast.dafydd, kind="HEARING", words="Face me", language="en", told=True
    )
    exchange = proposed(cast.bryn, cast.dafydd)
    page = f"exchanges/{exchange.id}/meeting/"
    assert Browser(cast, cast.bryn).get(page).status_code == 404
    Browser(cast, cast.bryn).post(f"exchanges/{exchange.id}/agree/", version="1")
    assert "Face me" in text(Browser(cast, cast.bryn).get(page))
    assert Browser(cast, cast.carys).get(page).status_code == 404


def test_a_low_balance_is_met_with_an_invitation(cast: Cast) -> None:
    no_start(cast)
    exchange = agreed(cast.bryn, cast.dafydd, minutes=900)
    page = f"exchanges/{exchange.id}/"
    assert "someone gets to give" in text(Browser(cast, cast.dafydd).get(page))
    assert "someone gets to give" not in text(Browser(cast, cast.bryn).get(page))
    big = agreed(cast.bryn, cast.dafydd, minutes=1500)
    assert "There is always a way" in text(Browser(cast, cast.dafydd).get(f"exchanges/{big.id}/"))


@pytest.mark.parametrize("many", [2, 30])
def test_lists_need_few_queries_whatever_the_size(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, many: int
) -> None:
    for _ in range(many):
        exchange = proposed(cast.bryn, cast.dafydd)
    browser = Browser(cast, cast.bryn)
    for page in ("exchanges/", f"exchanges/{exchange.id}/"):
        with django_assert_max_num_queries(12):
            assert browser.get(page).status_code == 200
