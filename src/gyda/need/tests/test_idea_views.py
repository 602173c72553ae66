"""Ideas as people meet them: by forms, in both languages, signed in or not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import json
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from gyda.need.ideas.models import Idea, IdeaCategory, IdeaPicture, IdeaPolicy, Support
from gyda.need.rulings.models import Ruling
from gyda.need.tests.idea_builders import a_category, a_picture, an_idea, supported
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member


def browser(member: Member | None) -> Client:
    client = Client()
    if member is not None and member.person is not None:
        client.force_login(member.person)
    return client


class Site:
    """The hub's pages in English, for one reader."""

    def __init__(self, cast: Cast, member: Member | None) -> None:
        self.client, self.start = browser(member), f"/en/hubs/{cast.hub.slug}/"

    def reads(self, path: str) -> str:
        response = self.client.get(self.start + path)
        assert response.status_code == 200, (path, response.status_code)
        return response.content.decode()

    def misses(self, path: str) -> bool:
        return self.client.get(self.start + path).status_code == 404

    def sends(self, path: str, **typed: object) -> str:
        response = self.client.post(self.start + path, typed)
        return "" if response.status_code == 302 else response.content.decode()


def typed(**fields: str) -> dict[str, str]:
    words = {"title": "A warm library", "what": "Open it at night", "language": "en"}
    return words | {"key": str(uuid4())} | fields


def test_an_idea_is_shared_and_everyone_reads_it_without_its_authors_name(cast: Cast) -> None:
    a_category(cast)
    bryn, nobody = Site(cast, cast.bryn), Site(cast, None)
    assert bryn.sends("ideas/new/", **typed()) == ""
    idea = Idea.objects.get()
    text = nobody.reads(f"ideas/{idea.id}/")
    assert "A warm library" in text
    assert "Fewer than five supporters" in text
    assert "Bryn" not in text
    assert "Bryn" in bryn.reads(f"ideas/{idea.id}/")
    assert "A warm library" in nobody.reads("ideas/?order=most&state=OPEN")
    assert "There is no such idea yet" in nobody.reads("ideas/?state=AGENDA")


def test_what_is_like_it_is_offered_once_and_never_blocks(cast: Cast) -> None:
    an_idea(cast.dafydd, "A warm library")
    bryn, words = Site(cast, cast.bryn), typed()
    offered = bryn.sends("ideas/new/", **words)
    assert "Does one of these say the same?" in offered
    assert 'name="seen" value="1"' in offered
    assert Idea.objects.count() == 1
    assert bryn.sends("ideas/new/", **words, seen="1") == ""
    assert Idea.objects.count() == 2


@pytest.mark.parametrize(
    ("title", "language", "instead"),
    [("Lunch for the elderly", "en", "older people"), ("Cinio i'r henoed", "cy", "pobl hŷn")],
)
def test_gentler_words_are_offered_for_people_and_never_block(
    cast: Cast, title: str, language: str, instead: str
) -> None:
    bryn, words = Site(cast, cast.bryn), typed(title=title, language=language)
    assert instead in bryn.sends("ideas/new/", **words)
    assert bryn.sends("ideas/new/", **words, seen="1") == ""
    assert Idea.objects.get().title == title


def test_what_is_missing_is_said_and_what_was_typed_stays(cast: Cast) -> None:
    text = Site(cast, cast.bryn).sends("ideas/new/", **typed(what=""))
    assert "Fill in: What would you change" in text
    assert "A warm library" in text


def test_support_and_points_by_pressing_buttons(cast: Cast) -> None:
    idea, site = an_idea(cast.bryn), Site(cast, cast.dafydd)
    site.sends(f"ideas/{idea.id}/support/")
    assert "You support this idea." in site.reads(f"ideas/{idea.id}/")
    site.sends(f"ideas/{idea.id}/support-no-more/")
    assert Support.objects.count() == 1
    said = {"side": "AGAINST", "text": "It floods there", "language": "en"}
    assert site.sends(f"ideas/{idea.id}/point/", **said) == ""
    text = Site(cast, None).reads(f"ideas/{idea.id}/")
    assert text.index("Against") < text.index("It floods there")


def test_a_picture_is_made_anew_and_anyone_sees_it_until_it_is_gone(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    idea, bryn, nobody = an_idea(cast.bryn), Site(cast, cast.bryn), Site(cast, None)
    sent = {"picture": a_picture(), "alt": "A bench", "language": "en"}
    assert bryn.sends(f"ideas/{idea.id}/picture/", **sent) == ""
    picture = IdeaPicture.objects.get()
    path = f"/en/hubs/{cast.hub.slug}/ideas/{idea.id}/picture/small.webp"
    assert nobody.client.get(path)["Content-Type"] == "image/webp"
    assert 'alt="A bench"' in nobody.reads(f"ideas/{idea.id}/")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        bryn.sends(f"ideas/{idea.id}/picture/remove/")
    assert not default_storage.exists(picture.file("small"))
    assert nobody.client.get(path).status_code == 404


def test_connectors_type_lists_join_and_take_down_and_the_author_appeals(cast: Cast) -> None:
    idea, other = an_idea(cast.bryn), an_idea(cast.dafydd, "Benches by the bridge")
    a_member(cast.hub, "Huw Ellis")
    carys, bryn, alys = (Site(cast, one) for one in (cast.carys, cast.bryn, cast.alys))
    assert bryn.misses(f"ideas/{idea.id}/paper/")
    doubtful = carys.sends(f"ideas/{idea.id}/paper/", lines="Huw Ellis, SA10 8PB")
    assert "Nothing is counted yet" in doubtful
    assert carys.sends(f"ideas/{idea.id}/paper/", lines="Eira Wyn, SA10 8PB") == ""
    assert "These say nearly the same" in carys.reads(f"ideas/{other.id}/merge/")
    assert carys.sends(f"ideas/{other.id}/merge/", into=idea.id) == ""
    assert "Joined with another idea" in Site(cast, None).reads(f"ideas/{other.id}/")
    said = {"words": "Enw", "language": "cy"}
    assert carys.sends(f"ideas/{idea.id}/take-down/", ground="PERSON", **said) == ""
    ruling = Ruling.objects.get()
    gone = Site(cast, None).reads(f"ideas/{idea.id}/")
    assert "Enw" in gone  # the reason stands in public
    assert "A bench by the bridge" not in gone
    assert Site(cast, cast.dafydd).misses(f"ideas/taken-down/{ruling.id}/")
    assert bryn.sends(f"ideas/taken-down/{ruling.id}/appeal/", **said) == ""
    assert "An appeal waits" in carys.reads("ideas/taken-down/")
    assert alys.sends(f"ideas/taken-down/{ruling.id}/decide/", stands="no", **said) == ""
    assert "A bench by the bridge" in Site(cast, None).reads(f"ideas/{idea.id}/")


def test_stewards_keep_rules_and_categories(cast: Cast) -> None:
    alys = Site(cast, cast.alys)
    assert alys.sends("ideas/rules/", top="3", least="2") == ""
    assert IdeaPolicy.objects.get().top == 3
    names = {"name_cy": "Ffyrdd", "name_en": "Roads"}
    assert alys.sends("ideas/categories/new/", **names) == ""
    assert "There is a category of this name" in alys.sends("ideas/categories/new/", **names)
    category = IdeaCategory.objects.get()
    assert alys.sends(f"ideas/categories/{category.id}/", **names, retired="on") == ""
    assert "There are no categories yet" in alys.reads("ideas/rules/")
    assert Site(cast, cast.carys).misses("ideas/rules/")


def test_the_files_hold_every_idea_and_hide_small_counts(cast: Cast) -> None:
    an_idea(cast.bryn, "Few")
    supported(cast, an_idea(cast.bryn, "Many"), 5)
    nobody = Site(cast, None)
    text = nobody.reads("ideas/file.csv").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["title"], row["supports"]) for row in rows] == [("Few", ""), ("Many", "6")]
    data = json.loads(nobody.reads("ideas/data.json"))["ideas"]
    assert data[0]["supports"] is None
    assert "Bryn" not in json.dumps(data)


def test_the_agenda_is_there_before_the_first_month_ends(cast: Cast) -> None:
    assert "No month has ended yet" in Site(cast, None).reads("ideas/agenda/")
