"""The front page, a hub's home, pages of plain words, and pages about what went wrong."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils.translation import override

from gyda.people.models.hub import Joining
from gyda.people.tests.builders import Cast, a_hub
from gyda.site import cards as site_cards
from gyda.site.errors import LAST_WORDS, server_error
from gyda.site.urls import PAGES
from gyda.web.cards import Card


def html_of(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_front_page_shows_the_hubs(client: Client, db: None) -> None:
    a_hub("cwm", name_cy="Y Cwm", name_en="The Valley", place_en="Upper end", place_cy="Pen ucha")
    html = html_of(client, "/en/")
    assert "The Valley" in html
    assert "Upper end" in html
    assert "Y Cwm" not in html


def test_an_install_without_hubs_says_so(client: Client, db: None) -> None:
    assert "There is no hub here yet" in html_of(client, "/en/")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_pages_of_plain_words_are_there_for_all(
    client: Client, db: None, name: str, lang: str
) -> None:
    response = client.get(f"/{lang}/{name}")
    assert response.status_code == 200
    assert b"<h1" in response.content


@override_settings(CONTACT="helo@example.org", SOURCE="https://example.org/gyda")
def test_whoever_runs_the_site_can_be_reached(client: Client, db: None) -> None:
    assert 'href="mailto:helo@example.org"' in html_of(client, "/en/help")
    assert 'href="https://example.org/gyda"' in html_of(client, "/en/source")


@pytest.mark.parametrize(
    ("joining", "says"),
    [
        (Joining.OPEN, "Anyone may join."),
        (Joining.APPROVE, "Anyone may ask to join"),
        (Joining.INVITE, "joined by invitation"),
    ],
)
def test_a_hub_says_how_it_is_joined(client: Client, db: None, joining: str, says: str) -> None:
    hub = a_hub("cwm", joining=joining, about_en="We dig.", about_cy="Rydym yn palu.")
    html = html_of(client, hub.get_absolute_url().replace("/cy/", "/en/"))
    assert says in html
    assert "We dig." in html


CARDS = (
    Card("web/empty.html", lambda request: {"text": "for all"}, for_role="anyone", order=2),
    Card("web/empty.html", lambda request: {"text": "for members"}, order=1),
    Card("web/empty.html", lambda request: {"text": "at the desk"}, for_role="connector"),
    Card("web/empty.html", lambda request: None, for_role="anyone"),
)


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_cards, "cards", lambda: CARDS)


def cards_seen(client: Client, cast: Cast) -> int:
    html = html_of(client, f"/en/hubs/{cast.hub.slug}/")
    return sum(words in html for words in ("for all", "for members", "at the desk"))


def test_each_sees_the_cards_of_their_role(rooms: None, client: Client, cast: Cast) -> None:
    assert cards_seen(client, cast) == 1
    client.force_login(cast.bryn.person)
    assert cards_seen(client, cast) == 2
    client.force_login(cast.carys.person)
    assert cards_seen(client, cast) == 3
    client.force_login(cast.eira.person)
    assert cards_seen(client, cast) == 1


def test_a_member_is_welcomed_by_name(client: Client, cast: Cast) -> None:
    client.force_login(cast.bryn.person)
    assert "Welcome, Bryn" in html_of(client, f"/en/hubs/{cast.hub.slug}/")
    assert "Welcome" not in html_of(client, f"/en/hubs/{cast.other_hub.slug}/")


def test_health_says_that_all_is_well(client: Client, db: None) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "migrations": "applied"}


def test_health_says_that_migrations_are_missing(client: Client, db: None) -> None:
    MigrationRecorder(connection).record_unapplied("journal", "0001_initial")
    response = client.get("/health")
    assert response.status_code == 503
    assert response.json()["migrations"] == "missing"


@pytest.mark.parametrize(
    ("lang", "says"), [("cy", "Does dim byd yma"), ("en", "There is nothing here")]
)
def test_a_missing_page_keeps_the_face(client: Client, db: None, lang: str, says: str) -> None:
    response = client.get(f"/{lang}/nowhere?x=1")
    assert response.status_code == 404
    assert says in response.content.decode()
    assert f'href="/{"en" if lang == "cy" else "cy"}/nowhere?x=1"' in response.content.decode()


def test_a_form_that_was_open_too_long_says_what_to_do(db: None, cast: Cast) -> None:
    response = Client(enforce_csrf_checks=True).post("/en/styleguide", {"title": "x"})
    assert response.status_code == 403
    assert "open for too long" in response.content.decode()


def test_loading_the_address_of_a_form_again_says_what_it_is(client: Client, db: None) -> None:
    response = client.post("/cy/help")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert "Dim ond ffurflenni" in response.content.decode()


@pytest.mark.parametrize(
    ("lang", "says"), [("cy", "Mae rhywbeth wedi torri"), ("en", "Something broke on our side")]
)
def test_a_broken_page_needs_no_database(lang: str, says: str) -> None:
    with override(lang):
        response = server_error(RequestFactory().get(f"/{lang}/hubs/cwm/"))
    assert response.status_code == 500
    assert says in response.content.decode()


def test_even_a_page_about_errors_that_breaks_says_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*args: Any) -> str:
        raise OSError

    monkeypatch.setattr("gyda.site.errors.render_to_string", breaks)
    response = server_error(RequestFactory().get("/en/"))
    assert response.content.decode() == LAST_WORDS


def test_too_often_keeps_the_face(client: Client, db: None) -> None:
    with override("en"):
        html = render_to_string("429.html", {}, RequestFactory().get("/en/"))
    assert "Wait a few minutes" in html
