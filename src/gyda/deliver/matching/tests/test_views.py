"""The pages on which people are brought together, in both languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.test import Client

from gyda.deliver.matching.models import MatchWish, Suggestion
from gyda.deliver.tests.listing_builders import an_ask, an_offer
from gyda.people.models import Member
from gyda.people.tests.builders import Cast


def _in(cast: Cast, member: Member) -> Client:
    browser = Client()
    browser.force_login(member.present_person)
    return browser


def _path(cast: Cast, rest: str, language: str = "en") -> str:
    return f"/{language}/hubs/{cast.hub.slug}/{rest}"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_sees_what_fits_and_why_and_nothing_about_the_helper(
    cast: Cast, language: str, django_assert_max_num_queries: Any
) -> None:
    an_offer(cast.bryn, times=1)
    an_ask(cast.dafydd, times=1)
    helper, asker = _in(cast, cast.bryn), _in(cast, cast.dafydd)
    helper.get(_path(cast, "matches/", language))
    asker.get(_path(cast, "matches/", language))
    with django_assert_max_num_queries(12):
        theirs = helper.get(_path(cast, "matches/", language)).content.decode()
    with django_assert_max_num_queries(12):
        mine = asker.get(_path(cast, "matches/", language)).content.decode()
    assert "Dafydd: " in theirs
    assert "Bryn: " in mine
    free = "both free" if language == "en" else "rhydd"
    asked = "has not been asked" if language == "en" else "heb gael cais"
    assert free in mine.lower() and free in theirs.lower()  # noqa: PT018
    assert asked not in mine.lower()


def test_a_connector_asks_with_one_click_and_the_helper_says_not_this_time(cast: Cast) -> None:
    an_offer(cast.bryn)
    ask = an_ask(cast.dafydd)
    desk = _in(cast, cast.carys)
    assert "Has not been asked lately" in desk.get(_path(cast, "desk/matches/")).content.decode()
    desk.post(_path(cast, f"desk/matches/{ask.id}/{cast.bryn.id}/"))
    made = Suggestion.objects.get()
    helper = _in(cast, cast.bryn)
    assert "Brought to you" in helper.get(_path(cast, "matches/")).content.decode()
    helper.post(_path(cast, f"matches/{made.id}/not-now/"))
    assert "Brought to you" not in helper.get(_path(cast, "matches/")).content.decode()


def test_what_was_typed_stays_when_the_postcode_is_not_known(cast: Cast) -> None:
    browser = _in(cast, cast.bryn)
    page = browser.post(_path(cast, "matches/how/"), {"most": "1", "postcode": "nonsense"})
    assert "nonsense" in page.content.decode()
    assert not MatchWish.objects.exists()
    browser.post(_path(cast, "matches/how/"), {"most": "1"})
    assert MatchWish.objects.get().most == 1
