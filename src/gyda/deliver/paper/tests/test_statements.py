"""Statements by post: at the rhythm the person chose, on paper, once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.actions.statements import choose_rhythm, start_of, write_due
from gyda.deliver.paper.errors import NotYourPost
from gyda.deliver.paper.models import Rhythm, StatementChoice
from gyda.deliver.paper.tests.builders import a_note, code_on
from gyda.deliver.tests.exchange_builders import no_start
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Channel, Letter
from gyda.people.tests.builders import Cast, a_member, a_person, who


def moment(year: int, month: int, day: int) -> datetime.datetime:
    return datetime.datetime(year, month, day, 9, tzinfo=timezone.get_current_timezone())


def statements() -> list[Letter]:
    return list(Letter.objects.filter(kind="statement").order_by("id"))


@pytest.mark.parametrize(
    ("rhythm", "day", "start"),
    [
        (Rhythm.MONTHLY, (2026, 11, 22), (2026, 11, 1)),
        (Rhythm.QUARTERLY, (2026, 11, 22), (2026, 10, 1)),
        (Rhythm.QUARTERLY, (2027, 3, 31), (2027, 1, 1)),
        (Rhythm.QUARTERLY, (2027, 4, 1), (2027, 4, 1)),
    ],
)
def test_months_and_quarters_begin(
    rhythm: Rhythm, day: tuple[int, int, int], start: tuple[int, int, int]
) -> None:
    assert start_of(rhythm, datetime.date(*day)) == datetime.date(*start)


def test_a_monthly_statement_is_written_once_the_month_is_over(cast: Cast) -> None:
    no_start(cast)
    bryn = who(cast.bryn)
    note = a_note(cast)
    choose_rhythm(who=bryn, member=cast.bryn, rhythm=Rhythm.MONTHLY, now=moment(2026, 10, 20))
    redeem_note(who=bryn, code=code_on(note), key=uuid7(), now=moment(2026, 10, 21))
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 10, 31)) == 0
    with override("en"):  # whatever language the clock speaks, the letter is in the reader's
        assert write_due(hub_id=cast.hub.id, now=moment(2026, 11, 2)) == 1
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 11, 3)) == 0
    letter = statements()[0]
    assert letter.channel == Channel.PAPER  # though Bryn has e-mail
    assert "31 Hydref 2026" in letter.subject
    assert "1\u00a0awr" in letter.body
    assert "Nodyn 1" in letter.body


def test_a_quarterly_statement_takes_three_months_together(cast: Cast) -> None:
    choose_rhythm(
        who=who(cast.bryn), member=cast.bryn, rhythm=Rhythm.QUARTERLY, now=moment(2026, 11, 20)
    )
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 12, 20)) == 0
    assert write_due(hub_id=cast.hub.id, now=moment(2027, 1, 1)) == 1
    assert StatementChoice.objects.get().written_until == datetime.date(2027, 1, 1)


def test_a_connector_notes_it_for_someone_without_e_mail_and_nobody_else_does(cast: Cast) -> None:
    olwen = a_member(cast.hub, "Olwen", person=a_person("Olwen", email=None, language="en"))
    choose_rhythm(who=who(cast.carys), member=olwen, rhythm=Rhythm.MONTHLY, now=moment(2026, 10, 1))
    with pytest.raises(NotYourPost):
        choose_rhythm(who=who(cast.bryn), member=olwen, rhythm=Rhythm.NEVER)
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 11, 1)) == 1
    assert "Nothing came and went" in statements()[0].body


def test_who_wants_none_gets_none_and_begins_afresh_later(cast: Cast) -> None:
    bryn = {"who": who(cast.bryn), "member": cast.bryn}
    choose_rhythm(**bryn, rhythm=Rhythm.MONTHLY, now=moment(2026, 1, 10))
    choose_rhythm(**bryn, rhythm=Rhythm.NEVER, now=moment(2026, 1, 11))
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 5, 1)) == 0
    choose_rhythm(**bryn, rhythm=Rhythm.MONTHLY, now=moment(2026, 6, 10))
    assert write_due(hub_id=cast.hub.id, now=moment(2026, 6, 20)) == 0
    assert StatementChoice.objects.get().written_until == datetime.date(2026, 6, 1)
