"""The demo opens only where it should, and nothing in it could be real."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from gyda.people.tests.builders import a_hub, a_member
from gyda.site.demo import doors, who_can_sign_in
from gyda.site.demo.doors import doors as all_doors
from gyda.site.demo.pictures import DRAWINGS, draw
from gyda.site.demo.story import Story, stories

HERE = "/en/demo/"


@pytest.fixture
def demo(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    monkeypatch.setattr(doors, "CARDS", tmp_path / "cards.json")


@pytest.fixture
def beti(db: None, demo: None) -> None:
    a_member(a_hub("cwm-tresglen"), "Beti Rhedynfa")


def test_there_is_no_demo_page_where_there_is_no_demo(client: Client, db: None) -> None:
    assert client.get(HERE).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_nobody_from_elsewhere_walks_in(
    client: Client, beti: None, headers: dict[str, str]
) -> None:
    assert client.get(HERE, **headers).status_code == 404
    data = {"who": "cwm-tresglen/beti"}
    assert client.post(HERE, data, **headers).status_code == 404


def test_a_site_that_is_reached_by_another_name_has_no_open_doors(
    client: Client, beti: None, settings: Settings
) -> None:
    settings.ORIGIN = "https://demo.example.org"  # behind a proxy that says nothing of itself
    assert client.get(HERE).status_code == 404


def test_the_page_lists_whom_one_can_be(client: Client, beti: None) -> None:
    assert "Beti Rhedynfa" in client.get(HERE).text


def test_a_button_signs_in(client: Client, beti: None) -> None:
    response = client.post(HERE, {"who": "cwm-tresglen/beti"})
    assert response["Location"] == "/en/hubs/cwm-tresglen/"
    assert "_auth_user_id" in client.session


def test_nobody_else_can_be_chosen(client: Client, beti: None) -> None:
    assert client.post(HERE, {"who": "cwm-tresglen/idwal"}).status_code == 404


def test_without_a_demo_nobody_is_offered(db: None) -> None:
    a_member(a_hub("cwm-tresglen"), "Beti Rhedynfa")
    assert who_can_sign_in() == []


def test_an_empty_demo_offers_nobody(db: None, demo: None) -> None:
    assert who_can_sign_in() == []


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.hub.slug)
def test_a_story_speaks_only_of_people_it_has(story: Story) -> None:
    known = {person.key for person in story.people}
    assert {key for row in story.deeds for key in (row.giver, row.receiver)} <= known
    assert {key for row in story.open for key in (row.giver, row.receiver, row.by)} <= known
    assert {row.by for row in story.listings} <= known
    assert {key for row in story.activities for key in (*row.gives, *row.takes)} <= known
    assert {key for row in story.consents for key in (row.principal, row.supporter)} <= known


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.hub.slug)
def test_pictures_are_drawn_and_described(story: Story) -> None:
    shown = [row for row in story.listings if row.picture]
    assert all(row.alt and row.picture in DRAWINGS for row in shown)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_a_png(name: str) -> None:
    assert draw(name).startswith(b"\x89PNG")


def test_every_door_leads_to_someone() -> None:
    people = {(s.hub.slug, p.key) for s in stories() for p in s.people}
    assert {(door.hub, door.person) for door in all_doors()} <= people


def test_no_address_or_number_of_a_real_person_is_in_the_data() -> None:
    for file in doors.DATA.rglob("*.toml"):
        assert not re.search(r"@|\+?\d{5,}", file.read_text(encoding="utf-8")), file
