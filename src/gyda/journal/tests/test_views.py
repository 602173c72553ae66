"""The pages of the journal: who sees what, and what looking leaves behind."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from gyda.journal import sentences
from gyda.journal.actions import record, seal
from gyda.journal.models import Entry, Notice
from gyda.keys.context import in_hub
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_sentences", dict(sentences._sentences))
    sentences.register({"test.sang": "%(actor)s sang", "test.wept": "%(actor)s wept"})


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def page(client: Client, cast: Cast, rest: str = "", **query: Any) -> str:
    answer = client.get(f"/en/hubs/{cast.hub.slug}/journal/{rest}", query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_my_record_shows_what_i_did_and_what_was_done_for_me(cast: Cast) -> None:
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn)
    record(by=who(cast.carys, cast.bryn), verb="test.wept", about=cast.bryn)
    record(by=who(cast.alys), verb="test.sang", about=cast.alys)
    mine = page(signed_in(cast.bryn), cast, "mine/")
    assert "Bryn sang" in mine
    assert "Carys, for Bryn wept" in mine
    assert "Alys" not in mine


def test_a_principal_is_told_what_was_done_for_them(cast: Cast) -> None:
    record(by=who(cast.carys, cast.bryn), verb="test.sang", about=cast.bryn)
    assert "Carys, for Bryn sang" in page(signed_in(cast.bryn), cast, "notices/")
    assert "Carys" not in page(signed_in(cast.alys), cast, "notices/").split("</h1>")[1]


def test_who_is_concerned_gets_a_notice_once_and_the_doer_none(cast: Cast) -> None:
    concerned = [cast.carys, cast.carys.id, cast.bryn]
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn, concerns=concerned)
    assert list(Notice.objects.values_list("member", flat=True)) == [cast.carys.id]


def test_notices_are_new_until_seen(cast: Cast) -> None:
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn, concerns=[cast.carys])
    client = signed_in(cast.carys)
    assert 'data-state="NEW"' in page(client, cast, "notices/")
    client.post(f"/en/hubs/{cast.hub.slug}/journal/notices/seen/")
    assert 'data-state="NEW"' not in page(client, cast, "notices/")
    assert "Bryn sang" in page(client, cast, "notices/")


def test_anyone_sees_public_entries_only_and_the_latest_seal(cast: Cast) -> None:
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn, public=True)
    record(by=who(cast.bryn), verb="test.wept", about=cast.bryn)
    [made] = seal(hub_id=cast.hub.id)
    seen = page(Client(), cast)
    assert "sang" in seen
    assert "wept" not in seen
    assert "Bryn" not in seen
    assert made.own_hash in seen


def test_a_hubs_home_shows_what_is_new_for_me_and_what_goes_on(cast: Cast) -> None:
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn, concerns=[cast.carys])
    record(by=who(cast.bryn), verb="test.wept", about=cast.bryn, public=True)
    mine = signed_in(cast.carys).get(f"/en/hubs/{cast.hub.slug}/").content.decode()
    assert "Bryn sang" in mine
    assert "A member wept" in mine
    anyones = Client().get(f"/en/hubs/{cast.hub.slug}/").content.decode()
    assert "sang" not in anyones
    assert "A member wept" in anyones


def test_the_feed_is_atom_in_the_language_of_its_address(cast: Cast) -> None:
    entry = record(by=who(cast.bryn), verb="test.sang", about=cast.bryn, public=True)
    record(by=who(cast.bryn), verb="test.wept", about=cast.bryn)
    answer = Client().get(f"/cy/hubs/{cast.hub.slug}/journal/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    [only] = feed.findall(f"{ATOM}entry")
    assert only.findtext(f"{ATOM}title") == "Aelod sang"
    assert only.findtext(f"{ATOM}id") == f"urn:uuid:{entry.id}"
    assert cast.hub.name_cy in str(feed.findtext(f"{ATOM}title"))


def test_the_audit_is_for_stewards(cast: Cast) -> None:
    path = f"/en/hubs/{cast.hub.slug}/journal/audit/"
    assert signed_in(cast.carys).get(path).status_code == 404
    assert signed_in(cast.eira).get(path).status_code == 404
    assert signed_in(cast.alys).get(path).status_code == 200


def test_a_steward_finds_entries_by_name_verb_and_day(cast: Cast) -> None:
    client = signed_in(cast.alys)
    record(by=who(cast.bryn), verb="test.sang", about=cast.bryn)
    record(by=who(cast.carys), verb="test.wept", about=cast.carys)
    assert "Bryn sang" in page(client, cast, "audit/")
    by_name = page(client, cast, "audit/", name="bry", verb="")
    assert "Bryn sang" in by_name
    assert "Carys wept" not in by_name
    by_verb = page(client, cast, "audit/", verb="test.wept")
    assert "Carys wept" in by_verb
    assert "Bryn sang" not in by_verb
    assert "Bryn sang" in page(client, cast, "audit/", verb="", **boxes(timezone.localdate()))
    other_day = boxes(timezone.localdate() - datetime.timedelta(days=1))
    assert "Nothing on record fits" in page(client, cast, "audit/", verb="", **other_day)


def boxes(day: datetime.date) -> dict[str, int]:
    return {"day_day": day.day, "day_month": day.month, "day_year": day.year}


def test_an_unknown_name_is_told_and_kept(cast: Cast) -> None:
    seen = page(signed_in(cast.alys), cast, "audit/", name="Zebedeus", verb="")
    assert "Nobody in this hub has a name that begins like this" in seen
    assert 'value="Zebedeus"' in seen


def test_looking_is_itself_on_record(cast: Cast) -> None:
    page(signed_in(cast.alys), cast, "audit/", name="Bryn", verb="")
    look = Entry.objects.get(verb="journal.audited")
    assert look.actor == cast.alys
    assert look.data["members"] == [str(cast.bryn.id)]
    assert "Alys looked through the record" in page(signed_in(cast.alys), cast, "audit/")


def test_pages_show_nothing_of_another_hub(cast: Cast) -> None:
    with in_hub(cast.other_hub.id):
        record(by=who(cast.eira), verb="test.sang", about=cast.eira, public=True)
    assert "sang" not in page(Client(), cast)
    assert "Eira" not in page(signed_in(cast.alys), cast, "audit/")


def test_every_page_costs_a_fixed_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast.alys)
    for _ in range(45):
        record(
            by=who(cast.bryn),
            verb="test.sang",
            about=cast.bryn,
            public=True,
            concerns=[cast.alys, cast.carys],
        )
    for path in ("", "mine/", "notices/", "audit/", "feed.atom"):
        with django_assert_max_num_queries(12):
            page(client, cast, path)
