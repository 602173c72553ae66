"""Letters: what is queued for whom, in which language, and when it goes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest

from gyda.letters import actions, kinds
from gyda.letters.models import Channel, LetterState
from gyda.letters.tests.builders import LONDON, NIGHT, NOON, reader
from gyda.people.tests.builders import Cast

pytestmark = pytest.mark.usefixtures("made_kinds")


def test_a_letter_is_in_the_readers_language_and_plain_text(cast: Cast) -> None:
    letter = actions.write(
        to=reader(cast.bryn, language="cy"), kind="greeting", context={"x": "a & b"}
    )
    assert letter is not None
    assert (letter.subject, letter.body) == ("Helô <a & b>", "Body & all")
    assert letter.language == "cy"
    assert letter.state == LetterState.WAITING


@pytest.mark.parametrize(
    ("fields", "channel"),
    [
        ({}, Channel.EMAIL),
        ({"email": None, "phone": "+447700900123"}, Channel.SMS),
        ({"email": None}, Channel.PAPER),
    ],
)
def test_it_travels_by_what_the_reader_has(
    cast: Cast, fields: dict[str, Any], channel: Channel
) -> None:
    letter = actions.write(to=reader(cast.bryn, **fields), kind="greeting", context={})
    assert letter is not None
    assert letter.channel == channel


def test_a_text_message_waits_for_the_morning(cast: Cast) -> None:
    by_phone = reader(cast.bryn, email=None, phone="+447700900123")
    letter = actions.write(to=by_phone, kind="greeting", context={}, now=NIGHT)
    assert letter is not None
    assert letter.due_at == datetime.datetime(2026, 3, 4, 8, tzinfo=LONDON)


def test_an_email_goes_at_once_even_at_night(cast: Cast) -> None:
    letter = actions.write(to=reader(cast.bryn), kind="greeting", context={}, now=NIGHT)
    assert letter is not None
    assert letter.due_at == NIGHT


def test_what_is_daily_or_weekly_waits_for_its_morning(cast: Cast) -> None:
    to = reader(cast.bryn)
    daily = actions.write(to=to, kind="daily_greeting", context={}, now=NOON)
    actions.choose(member_id=cast.bryn.id, kind="daily_greeting", cadence="WEEKLY")
    weekly = actions.write(to=to, kind="daily_greeting", context={}, now=NOON)
    assert daily is not None
    assert weekly is not None
    assert daily.due_at == datetime.datetime(2026, 3, 4, 8, tzinfo=LONDON)
    assert weekly.due_at == datetime.datetime(2026, 3, 9, 8, tzinfo=LONDON)
    assert daily.together


def test_nothing_is_written_to_who_wants_none(cast: Cast) -> None:
    actions.choose(member_id=cast.bryn.id, kind="greeting", cadence="OFF")
    assert actions.write(to=reader(cast.bryn), kind="greeting", context={}) is None
    assert actions.write(to=reader(cast.carys), kind="greeting", context={}) is not None


def test_what_must_arrive_knows_no_choice(cast: Cast) -> None:
    assert actions.choose(member_id=cast.bryn.id, kind="must", cadence="OFF") is None
    assert actions.write(to=reader(cast.bryn), kind="must", context={}) is not None


def test_an_unknown_kind_is_a_mistake_in_the_code(cast: Cast) -> None:
    with pytest.raises(kinds.UnknownKind, match="surprise"):
        actions.write(to=reader(cast.bryn), kind="surprise", context={})


def test_a_new_address_is_used_for_what_waits(cast: Cast) -> None:
    letter = actions.write(to=reader(cast.bryn), kind="greeting", context={})
    assert letter is not None
    actions.readdress(to=reader(cast.bryn, email=None, phone="+447700900123"))
    letter.refresh_from_db()
    assert (letter.channel, letter.address) == (Channel.SMS, "+447700900123")
