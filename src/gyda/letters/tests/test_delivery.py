"""What goes out: once, together where so chosen, again when the post stumbles."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import smtplib
import threading
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from gyda.keys.context import in_hub
from gyda.letters import delivery, senders, sms
from gyda.letters.models import Letter, LetterState
from gyda.letters.tests.builders import NIGHT, NOON, a_letter
from gyda.people.tests.builders import Cast, a_cast

pytestmark = pytest.mark.usefixtures("made_kinds")
PHONE = {"email": None, "phone": "+447700900123"}
NEXT_DAY = NOON + datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _empty_outbox() -> None:
    sms.outbox.clear()


def send(cast: Cast, now: datetime.datetime = NOON) -> int:
    with in_hub(cast.hub.id):
        return delivery.send_due(hub_id=cast.hub.id, now=now)


def test_a_letter_goes_out_once_as_plain_text(cast: Cast) -> None:
    letter = a_letter(cast.bryn)
    assert send(cast) == 1
    assert send(cast) == 0
    [sent] = mail.outbox
    assert (sent.subject, sent.to) == ("Hello <you>", ["bryn@example.org"])
    assert sent.body.startswith("Body & all\n\n--\n")
    assert (sent.content_subtype, sent.attachments) == ("plain", [])
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.batch_id) == (LetterState.SENT, NOON, None)


def test_the_words_around_it_are_in_the_readers_language(cast: Cast) -> None:
    a_letter(cast.bryn, language="cy")
    send(cast)
    assert "/cy/hubs/" in mail.outbox[0].body
    assert "Choose which" not in mail.outbox[0].body
    assert str(cast.hub.name_cy) in mail.outbox[0].body


def test_daily_letters_of_one_reader_come_as_one(cast: Cast) -> None:
    a_letter(cast.bryn, "daily_greeting", x="one")
    a_letter(cast.bryn, "daily_news", x="two")
    a_letter(cast.carys, "daily_news", email="carys@example.org")
    assert send(cast) == 0
    assert send(cast, NEXT_DAY) == 3
    digest, single = sorted(mail.outbox, key=lambda one: one.to)
    assert digest.subject == f"{cast.hub.name_en}: 2 letters"
    assert digest.body.index("1. Hello <one>") < digest.body.index("2. Hello <two>")
    assert single.subject == "Hello <you>"
    batches = set(Letter.objects.filter(member=cast.bryn).values_list("batch_id", flat=True))
    assert len(batches) == 1
    assert None not in batches


def test_a_text_message_is_short_and_its_price_is_kept(cast: Cast) -> None:
    letter, must = a_letter(cast.bryn, **PHONE), a_letter(cast.carys, "must", **PHONE)
    send(cast)
    letter.refresh_from_db()
    texts = {one.body for one in sms.outbox}
    assert "Short" in texts
    assert any(text.startswith(f"{cast.hub.name_en}: Hello <you>. http") for text in texts)
    assert (letter.sms_parts, letter.cost_tenths) == (1, 29)
    assert not Letter.objects.get(id=must.id).error


def test_no_text_message_goes_out_at_night(cast: Cast) -> None:
    a_letter(cast.bryn, now=NIGHT, **PHONE)
    assert send(cast, NIGHT) == 0
    assert send(cast, NIGHT + datetime.timedelta(hours=10)) == 1


def test_paper_waits_for_a_person(cast: Cast) -> None:
    a_letter(cast.bryn, email=None)
    assert send(cast) == 0
    assert Letter.objects.to_print().count() == 1


def test_when_the_post_stumbles_it_is_tried_again_later(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = a_letter(cast.bryn)
    with monkeypatch.context() as patch:
        patch.setattr(senders, "send_email", _raise(ConnectionError("nobody there")))
        assert send(cast) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.tries) == (LetterState.WAITING, 1)
    assert letter.error == "ConnectionError: nobody there"
    assert send(cast, NOON + datetime.timedelta(minutes=4)) == 0
    assert send(cast, NOON + datetime.timedelta(minutes=5)) == 1


def test_what_no_try_helps_goes_to_the_printer(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(senders, "send_email", _raise(ConnectionError("nobody there")))
    letter = a_letter(cast.bryn)
    for day in range(delivery.TRIES):
        send(cast, NOON + datetime.timedelta(days=day))
    letter.refresh_from_db()
    assert (letter.state, letter.tries) == (LetterState.FAILED, delivery.TRIES)
    assert list(Letter.objects.to_print()) == [letter]


def test_a_refused_address_is_not_tried_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = smtplib.SMTPRecipientsRefused({"bryn@example.org": (550, b"no such box")})
    monkeypatch.setattr(senders, "send_email", _raise(refused))
    letter, other = a_letter(cast.bryn), a_letter(cast.carys)
    send(cast)
    letter.refresh_from_db()
    other.refresh_from_db()
    assert {letter.state, other.state} == {LetterState.FAILED}
    assert letter.tries == 1


def test_a_letter_whose_tick_died_is_sent_by_a_later_one(cast: Cast) -> None:
    a_letter(cast.bryn)
    assert delivery._claim(NOON)
    assert send(cast) == 0
    assert send(cast, NOON + delivery.CLAIM) == 1


def test_a_letter_stays_inside_its_hub(cast: Cast) -> None:
    a_letter(cast.bryn)
    with in_hub(cast.other_hub.id):
        assert delivery.send_due(hub_id=cast.other_hub.id, now=NOON) == 0


def _raise(error: Exception) -> Any:
    def fail(**_: Any) -> None:
        raise error

    return fail


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_send_each_letter_once() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        for n in range(40):
            a_letter(cast.bryn, x=str(n))
            a_letter(cast.carys, "daily_news", x=str(n), email="carys@example.org")
    counts: list[int] = []
    ticks = [threading.Thread(target=_tick, args=(cast, counts)) for _ in range(4)]
    for one in ticks:
        one.start()
    for one in ticks:
        one.join()
    assert sum(counts) == 80
    subjects = [one.subject for one in mail.outbox if one.to == ["bryn@example.org"]]
    assert sorted(subjects) == sorted(f"Hello <{n}>" for n in range(40))


def _tick(cast: Cast, counts: list[int]) -> None:
    try:
        counts.append(send(cast, NEXT_DAY))
    finally:
        connection.close()
