"""Gifts and stories: found in conversation, shown by consent, gone when it is taken back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import an_initiative
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.need.gifts import errors
from gyda.need.gifts.actions.assets import (
    Found,
    agree,
    change_asset,
    decline,
    note_asset,
    take_away,
)
from gyda.need.gifts.actions.stories import Telling, change_story, hush, take_back, tell_story
from gyda.need.gifts.models import Asset, Story
from gyda.need.gifts.queries import by_place, gifts
from gyda.people.actions.erasing import erase
from gyda.people.actions.leaving import leave
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

WORDS = "Canodd hi yn y capel"


def found(**fields: Any) -> Found:
    wanted = {
        "kind": "PLACE",
        "title": "A piano",
        "language": "en",
        "holder": "NOBODY",
        "found_on": datetime.date(2026, 3, 1),
        "place": "Pentre Isaf",
        "audience": "PUBLIC",
    }
    return Found(**(wanted | fields))


def their_gift(cast: Cast, **fields: Any) -> Asset:
    """Carys found out from Bryn that he tunes pianos."""
    theirs = {"kind": "PERSON", "holder": "THEM", "member": cast.bryn, "title": "Tunes pianos"}
    return note_asset(who=who(cast.carys), found=found(**(theirs | fields)))


def a_story(member: Member, **fields: Any) -> Story:
    wanted = {"title": "Y canu", "strength": "Fy chwaer", "language": "cy", "words": WORDS}
    return tell_story(who=who(member), telling=Telling(**(wanted | fields)))


def page(cast: Cast, address: str, member: Member | None = None, status: int = 200) -> str:
    client = Client()
    if member:
        client.force_login(member.person)
    answer = client.get(f"/en/hubs/{cast.hub.slug}/{address}")
    assert answer.status_code == status
    return answer.content.decode()


def test_a_place_has_gifts_of_six_kinds_and_a_table_says_where(cast: Cast) -> None:
    for kind in ("ASSOCIATION", "INSTITUTION", "PLACE", "EXCHANGE", "CULTURE"):
        note_asset(who=who(cast.bryn), found=found(kind=kind, place="Pentre Isâf"))
    note_asset(who=who(cast.bryn), found=found(kind="PERSON", holder="ME", place="Pentre isaf"))
    (row,) = by_place(who(cast.alys))
    assert row.counts == [1, 1, 1, 1, 1, 1]
    assert "Pentre" in page(cast, "assets/")
    assert gifts(None, kind="CULTURE", place="PENTRE ISAF").count() == 1


def test_someones_own_gift_is_shown_when_they_have_said_yes(cast: Cast) -> None:
    asset = their_gift(cast)
    assert Letter.objects.filter(kind="asset_asked", member=cast.bryn).exists()
    assert "Tunes pianos" not in page(cast, "assets/", cast.alys)
    page(cast, f"assets/{asset.id}/", cast.alys, 404)
    page(cast, f"assets/{asset.id}/", cast.bryn)
    agree(who=who(cast.bryn), asset_id=asset.id)
    assert "talking with Bryn" in page(cast, f"assets/{asset.id}/", cast.alys)
    public = page(cast, f"assets/{asset.id}/")
    assert "Tunes pianos" in public
    assert "Bryn" not in public


def test_a_no_takes_the_gift_away_at_any_time(cast: Cast) -> None:
    asset = their_gift(cast)
    agree(who=who(cast.bryn), asset_id=asset.id)
    with pytest.raises(errors.NotYours):
        decline(who=who(cast.carys), asset_id=asset.id)
    decline(who=who(cast.bryn), asset_id=asset.id)
    asset.refresh_from_db()
    assert (asset.title, asset.member_id) == ("", None)
    page(cast, f"assets/{asset.id}/", cast.carys, 404)


def test_of_what_belongs_to_no_one_only_the_name_waits_for_a_yes(cast: Cast) -> None:
    asset = note_asset(who=who(cast.carys), found=found(member=cast.bryn))
    shown = page(cast, f"assets/{asset.id}/", cast.alys)
    assert "A piano" in shown
    assert "Bryn" not in shown
    decline(who=who(cast.bryn), asset_id=asset.id)
    assert "A piano" in page(cast, "assets/")


def test_a_change_asks_for_the_yes_again(cast: Cast) -> None:
    asset = their_gift(cast)
    agree(who=who(cast.bryn), asset_id=asset.id)
    again = found(kind="PERSON", holder="THEM", member=cast.bryn, title="Tunes and repairs")
    change_asset(who=who(cast.carys), asset_id=asset.id, found=again)
    assert "Tunes" not in page(cast, "assets/", cast.alys)


def test_a_persons_gift_is_someones_and_the_database_says_so(cast: Cast) -> None:
    for wrong, error in (
        ({"kind": "PERSON"}, errors.WhoseGift),
        ({"holder": "THEM"}, errors.WithWhom),
        ({"holder": "THEM", "member": cast.carys}, errors.NotYourself),
    ):
        with pytest.raises(error):
            note_asset(who=who(cast.carys), found=found(**wrong))
    asset = note_asset(who=who(cast.carys), found=found())
    with pytest.raises(IntegrityError), transaction.atomic():
        Asset.objects.filter(id=asset.id).update(kind="PERSON")


def test_who_wrote_it_down_or_a_connector_takes_it_off_the_list(cast: Cast) -> None:
    asset = note_asset(who=who(cast.bryn), found=found())
    with pytest.raises(errors.NotYours):
        take_away(who=who(cast.dafydd), asset_id=asset.id)
    take_away(who=who(cast.carys), asset_id=asset.id)
    assert "A piano" not in page(cast, "assets/", cast.bryn)


def test_an_initiative_starts_from_its_gifts_and_stories(cast: Cast) -> None:
    initiative: Initiative = an_initiative(cast.bryn)
    note_asset(who=who(cast.bryn), found=found(initiative=initiative))
    a_story(cast.bryn, scope="PUBLIC", initiative=initiative)
    shown = page(cast, f"initiatives/{initiative.id}/start/")
    assert shown.index("A piano") < shown.index("Y canu")
    assert "What we have to start from" in page(cast, f"initiatives/{initiative.id}/")
    assert Entry.objects.get(verb="asset.noted").public


def test_no_story_is_read_beyond_its_consent(cast: Cast) -> None:
    own = a_story(cast.bryn)
    page(cast, f"stories/{own.id}/", cast.alys, 404)
    assert WORDS in page(cast, f"stories/{own.id}/", cast.bryn)
    telling = Telling(title="Y canu", strength="Fy chwaer", language="cy", words=WORDS, scope="HUB")
    change_story(who=who(cast.bryn), story_id=own.id, telling=telling)
    assert "Bryn" not in page(cast, f"stories/{own.id}/", cast.alys)
    page(cast, f"stories/{own.id}/", None, 404)
    with pytest.raises(errors.NotYours):
        change_story(who=who(cast.alys), story_id=own.id, telling=telling)


def test_a_story_that_was_taken_back_leaves_no_word(cast: Cast) -> None:
    story = a_story(cast.bryn, scope="PUBLIC", named=True)
    assert "Bryn" in page(cast, f"stories/{story.id}/")
    take_back(who=who(cast.bryn), story_id=story.id)
    page(cast, f"stories/{story.id}/", cast.bryn, 404)
    shown = page(cast, "stories/")
    assert "1 story was taken back" in shown
    assert "Y canu" not in shown
    story.refresh_from_db()
    assert (story.words, story.member_id) == ("", None)


def test_a_connector_has_a_story_read_by_its_teller_alone_who_is_told(cast: Cast) -> None:
    story = a_story(cast.bryn, scope="PUBLIC")
    with pytest.raises(errors.NotYours):
        hush(who=who(cast.dafydd), story_id=story.id)
    hush(who=who(cast.carys), story_id=story.id)
    page(cast, f"stories/{story.id}/", cast.alys, 404)
    assert Letter.objects.filter(kind="story_hushed", member=cast.bryn).exists()


def test_who_leaves_or_is_erased_takes_gifts_and_stories_along(cast: Cast) -> None:
    gone = their_gift(cast)
    agree(who=who(cast.bryn), asset_id=gone.id)
    note_asset(who=who(cast.bryn), found=found(kind="PERSON", holder="ME", title="Bread"))
    story = a_story(cast.bryn, scope="PUBLIC")
    leave(who=who(cast.bryn), member=cast.bryn)
    assert not Asset.objects.there().exists()
    story.refresh_from_db()
    assert (story.scope, story.words) == ("PRIVATE", WORDS)
    other = a_story(cast.dafydd)
    erase(who=who(cast.dafydd))
    other.refresh_from_db()
    assert other.words == ""


def test_gentler_words_are_offered_once_and_never_block(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bryn.person)
    at = f"/en/hubs/{cast.hub.slug}/assets/new/"
    today = timezone.localdate()
    typed = {
        "title": "Lunch for the elderly", "kind": "EXCHANGE", "holder": "NOBODY", "language": "en",
        "audience": "HUB", "found_on_day": today.day, "found_on_month": today.month,
        "found_on_year": today.year, "key": "0198f6a0-0000-7000-8000-000000000001",
    }  # fmt: skip
    offered = client.post(at, typed).content.decode()
    assert "older people" in offered
    assert 'name="seen" value="1"' in offered
    assert client.post(at, typed | {"seen": "1"}).status_code == 302
    assert Asset.objects.get().title == "Lunch for the elderly"


def test_in_every_form_the_strength_comes_first(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bryn.person)
    story = client.get(f"/en/hubs/{cast.hub.slug}/stories/new/").content.decode()
    assert story.index('name="strength"') < story.index('name="title"') < story.index('"words"')
    gift = client.get(f"/en/hubs/{cast.hub.slug}/assets/new/").content.decode()
    assert gift.index("What is there that is good?") < gift.index("What kind of gift is it?")
