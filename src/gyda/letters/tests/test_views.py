"""The pages of letters: whose they are, what they say, what they keep."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from gyda.letters import delivery, queries
from gyda.letters.models import Letter, LetterChoice, LetterState
from gyda.letters.tests.builders import NOON, a_letter
from gyda.letters.unsubscribing import token_for
from gyda.people.models import Member
from gyda.people.tests.builders import Cast

pytestmark = pytest.mark.usefixtures("made_kinds")


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def url(cast: Cast, rest: str = "", language: str = "en") -> str:
    return f"/{language}/hubs/{cast.hub.slug}/letters/{rest}"


def test_a_member_reads_their_own_letters_in_the_language_of_each(cast: Cast) -> None:
    letter = a_letter(cast.bryn, language="cy", x="ti")
    client = signed_in(cast.bryn)
    assert "Helô &lt;ti&gt;" in client.get(url(cast)).content.decode()
    page = client.get(url(cast, f"{letter.id}/")).content.decode()
    assert '<span lang="cy">Helô &lt;ti&gt;</span>' in page
    assert "Body &amp; all" in page


def test_nobody_reads_the_letters_of_another(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    for member in (cast.alys, cast.carys, cast.eira):
        assert signed_in(member).get(url(cast, f"{letter.id}/")).status_code == 404


def test_the_list_says_when_there_is_nothing(cast: Cast) -> None:
    assert "No letters yet" in signed_in(cast.bryn).get(url(cast)).content.decode()


def test_choices_are_kept_and_shown(cast: Cast) -> None:
    client = signed_in(cast.bryn)
    wanted = {"greeting": "WEEKLY", "daily_greeting": "OFF", "daily_news": "DAILY"}
    answer = client.post(url(cast, "choices/"), wanted)
    assert answer.status_code == 302
    assert queries.cadences_of(cast.bryn.id) == wanted
    page = client.get(url(cast, "choices/")).content.decode()
    assert re.search(r'value="WEEKLY"[^>]*checked', page)


def test_half_a_choice_is_sent_back_and_nothing_is_kept(cast: Cast) -> None:
    answer = signed_in(cast.bryn).post(url(cast, "choices/"), {"greeting": "HOURLY"})
    assert answer.status_code == 200
    assert "Choose how often you want these letters" in answer.content.decode()
    assert not LetterChoice.objects.exists()


def test_the_queue_is_for_connectors(cast: Cast) -> None:
    for path in ("print/", "print/sheets/"):
        assert signed_in(cast.bryn).get(url(cast, path)).status_code == 404
        assert signed_in(cast.carys).get(url(cast, path)).status_code == 200
        assert Client().get(url(cast, path)).status_code == 302


def test_letters_on_paper_are_printed_in_their_language_and_leave_the_queue(cast: Cast) -> None:
    letter = a_letter(cast.bryn, email=None, language="cy")
    client = signed_in(cast.carys)
    assert "Bryn" in client.get(url(cast, "print/")).content.decode()
    sheets = client.get(url(cast, "print/sheets/")).content.decode()
    assert '<article class="gyda-sheet" lang="cy">' in sheets
    assert "3 Mawrth 2026" in sheets
    client.post(url(cast, "print/done/"), {"letter": [str(letter.id)]})
    letter.refresh_from_db()
    assert letter.state == LetterState.PRINTED
    assert letter.printed_by == cast.carys
    assert letter.batch_id
    assert "Nothing waits" in client.get(url(cast, "print/")).content.decode()


def test_nonsense_ids_are_not_found(cast: Cast) -> None:
    answer = signed_in(cast.carys).post(url(cast, "print/done/"), {"letter": ["x"]})
    assert answer.status_code == 404


def test_a_failed_letter_can_be_sent_again(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    Letter.objects.filter(id=letter.id).update(state=LetterState.FAILED, tries=6)
    client = signed_in(cast.carys)
    assert "Could not be sent" in client.get(url(cast, "print/")).content.decode()
    client.post(url(cast, f"print/{letter.id}/again/"))
    letter.refresh_from_db()
    assert (letter.state, letter.tries) == (LetterState.WAITING, 0)


def test_one_click_stops_letters_of_a_kind_without_signing_in(cast: Cast) -> None:
    a_letter(cast.bryn)
    delivery.send_due(hub_id=cast.hub.id, now=NOON)
    headers = mail.outbox[0].extra_headers
    link = headers["List-Unsubscribe"].strip("<>")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = link[link.index("/en/") :]
    client = Client(enforce_csrf_checks=True)
    assert "Stop these letters?" in client.get(path).content.decode()
    assert not LetterChoice.objects.exists()
    answer = client.post(path, {"List-Unsubscribe": "One-Click"})
    assert "These letters have stopped" in answer.content.decode()
    assert queries.cadences_of(cast.bryn.id)["greeting"] == "OFF"
    assert queries.cadences_of(cast.carys.id)["greeting"] == "AT_ONCE"


def test_what_must_arrive_has_no_such_link(cast: Cast) -> None:
    a_letter(cast.bryn, "must")
    delivery.send_due(hub_id=cast.hub.id, now=NOON)
    assert "List-Unsubscribe" not in mail.outbox[0].extra_headers
    assert "stop/" not in mail.outbox[0].body


def test_a_bent_or_borrowed_link_does_nothing(cast: Cast) -> None:
    token = token_for(cast.hub.id, cast.bryn.id, ["greeting"])
    elsewhere = token_for(cast.other_hub.id, cast.bryn.id, ["greeting"])
    for bent in (token[:-1] + ("A" if token[-1] != "A" else "B"), elsewhere):
        assert Client().post(url(cast, f"stop/{bent}/")).status_code == 404
    assert not LetterChoice.objects.exists()


def test_a_link_cannot_stop_what_must_arrive(cast: Cast) -> None:
    token = token_for(cast.hub.id, cast.bryn.id, ["must"])
    Client().post(url(cast, f"stop/{token}/"))
    assert not LetterChoice.objects.exists()


def test_the_queue_costs_the_same_at_any_length(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast.carys)
    for n in range(60):
        a_letter(cast.bryn, x=str(n), email=None)
    for path in ("print/", "print/sheets/", "", "choices/"):
        with django_assert_max_num_queries(12):
            client.get(url(cast, path))
