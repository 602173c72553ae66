"""Printed cards: one hub, five tries, and the old one dies at once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from gyda.keys.context import in_hub
from gyda.people.actions import cards
from gyda.people.errors import CardLocked, CardWrong, NotYours
from gyda.people.models import Card, Member
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.people.tests.pages import at, signed_in, text

NOBODY_HAS = "0000"  # never given out: everybody tries it first


def an_offline(cast: Cast) -> Member:
    return a_member(cast.hub, "Olwen", person=a_person("Olwen", email=None, language="en"))


def enter(client: Client, cast: Cast, number: str, pin: str, language: str = "en") -> str:
    path = at(cast.hub, "card", language=language)
    return text(client.post(path, {"number": number, "pin": pin}, follow=True))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_someone_signs_in_with_number_and_pin(cast: Cast, client: Client, language: str) -> None:
    olwen = an_offline(cast)
    card, pin = cards.issue_card(who=who(cast.carys), member=olwen)
    enter(client, cast, card.shown_number, pin, language)
    assert client.session["_auth_user_id"] == str(olwen.person_id)
    assert client.get(at(cast.hub, "me")).status_code == 200


def test_the_code_on_the_card_brings_the_number_along(cast: Cast, client: Client) -> None:
    card, _ = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    page = text(client.get(at(cast.hub, "card-number", card.number)))
    assert f'value="{card.number}"' in page


def test_a_connector_prints_the_card_and_the_pin_is_shown_once(cast: Cast) -> None:
    olwen = an_offline(cast)
    carys = signed_in(cast.carys)
    printed = text(carys.post(at(cast.hub, "issue-card", olwen.id)))
    pin = re.search(r'gyda-wallet__pin">(\d{4})<', printed)
    card = Card.objects.get(member=olwen)
    assert pin
    assert card.shown_number in printed
    assert "data:image/svg+xml" in printed
    assert 'lang="cy"' in printed
    assert pin.group(1) not in card.pin
    again = text(carys.get(at(cast.hub, "issue-card", olwen.id)))
    assert "gyda-wallet__pin" not in again
    assert "_auth_user_id" in _after(Client(), cast, card.number, pin.group(1))


def _after(client: Client, cast: Cast, number: str, pin: str) -> dict[str, object]:
    enter(client, cast, number, pin)
    return dict(client.session)


def test_five_wrong_pins_lock_the_card_for_the_right_one(cast: Cast, client: Client) -> None:
    card, pin = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    for _ in range(4):
        assert "do not go together" in enter(client, cast, card.number, NOBODY_HAS)
    assert "locked after 5" in enter(client, cast, card.number, NOBODY_HAS)
    assert "locked after 5" in enter(client, cast, card.number, pin)
    assert "_auth_user_id" not in client.session


def test_a_right_pin_forgives_the_wrong_ones(cast: Cast) -> None:
    card, pin = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(CardWrong):
                cards.use_card(number=card.number, pin=NOBODY_HAS)
        assert cards.use_card(number=card.number, pin=pin) == card


def test_a_new_card_unlocks_and_kills_the_old_one(cast: Cast) -> None:
    olwen = an_offline(cast)
    old, old_pin = cards.issue_card(who=who(cast.carys), member=olwen)
    new, pin = cards.issue_card(who=who(cast.carys), member=olwen)
    with pytest.raises(CardWrong):
        cards.use_card(number=old.number, pin=old_pin)
    assert cards.use_card(number=new.number, pin=pin) == new


def test_whoever_is_in_with_the_old_card_is_out_at_once(cast: Cast, client: Client) -> None:
    olwen = an_offline(cast)
    card, pin = cards.issue_card(who=who(cast.carys), member=olwen)
    enter(client, cast, card.number, pin)
    cards.issue_card(who=who(cast.carys), member=olwen)
    assert client.get(at(cast.hub, "me")).status_code == 404


def test_a_card_opens_its_own_hub_only(cast: Cast, client: Client) -> None:
    olwen = an_offline(cast)
    a_member(cast.other_hub, "Olwen", person=olwen.present_person)
    card, pin = cards.issue_card(who=who(cast.carys), member=olwen)
    enter(client, cast, card.number, pin)
    assert client.get(at(cast.hub, "me")).status_code == 200
    assert client.get(at(cast.other_hub, "me")).status_code == 404
    with in_hub(cast.other_hub.id), pytest.raises(CardWrong):
        cards.use_card(number=card.number, pin=pin)


def test_a_card_does_not_reach_the_other_ways_to_sign_in(cast: Cast, client: Client) -> None:
    card, pin = cards.issue_card(who=who(cast.carys), member=cast.bryn)
    enter(client, cast, card.number, pin)
    ways = "/en/account/ways/"
    assert client.get("/en/account/ways/add/").url == ways
    assert client.get("/en/account/passkeys/add/").url == ways
    assert client.post("/en/account/ways/remove/email/").url == ways
    assert "came in with a card" in text(client.get(ways))


def test_who_has_no_address_may_add_one_after_coming_in_with_a_card(
    cast: Cast, client: Client
) -> None:
    card, pin = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    enter(client, cast, card.number, pin)
    assert client.get("/en/account/ways/add/").status_code == 200


def test_a_card_is_no_way_into_another_hub_or_past_a_passkey(cast: Cast, client: Client) -> None:
    olwen, megan = an_offline(cast), an_offline(cast)
    a_member(cast.other_hub, "Olwen", person=olwen.present_person)
    Authenticator.objects.create(user=megan.present_person, type="webauthn", data={"name": "Ffon"})
    for member in (olwen, megan):
        card, pin = cards.issue_card(who=who(cast.carys), member=member)
        enter(client, cast, card.number, pin)
        assert client.get("/en/account/ways/add/").url == "/en/account/ways/"
    assert cast.other_hub.name_en not in text(client.get("/en/account/ways/"))


def test_a_dead_card_changes_nothing_any_more(cast: Cast, client: Client) -> None:
    card, pin = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    enter(client, cast, card.number, pin)
    cards.end_card(who=who(cast.carys), card=card)
    assert client.get("/en/account/ways/add/").url == "/en/account/ways/"


def test_nobody_makes_a_card_for_someone_with_more_say(cast: Cast) -> None:
    for powerful in (cast.alys, cast.carys):
        with pytest.raises(NotYours):
            cards.issue_card(who=who(cast.carys), member=powerful)
    with pytest.raises(NotYours):
        cards.issue_card(who=who(cast.bryn), member=an_offline(cast))
    cards.issue_card(who=who(cast.alys), member=cast.carys)


def test_a_stopped_card_no_longer_works(cast: Cast) -> None:
    olwen = an_offline(cast)
    card, pin = cards.issue_card(who=who(cast.carys), member=olwen)
    signed_in(cast.carys).post(at(cast.hub, "end-card", olwen.id))
    with pytest.raises(CardWrong):
        cards.use_card(number=card.number, pin=pin)


def test_the_pin_is_never_one_that_everybody_tries_first() -> None:
    pins = {cards.new_pin() for _ in range(2000)}
    assert not pins & {"0000", "1111", "1234", "4321", "1212", "6789", "7890"}
    assert all(len(pin) == 4 and pin.isdigit() for pin in pins)


def test_one_place_tries_thirty_cards_in_a_quarter_of_an_hour(cast: Cast, client: Client) -> None:
    for number in range(30):
        assert "do not go together" in enter(client, cast, f"{number:012}", NOBODY_HAS)
    assert "too often" in enter(client, cast, "999999999999", NOBODY_HAS)


def test_a_locked_card_says_so_only_to_who_knows_its_number(cast: Cast) -> None:
    card, _ = cards.issue_card(who=who(cast.carys), member=an_offline(cast))
    for _ in range(4):
        with pytest.raises(CardWrong):
            cards.use_card(number=card.number, pin=NOBODY_HAS)
    with pytest.raises(CardLocked):
        cards.use_card(number=card.number, pin=NOBODY_HAS)
