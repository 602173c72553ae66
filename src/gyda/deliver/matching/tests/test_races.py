"""Two clicks at the same moment, on PostgreSQL with real threads: asks brought, papers typed in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial

import pytest
from django.utils import timezone

from gyda.deliver.matching.actions import bring, say_how
from gyda.deliver.matching.models import MatchWish, Suggestion
from gyda.deliver.tests.listing_builders import an_ask, an_offer
from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, a_cast, who
from gyda.safeguarding.actions.references import type_reference
from gyda.safeguarding.models import Reference
from gyda.safeguarding.tests.test_references import SAID, asked

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS, CLICKS = 5, 6


@pytest.fixture
def people() -> Cast:
    return a_cast()


def test_an_ask_brought_by_two_clicks_is_brought_once(people: Cast) -> None:
    for number in range(ROUNDS):
        with in_hub(people.hub.id):
            if not number:
                an_offer(people.bryn)
            Suggestion.objects.all().delete()
            ask = an_ask(people.dafydd, title=f"Ask {number}")
            act = partial(
                bring, who=who(people.carys), ask=ask, helper_id=people.bryn.id, now=timezone.now()
            )
        results = at_once(people.hub.id, *[act] * CLICKS)
        with in_hub(people.hub.id):
            assert {getattr(one, "id", one) for one in results} == {Suggestion.objects.get().id}
            assert Letter.objects.filter(kind="match_brought").count() == number + 1


def test_two_asks_at_once_bring_nobody_more_than_their_share(people: Cast) -> None:
    with in_hub(people.hub.id):
        an_offer(people.bryn)
        asks = [an_ask(people.dafydd, title=f"Ask {number}") for number in range(CLICKS)]
        acts = [
            partial(
                bring, who=who(people.carys), ask=ask, helper_id=people.bryn.id, now=timezone.now()
            )
            for ask in asks
        ]
    results = at_once(people.hub.id, *acts)
    with in_hub(people.hub.id):
        assert (refused(results), Suggestion.objects.count()) == (CLICKS - 2, 2)


def test_a_wish_said_by_two_clicks_is_one_wish(people: Cast) -> None:
    act = partial(say_how, who=who(people.bryn), most=1, reach_km=None, is_young=False)
    results = at_once(people.hub.id, *[act] * CLICKS)
    with in_hub(people.hub.id):
        assert {getattr(one, "id", one) for one in results} == {MatchWish.objects.get().id}


def test_a_reference_typed_by_two_clicks_is_kept_once(people: Cast) -> None:
    for number in range(ROUNDS):
        with in_hub(people.hub.id):
            made, _code = asked(people)
            act = partial(type_reference, who=who(people.carys), reference=made, said=SAID)
        assert refused(at_once(people.hub.id, *[act] * CLICKS)) == 0
        with in_hub(people.hub.id):
            assert Reference.objects.get(id=made.id).state == "GIVEN"
            assert Entry.objects.filter(verb="reference.given").count() == number + 1
