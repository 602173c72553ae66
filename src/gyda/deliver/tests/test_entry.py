"""Hours that were not agreed here first: recorded and confirmed, or written down from paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.utils import timezone

from gyda.deliver.actions import hours
from gyda.deliver.actions.entry import Line, SomeLinesWrong, enter_sheet, record_hours
from gyda.deliver.actions.propose import Pair
from gyda.deliver.errors import exchange as errors
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.deliver.rules.exchange import waiting_for
from gyda.deliver.tests.exchange_builders import (
    balance,
    terms,
)
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger.models import Transfer
from gyda.people.models import ActingConsent
from gyda.people.models.consent import How
from gyda.people.tests.builders import Cast, a_member, who


def test_one_records_and_the_other_confirms(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    pair = Pair(giver=aled, receiver=beti)
    exchange = record_hours(who=who(aled), pair=pair, terms=terms(minutes=45))
    assert (exchange.state, waiting_for(exchange)) == (State.DONE, [beti])
    hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=45)
    assert balance(aled) == 45


def test_nobody_records_for_two_others(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    with pytest.raises(errors.NotOpen):
        record_hours(who=who(cast.bryn), pair=Pair(giver=aled, receiver=beti), terms=terms())


def _line(giver: object, receiver: object, entry: str = "PAPER", **fields: object) -> Line:
    return Line(uuid7(), Pair(giver=giver, receiver=receiver), terms(**fields), entry)


def test_a_sheet_from_paper_works_for_those_without_email(cast: Cast, aled_and_beti: tuple) -> None:
    aled, _beti = aled_and_beti
    nel = a_member(cast.hub, "Nel")
    nel.person.email = None
    nel.person.save()
    line = _line(nel, aled, minutes=90)
    stored = enter_sheet(who=who(cast.carys), lines=[line])
    assert (stored[0].state, stored[0].entry) == (State.CONFIRMED, "PAPER")
    assert (balance(nel), balance(aled)) == (90, -90)
    entry = Entry.objects.get(verb="exchange.entered")
    assert (entry.data["giver"], entry.data["receiver"]) == (str(nel.id), str(aled.id))
    enter_sheet(who=who(cast.carys), lines=[line])
    assert balance(nel) == 90


def test_a_sheet_is_stored_whole_or_not_at_all(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    lines = [
        _line(aled, beti),
        _line(aled, aled),
        _line(cast.carys, beti),
        _line(aled, beti, what="Wyau", nature="GOODS"),
        _line(aled, beti, entry="CONSENT"),
    ]
    with pytest.raises(SomeLinesWrong) as wrong:
        enter_sheet(who=who(cast.carys), lines=lines)
    found = {number: type(error) for number, error in wrong.value.errors.items()}
    assert found == {
        1: errors.WithOneself,
        2: errors.BothSides,
        3: errors.GoodsForHours,
        4: errors.NoConsent,
    }
    assert not Exchange.objects.exists()
    assert not Transfer.objects.exists()


def test_a_sheet_by_consent_needs_both_consents(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    for member in (aled, beti):
        ActingConsent.objects.create(
            principal=member,
            supporter=cast.carys,
            recorded_by=cast.carys,
            how=How.SPOKEN,
            given_at=timezone.now(),
        )
    enter_sheet(who=who(cast.carys), lines=[_line(aled, beti, entry="CONSENT")])
    assert balance(aled) == 120


def test_members_do_not_write_sheets(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    with pytest.raises(SomeLinesWrong):
        enter_sheet(who=who(cast.bryn), lines=[_line(aled, beti)])
