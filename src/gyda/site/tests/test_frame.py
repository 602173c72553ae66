"""What stands around every page: languages, menu, who is acted for, titles."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.messages import constants
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.translation import gettext_lazy, override

from gyda.people.tests.builders import Cast, who
from gyda.site import collect
from gyda.site.context import Part, _paths, here_of, parts_of
from gyda.web.links import in_language
from gyda.web.nav import Item


def html_of(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def title_of(html: str) -> str:
    return re.findall(r"<title>(.*?)</title>", html)[0]


def test_the_language_switch_keeps_the_page_and_the_query(client: Client, cast: Cast) -> None:
    html = html_of(client, f"/cy/hubs/{cast.hub.slug}/?q=t%C5%B7&after=1~2")
    switch = re.findall(r'<a class="gyda-language" href="([^"]+)" hreflang="en" lang="en"', html)
    assert switch == [f"/en/hubs/{cast.hub.slug}/?q=t%C5%B7&amp;after=1~2"]


def test_the_switch_from_a_page_of_no_language_leads_to_the_front() -> None:
    assert in_language("/health", "cy") == "/cy/"
    assert in_language("/", "en") == "/en/"
    assert in_language("/enough/", "cy") == "/cy/"


def test_both_languages_are_named_in_the_head(client: Client, db: None) -> None:
    html = html_of(client, "/en/help")
    for lang in ("cy", "en"):
        assert f'<link rel="alternate" hreflang="{lang}" href="/{lang}/help">' in html


@pytest.mark.parametrize(("lang", "home"), [("cy", "Hwb"), ("en", "Hub")])
def test_a_title_names_the_page_the_hub_and_gyda(
    client: Client, cast: Cast, lang: str, home: str
) -> None:
    assert title_of(html_of(client, f"/{lang}/hubs/{cast.hub.slug}/")).endswith(" – Gyda")
    missing = title_of(html_of(client, f"/{lang}/hubs/{cast.hub.slug}/nowhere"))
    assert " – Gyda" in missing
    assert f'<html lang="{lang}"' in html_of(client, f"/{lang}/")
    assert home in title_of(html_of(client, f"/{lang}/hubs/{cast.hub.slug}/"))


@pytest.mark.parametrize(("lang", "word"), [("cy", "Gwall:"), ("en", "Error:")])
def test_a_page_with_errors_says_so_in_its_title(lang: str, word: str) -> None:
    class Wrong:
        errors = True

    with override(lang):
        html = render_to_string("web/base.html", {"form": Wrong(), "LANG": lang})
        assert title_of(html).startswith(word)
        assert not title_of(render_to_string("web/base.html", {})).startswith(word)


ITEMS = (
    Item(gettext_lazy("Help"), "hub:home", for_role="anyone", order=1),
    Item("Desk", "journal:timeline", for_role="connector", order=2),
)


def a_request(cast: Cast, path: str, member: Any = None) -> Any:
    request: Any = RequestFactory().get(path)
    request.hub, request.who = cast.hub, who(member) if member else None
    return request


def entries(cast: Cast, path: str, member: Any = None) -> list[Any]:
    return [entry for part in parts(cast, path, member) for entry in part.entries]


def parts(cast: Cast, path: str, member: Any = None) -> list[Part]:
    return parts_of(here_of(a_request(cast, path, member), cast.hub.slug))


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    _paths.cache_clear()
    monkeypatch.setattr("gyda.site.context.items", lambda: ITEMS)
    monkeypatch.setattr(
        "gyda.site.context.hub_path",
        lambda slug, name: "/en/hub/" if name == "hub:home" else "/en/hub/desk/",
    )
    yield
    _paths.cache_clear()


def test_each_sees_the_entries_of_their_role(rooms: None, cast: Cast) -> None:
    assert len(entries(cast, "/en/hub/")) == 1
    assert len(entries(cast, "/en/hub/", cast.bryn)) == 1
    assert len(entries(cast, "/en/hub/", cast.carys)) == 2
    assert len(entries(cast, "/en/hub/", cast.alys)) == 2


def test_the_menu_has_the_stages_then_the_hub_then_ones_own_then_what_a_role_does() -> None:
    item = Item("x", "hub:home")
    assert item.group == "hub"
    assert replace(item, name="need:ideas").group == "need"
    assert replace(item, order=90).group == "mine"
    assert replace(item, for_role="connector", order=10).group == "desk"
    assert replace(item, for_role="steward", name="need:rules").group == "rules"


def test_the_part_of_the_menu_one_is_in_is_marked(rooms: None, cast: Cast) -> None:
    found = parts(cast, "/en/hub/desk/today/", cast.carys)
    assert [part.is_here for part in found] == [False, True]


def test_the_page_one_is_on_is_marked_and_so_is_the_part_around_it(rooms: None, cast: Cast) -> None:
    here = entries(cast, "/en/hub/desk/", cast.carys)
    assert [e.is_here for e in here] == [False, True]
    around = entries(cast, "/en/hub/desk/today/", cast.carys)
    assert [(e.is_here, e.is_around) for e in around] == [(False, False), (False, True)]


def test_every_declared_entry_leads_somewhere(cast: Cast) -> None:
    for item in collect.items():
        assert reverse(item.name, args=[cast.hub.slug]).startswith("/")


def test_who_is_acted_for_stands_on_every_page(cast: Cast) -> None:
    request = a_request(cast, "/en/")
    request.who = who(cast.carys, cast.bryn)
    with override("en"):
        html = render_to_string("web/acting.html", {"request": request})
    assert "You are acting for: <strong>Bryn</strong>" in html
    assert "Stop acting" in html
    assert 'method="post"' in html


def test_no_banner_where_nobody_is_acted_for(cast: Cast) -> None:
    html = render_to_string("web/acting.html", {"request": a_request(cast, "/en/", cast.bryn)})
    assert not html.strip()


@pytest.mark.parametrize(
    ("level", "word"), [("success", "Done"), ("error", "Note well"), ("info", "Good to know")]
)
def test_a_message_says_what_kind_it_is(level: str, word: str) -> None:
    message = {"level_tag": level, "level": constants.DEFAULT_LEVELS[level.upper()]}
    with override("en"):
        assert word in render_to_string("web/messages.html", {"messages": [message]})
