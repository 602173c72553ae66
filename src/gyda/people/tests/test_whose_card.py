"""A card shown at a door: connectors and venues see whose it is, and nothing else happens."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.test import Client

from gyda.journal.models import Entry
from gyda.people.actions import cards
from gyda.people.actions.profile import block
from gyda.people.errors import CardUnknown, NotYours
from gyda.people.models import Card
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.people.tests.pages import at, signed_in, text


@pytest.fixture
def card(cast: Cast) -> Card:
    olwen = a_member(cast.hub, "Olwen", person=a_person("Olwen", email=None, language="en"))
    return cards.issue_card(who=who(cast.carys), member=olwen)[0]


def test_a_connector_and_a_venue_see_whose_card_it_is(cast: Cast, card: Card) -> None:
    for member in (cast.carys, cast.dafydd):
        shown = signed_in(member).post(
            at(cast.hub, "whose-card"), {"number": card.shown_number}, follow=True
        )
        assert "This is the card of: Olwen" in text(shown)
        assert shown.wsgi_request.user == member.person
    looks = Entry.objects.filter(verb="card.recognised", about_id=card.id)
    assert {look.actor_id for look in looks} == {cast.carys.id, cast.dafydd.id}


def test_a_member_sees_no_such_page_and_someone_acting_neither(cast: Cast, card: Card) -> None:
    assert signed_in(cast.bryn).get(at(cast.hub, "whose-card")).status_code == 404
    for stranger in (who(cast.bryn), who(cast.carys, cast.alys)):
        with pytest.raises(NotYours):
            cards.recognise(who=stranger, number=card.number)


def test_an_ended_card_and_one_of_elsewhere_are_as_good_as_none(cast: Cast, card: Card) -> None:
    cards.end_card(who=who(cast.carys), card=card)
    with pytest.raises(CardUnknown):
        cards.recognise(who=who(cast.carys), number=card.number)
    page = signed_in(cast.carys).post(at(cast.hub, "whose-card"), {"number": "1234"})
    assert "No card in use here has this number" in text(page)


def test_who_has_shut_someone_out_is_not_recognised_by_them(cast: Cast, card: Card) -> None:
    block(who=who(card.member), other=cast.dafydd)
    with pytest.raises(CardUnknown):
        cards.recognise(who=who(cast.dafydd), number=card.number)


def test_scanning_leads_who_is_signed_in_to_the_question(cast: Cast, card: Card) -> None:
    path = at(cast.hub, "card-number", card.number)
    ask = f"{at(cast.hub, 'whose-card')}?number={card.number}"
    assert ask in text(signed_in(cast.carys).get(path))
    assert f'value="{card.number}"' in text(signed_in(cast.carys).get(ask))
    for client in (signed_in(cast.bryn), Client()):
        assert "whose" not in text(client.get(path))
