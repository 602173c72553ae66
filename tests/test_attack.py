"""What a hostile hand sends: the answer is a page, a form or nothing, never a fall."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import stat
import tarfile
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from gyda.deliver.actions import hours, thanks
from gyda.deliver.actions.gift import Present, give_to_neighbour
from gyda.deliver.actions.moves import Words
from gyda.deliver.errors.gift import ToYourself
from gyda.deliver.queries.desk import unheard
from gyda.deliver.tests.exchange_builders import agreed
from gyda.keys.once import once
from gyda.ledger.accounts import member_account
from gyda.letters.models import Letter
from gyda.people import chores
from gyda.people.actions.erasing import erase
from gyda.people.models import Member, Session
from gyda.people.tests.builders import Cast, a_person, who
from gyda.people.tests.pages import signed_in
from gyda.site import backup
from gyda.web.links import hub_path
from tests.crawl import Seen, crawl, forms_of
from tests.filled import TYPED, empty
from tests.markup import FormFound
from tests.visitors import Visitor, outcome
from tests.world import World

CALM = {"200", "go", "in", "404", "405", "400", "403"}
SOME_ID = "01890000-0000-7000-8000-000000000000"
CURSORS = (
    "nonsense",
    "\0~" + SOME_ID,
    "\ud7ff" * 300 + "~" + SOME_ID,
    "9" * 400 + "~" + SOME_ID,
    "9999-12-31T23:59:59-12:00~" + SOME_ID,
    "0001-01-01T00:00:00+14:00~" + SOME_ID,
    "2026-01-01~" + SOME_ID,
    SOME_ID + "~\0",
)
LISTS = (
    "people:members",
    "people:organisations",
    "people:applications",
    "deliver:waiting_exchanges",
    "deliver:people_to_invite",
    "deliver:activities",
    "deliver:offers",
    "letters:queue",
    "journal:public",
    "journal:mine",
    "ledger:mine",
)
NASTY = ("\0\x01\x1b\u202e\ufffe", "9" * 5000, "1" + "0" * 18, "²", "9999", "1900")


def calm(client: Client, path: str) -> bool:
    client.raise_request_exception = False
    return outcome(client.get(path)) in CALM  # type: ignore[arg-type]


@pytest.mark.parametrize("cursor", CURSORS)
def test_no_cursor_breaks_a_list(cast: Cast, cursor: str) -> None:
    alys = signed_in(cast.alys)
    paths = [hub_path(cast.hub.slug, name) for name in LISTS]
    broken = [
        path
        for path in paths
        for way in ("after", "before")
        if not calm(alys, f"{path}?{way}={quote(cursor)}")
    ]
    assert broken == []


@pytest.mark.parametrize("name", ["people:members", "deliver:propose", "deliver:offers"])
@pytest.mark.parametrize("text", ["\0", "%", "9" * 3000, "\u202e", "x" * 20_000, "²"])
def test_no_query_breaks_a_page(cast: Cast, name: str, text: str) -> None:
    path, typed = hub_path(cast.hub.slug, name), quote(text)
    assert calm(signed_in(cast.alys), f"{path}?q={typed}&other={typed}&place={typed}")


@pytest.mark.parametrize("year", ["1", "1000", "1900", "1969", "9999", "9" * 3000, "²"])
def test_no_day_breaks_the_audit(cast: Cast, year: str) -> None:
    day = f"verb=&name=&day_day=31&day_month=12&day_year={quote(year)}"
    assert calm(signed_in(cast.alys), f"{hub_path(cast.hub.slug, 'journal:audit')}?{day}")


@pytest.mark.parametrize("year", ["9" * 5000, "²", "-1", "0000", "2027\n"])
def test_no_year_breaks_a_statement(cast: Cast, year: str) -> None:
    account = member_account(cast.alys)
    path = hub_path(cast.hub.slug, "ledger:statement_print", account.id)
    assert calm(signed_in(cast.alys), f"{path}?year={quote(year)}")


@pytest.fixture(scope="module")
def seen(world: World, everyone: dict[str, Visitor]) -> list[Seen]:
    """Every page."""
    return crawl(world, everyone, "en")


@pytest.mark.slow
@pytest.mark.parametrize("text", NASTY)
def test_no_form_breaks_whatever_is_sent(seen: list[Seen], text: str) -> None:
    broken = []
    for one, path, form in forms_of(seen):
        got = outcome(one.visitor.post(path, _filled(form, text)))
        if got not in CALM:
            broken.append(f"{one.name}: {path} answers {got} to {text[:40]!r}")
    assert not broken, "\n" + "\n".join(broken)


def _filled(form: FormFound, text: str) -> dict[str, Any]:
    """Return the form with the text in every box, and real days of far years."""
    data = empty(form)
    for field in form.fields:
        if field.kind in TYPED:
            is_part = field.name.endswith(("_day", "_month"))
            data[field.name] = "12" if is_part and text.isdecimal() else text
        elif field.kind not in {"hidden", "file"}:
            data[field.name] = field.value or text
    return data


def test_what_nobody_sees_is_not_kept(cast: Cast, client: Client) -> None:
    bryn = signed_in(cast.bryn)
    name = "Bryn\x01\u202e\r\nBcc: all@example.org"
    typed = {"name": name, "strengths": "un\r\ndau\x0b", "strengths_language": "cy"}
    typed |= {"reach": "WRITING", "language": "cy", "show_in_public": "on"}
    bryn.post(hub_path(cast.hub.slug, "people:profile"), typed)
    kept = Member.objects.get(id=cast.bryn.id)
    assert (kept.name, kept.strengths) == ("Bryn Bcc: all@example.org", "un\r\ndau")
    assert client.get(hub_path(cast.hub.slug, "journal:feed")).status_code == 200


def test_nobody_fills_the_disk(client: Client, db: None) -> None:
    response = client.generic("POST", "/en/account/sign-in/", b"", CONTENT_LENGTH=str(10**10))
    assert response.status_code == 413
    assert b"too large" in response.content


@pytest.mark.parametrize("path", ["/en/?q=%00", "/en/hubs/%00/", "/en/?" + "x" * 7000, "/cy/dim"])
def test_what_cannot_be_read_is_answered_in_our_own_face(
    client: Client, db: None, path: str
) -> None:
    response = client.get(path)
    assert response.status_code in (400, 404)
    assert b"gyda" in response.content
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_false_host_is_refused_with_all_headers(
    client: Client, db: None, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    response = client.get("/en/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_what_a_member_saw_stays_in_no_cache(cast: Cast, client: Client) -> None:
    home = hub_path(cast.hub.slug, "hub:home")
    assert "no-store" in signed_in(cast.bryn).get(home)["Cache-Control"]
    assert "no-store" not in client.get(home).get("Cache-Control", "")


def test_of_two_equal_forms_at_one_moment_the_second_finds_what_the_first_stored() -> None:
    seen: list[int] = []

    @once
    def store() -> str:
        seen.append(1)
        if len(seen) == 1:  # it looked before the other one had stored
            raise IntegrityError
        return "what the first one stored"

    assert store() == "what the first one stored"


def test_a_supporter_gives_themselves_nothing_of_the_principal_s(cast: Cast) -> None:
    present = Present(key=uuid4(), minutes=15)
    with pytest.raises(ToYourself):
        give_to_neighbour(who=who(cast.dafydd, cast.bryn), receiver=cast.dafydd, present=present)


def test_nobody_floods_connectors_or_neighbours_with_letters(cast: Cast) -> None:
    nia = Client()
    nia.force_login(a_person("Nia"))
    for _ in range(7):
        nia.post(hub_path(cast.hub.slug, "people:join"), {"words": "Helo", "language": "cy"})
        nia.post(hub_path(cast.hub.slug, "people:take-back"))
    assert Letter.objects.filter(kind="application", member=cast.carys).count() == 5


def test_what_is_said_of_a_connector_reaches_the_other_connectors(cast: Cast) -> None:
    exchange = agreed(cast.carys, cast.bryn)
    for member in (cast.carys, cast.bryn):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=exchange.minutes)
    thanks.tell_how_it_was(
        who=who(cast.bryn), exchange_id=exchange.id, feeling="POOR", words=Words()
    )
    assert [unheard(beside=one).count() for one in (cast.carys, cast.alys)] == [0, 1]


def test_who_was_to_meet_someone_erased_is_told_and_nothing_else_stays(cast: Cast) -> None:
    exchange = agreed(cast.dafydd, cast.bryn)
    erase(who=who(cast.dafydd))
    kept = Letter.objects.filter(about_id=exchange.id)
    assert [(one.kind, one.member_id) for one in kept] == [("exchange_ended", cast.bryn.id)]


def test_old_sessions_and_codes_are_forgotten(cast: Cast) -> None:
    signed_in(cast.bryn)
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(days=1))
    signed_in(cast.alys)
    chores.forget(now=timezone.now())
    assert [one.person_id for one in Session.objects.all()] == [cast.alys.present_person.id]


def test_nobody_else_reads_a_backup_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, seen = tmp_path / "a.tar.gz", []
    (tmp_path / "row").touch()

    def look(archive: tarfile.TarFile, *what: Any) -> None:
        seen.append(stat.S_IMODE((tmp_path / "a.tar.gz.part").stat().st_mode))

    monkeypatch.setattr(tarfile.TarFile, "add", look)
    backup._write(target, [(tmp_path / "row", "row")])
    assert seen == [0o600]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
