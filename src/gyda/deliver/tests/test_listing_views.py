"""The pages of offers, asks, pictures and gifts, as a browser meets them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from gyda.deliver.actions.picture import add_picture
from gyda.deliver.models import Gift, Listing, Picture
from gyda.deliver.queries import hours
from gyda.deliver.tests.listing_builders import a_category, a_photo, an_ask, an_offer, typed
from gyda.deliver.tests.test_gift import with_hours
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Block, Member
from gyda.people.tests.builders import Cast, who


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None:
        client.force_login(member.person)
    return client


def at(cast: Cast, path: str, language: str = "en") -> str:
    return f"/{language}/hubs/{cast.hub.slug}/{path}"


@pytest.mark.parametrize("path", ["offers/", "asks/", "search/", "offers/new/", "gifts/"])
def test_who_is_signed_out_is_asked_to_sign_in_and_a_stranger_finds_nothing(
    cast: Cast, path: str
) -> None:
    assert browser(None).get(at(cast, path)).status_code == 302
    assert browser(cast.eira).get(at(cast, path)).status_code == 404
    assert browser(cast.bryn).get(at(cast, path)).status_code == 200


def test_a_listing_is_put_up_and_shown(cast: Cast) -> None:
    data = typed(title="Torri gwair", language="cy", times=["1", "32"], access=["1", "4"])
    answer = browser(cast.bryn).post(at(cast, "offers/new/"), data, follow=True)
    listing = Listing.objects.get()
    assert (listing.times, listing.access, listing.kind) == (33, 5, "OFFER")
    assert '<span lang="cy">Torri gwair</span>' in answer.content.decode()
    seen = browser(cast.dafydd).get(at(cast, "offers/")).content.decode()
    assert "Torri gwair" in seen


def test_the_same_form_sent_twice_is_one_listing(cast: Cast) -> None:
    data = typed(form_key=str(uuid7()))
    for _ in range(2):
        assert browser(cast.bryn).post(at(cast, "asks/new/"), data).status_code == 302
    assert Listing.objects.count() == 1


def test_goods_are_stopped_with_the_reason_and_what_was_typed_stays(cast: Cast) -> None:
    data = typed(what="THING", title="Three jars of jam")
    answer = browser(cast.bryn).post(at(cast, "offers/new/"), data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'href="#id_what_0"' in page
    assert "15 June" in page or "June 2000" in page
    assert "Three jars of jam" in page
    assert not Listing.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"title": ""},
        {"where": "PLACE", "place": ""},
        {"category": str(uuid7())},
        {"minutes": "a while"},
        {"access": ["3"]},
        {"by_on_day": "31", "by_on_month": "2", "by_on_year": "2027"},
        {"by_on_day": "1", "by_on_month": "1", "by_on_year": "2020"},
    ],
)
def test_bad_input_keeps_what_was_typed_and_says_what_to_mend(
    cast: Cast, bad: dict[str, Any]
) -> None:
    data = typed(words="All of this took me a while to write", times=["8"]) | bad
    page = browser(cast.bryn).post(at(cast, "asks/new/"), data).content.decode()
    assert "govuk-error-summary" in page
    assert "All of this took me a while to write" in page
    assert 'value="8" checked' in page
    assert not Listing.objects.exists()


def test_slots_that_are_none_are_passed_over(cast: Cast) -> None:
    data = typed(times=["x", "-1", "99999999999999999999", "2", "4194304"])
    browser(cast.bryn).post(at(cast, "asks/new/"), data)
    assert Listing.objects.get().times == 2


def test_a_member_edits_their_own_and_finds_nothing_of_others_to_edit(cast: Cast) -> None:
    mine = an_offer(cast.bryn, minutes=90)
    path = at(cast, f"listings/{mine.id}/edit/")
    assert 'value="1:30"' in browser(cast.bryn).get(path).content.decode()
    browser(cast.bryn).post(path, typed(title="Hedges"))
    mine.refresh_from_db()
    assert mine.title == "Hedges"
    assert browser(cast.carys).get(path).status_code == 404


@pytest.mark.parametrize("step", ["pause", "resume", "renew", "close"])
def test_steps_are_for_the_member_and_need_a_post(cast: Cast, step: str) -> None:
    path = at(cast, f"listings/{an_offer(cast.bryn).id}/{step}/")
    assert browser(cast.bryn).get(path).status_code == 405
    assert browser(cast.dafydd).post(path).status_code == 404
    assert browser(cast.bryn).post(path).status_code == 302


def test_a_connector_may_take_down_but_not_pause(cast: Cast) -> None:
    listing = an_offer(cast.bryn)
    pause, close = (at(cast, f"listings/{listing.id}/{step}/") for step in ("pause", "close"))
    assert browser(cast.carys).post(pause).status_code == 404
    assert browser(cast.carys).post(close).status_code == 302
    listing.refresh_from_db()
    assert listing.state == "CLOSED"


def test_what_is_not_up_is_for_its_member_and_connectors_only(cast: Cast) -> None:
    listing = an_offer(cast.bryn)
    Listing.objects.update(state="PAUSED")
    path = at(cast, f"listings/{listing.id}/")
    seen = {m.name: browser(m).get(path).status_code for m in (cast.bryn, cast.carys, cast.dafydd)}
    assert seen == {"Bryn": 200, "Carys": 200, "Dafydd": 404}


def test_a_block_hides_the_page_and_its_picture(cast: Cast) -> None:
    listing = an_offer(cast.bryn)
    add_picture(who=who(cast.bryn), listing=listing, file=a_photo(), alt="A", language="en")
    Block.objects.create(member=cast.bryn, blocked=cast.dafydd)
    for path in ("", "picture/small/"):
        address = at(cast, f"listings/{listing.id}/{path}")
        assert browser(cast.dafydd).get(address).status_code == 404
        assert browser(cast.alys).get(address).status_code == 200


def test_a_picture_is_added_and_handed_out_privately(cast: Cast) -> None:
    listing = an_offer(cast.bryn)
    upload = SimpleUploadedFile("x.svg", a_photo("PNG").read(), "image/svg+xml")
    data = {"picture": upload, "alt": "A spade", "language": "en"}
    answer = browser(cast.bryn).post(at(cast, f"listings/{listing.id}/picture/"), data)
    assert answer.status_code == 302
    path = at(cast, f"listings/{listing.id}/picture/large/")
    answer = browser(cast.dafydd).get(path)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert "private" in answer["Cache-Control"]
    assert Image.open(io.BytesIO(answer.content)).format == "WEBP"
    assert browser(None).get(path).status_code == 302
    assert browser(cast.eira).get(path).status_code == 404
    assert browser(cast.bryn).get(path.replace("large", "huge")).status_code == 404


def test_a_bad_picture_is_refused_at_its_field_and_its_words_stay(cast: Cast) -> None:
    listing = an_offer(cast.bryn)
    upload = SimpleUploadedFile("x.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    data = {"picture": upload, "alt": "My fine spade", "language": "en"}
    page = browser(cast.bryn).post(at(cast, f"listings/{listing.id}/picture/"), data)
    assert 'href="#id_picture"' in page.content.decode()
    assert "My fine spade" in page.content.decode()
    assert not Picture.objects.exists()


def test_an_empty_search_invites_to_ask(cast: Cast) -> None:
    page = browser(cast.bryn).get(at(cast, "offers/?q=sacsoffon")).content.decode()
    assert at(cast, "asks/new/") in page


def test_a_tampered_filter_does_no_harm(cast: Cast) -> None:
    an_offer(cast.bryn)
    for query in ("category=x", "day=99", "part=-1", "kind=ALL", "after=x~y", "where='"):
        assert browser(cast.bryn).get(at(cast, f"search/?{query}")).status_code == 200


def test_long_lists_are_paged_and_cost_as_many_queries_as_short_ones(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(25):
        listing = an_offer(cast.bryn, title=f"Offer {number}", category=a_category(f"C{number}"))
        Picture.objects.create(listing=listing, alt="x", language="en", width=1, height=1)
    client = browser(cast.dafydd)
    client.get(at(cast, "offers/"))
    with django_assert_max_num_queries(12):
        page = client.get(at(cast, "offers/?q=offer&place=nowhere&day=1")).content.decode()
    assert "Offer 24" in page
    assert "Offer 3<" not in page
    assert 'rel="next"' in page


def test_hours_are_given_by_form_once(cast: Cast) -> None:
    with_hours(cast.bryn)
    found = browser(cast.bryn).get(at(cast, "gifts/give/?q=car")).content.decode()
    path = at(cast, f"gifts/give/{cast.carys.id}/")
    assert path in found
    data = {"minutes": "1,5", "words": "Diolch", "language": "cy", "key": str(uuid7())}
    answers = [browser(cast.bryn).post(path, data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert hours.minutes_of(cast.carys) == 90
    assert Gift.objects.count() == 1


def test_too_big_a_gift_says_so_and_keeps_the_words(cast: Cast) -> None:
    data = {"minutes": "99", "words": "With love", "language": "en", "key": str(uuid7())}
    page = browser(cast.bryn).post(at(cast, "gifts/pot/"), data).content.decode()
    assert "govuk-error-summary" in page
    assert "With love" in page
    assert not Gift.objects.exists()


def test_a_gift_is_seen_by_its_two_ends_only(cast: Cast) -> None:
    with_hours(cast.bryn)
    data = {"minutes": "1", "language": "cy", "key": str(uuid7())}
    browser(cast.bryn).post(at(cast, f"gifts/give/{cast.dafydd.id}/"), data)
    path = at(cast, f"gifts/{Gift.objects.get().id}/")
    seen = [browser(m).get(path).status_code for m in (cast.bryn, cast.dafydd, cast.carys)]
    assert seen == [200, 200, 404]


def test_thanks_are_sent_by_who_received(cast: Cast) -> None:
    with_hours(cast.bryn)
    data = {"minutes": "1", "language": "cy", "key": str(uuid7())}
    browser(cast.bryn).post(at(cast, f"gifts/give/{cast.dafydd.id}/"), data)
    path = at(cast, f"gifts/{Gift.objects.get().id}/")
    browser(cast.dafydd).post(path, {"thanks": "Diolch!", "language": "cy"})
    page = browser(cast.bryn).get(path).content.decode()
    assert '<div class="gyda-words" lang="cy"><p>Diolch!</p></div>' in page


def test_the_pot_is_for_connectors(cast: Cast) -> None:
    for path in ("pot/", f"pot/grant/{cast.dafydd.id}/"):
        assert browser(cast.bryn).get(at(cast, path)).status_code == 404
        assert browser(cast.carys).get(at(cast, path)).status_code == 200
    assert browser(cast.carys).get(at(cast, f"pot/?member={cast.bryn.id}")).status_code == 302


def test_categories_are_looked_after_by_the_steward(cast: Cast) -> None:
    names = {"name_cy": "Gwenyn", "name_en": "Bees"}
    assert browser(cast.carys).post(at(cast, "categories/new/"), names).status_code == 404
    assert browser(cast.alys).post(at(cast, "categories/new/"), names).status_code == 302
    page = browser(cast.alys).post(at(cast, "categories/new/"), names).content.decode()
    assert "govuk-error-summary" in page
    one = browser(cast.bryn).get(at(cast, "categories/", "cy")).content.decode()
    assert "Gwenyn" in one
    assert "Bees" not in one
    half = browser(cast.alys).post(at(cast, "categories/new/"), {"name_cy": "Moch"})
    assert "Moch" in half.content.decode()


def test_the_home_page_shows_asks_near_my_gifts(cast: Cast) -> None:
    an_offer(cast.bryn)
    an_ask(cast.dafydd, title="Help with digging")
    an_ask(cast.dafydd, title="A song", category=a_category("Music"))
    page = browser(cast.bryn).get(at(cast, "")).content.decode()
    assert "Help with digging" in page
    assert "A song" not in page


def test_strangers_see_categories_on_the_home_page_and_no_persons(cast: Cast) -> None:
    an_offer(cast.bryn, title="Digging by Bryn")
    page = browser(None).get(at(cast, "")).content.decode()
    assert "Garden" in page
    assert "Bryn" not in page
