"""An exchange from the proposal to the thanks, and every way out of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.deliver.actions import clock, hours, propose, thanks
from gyda.deliver.actions.entry import record_hours
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.propose import Pair
from gyda.deliver.errors import exchange as errors
from gyda.deliver.models import Exchange, ExchangeStep
from gyda.deliver.models.exchange import State
from gyda.deliver.rules.exchange import Deed, open_deeds, waiting_for
from gyda.deliver.tests.exchange_builders import (
    WORDS,
    agreed,
    balance,
    no_start,
    proposed,
    terms,
)
from gyda.journal.models import Entry, Notice
from gyda.keys.uuid7 import uuid7
from gyda.ledger.models import Transfer
from gyda.letters.models import Letter
from gyda.people.models import Block
from gyda.people.tests.builders import Cast, who

DAY = datetime.timedelta(days=1)


def test_story_f_aled_gives_beti_two_hours(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=120)
    assert (balance(aled), balance(beti)) == (0, 0)  # one alone moves nothing
    done = hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=120)
    assert done.state == State.CONFIRMED
    assert (balance(aled), balance(beti)) == (120, -120)
    thanks.thank(who=who(beti), exchange_id=exchange.id, words=WORDS)
    exchange.refresh_from_db()
    assert exchange.state == State.THANKED


def test_each_step_is_dated_recorded_once_and_told(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=120)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=120)
    kinds = [step.kind for step in ExchangeStep.objects.filter(exchange=exchange).order_by("id")]
    assert kinds == ["PROPOSED", "AGREED", "SAID", "SAID"]
    verbs = Entry.objects.filter(about_id=exchange.id).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == [
        "exchange.proposed",
        "exchange.agreed",
        "exchange.said",
        "exchange.confirmed",
    ]
    letters = Letter.objects.filter(about_id=exchange.id).order_by("id")
    assert [(letter.member_id, letter.kind) for letter in letters] == [
        (aled.id, "exchange_proposed"),
        (beti.id, "exchange_agreed"),
        (aled.id, "exchange_said"),
        (beti.id, "exchange_confirmed"),
    ]
    assert Notice.objects.filter(member=aled).count() == 2


def test_a_proposal_is_answered_by_the_other_side_only(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = proposed(aled, beti)
    assert waiting_for(exchange) == [aled]
    with pytest.raises(errors.NotOpen):
        propose.agree(who=who(beti), exchange_id=exchange.id)


def test_an_answer_counts_for_the_terms_that_were_read(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = proposed(aled, beti)
    seen = exchange.version
    propose.change_terms(who=who(beti), exchange_id=exchange.id, terms=terms(minutes=600))
    with pytest.raises(errors.ChangedMeanwhile):
        propose.agree(who=who(aled), exchange_id=exchange.id, version=seen)


def test_a_change_of_what_was_agreed_has_to_be_agreed_again(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    changed = propose.change_terms(who=who(aled), exchange_id=exchange.id, terms=terms(minutes=60))
    assert (changed.state, changed.minutes, waiting_for(changed)) == (State.PROPOSED, 60, [beti])
    steps = ExchangeStep.objects.filter(exchange=exchange).order_by("id")
    assert [(step.kind, step.minutes) for step in steps] == [
        ("PROPOSED", 120),
        ("AGREED", 120),
        ("CHANGED", 60),
    ]


def test_the_same_form_sent_twice_is_one_proposal(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    key, pair = uuid7(), Pair(giver=aled, receiver=beti)
    first = propose.propose(who=who(beti), pair=pair, terms=terms(), key=key)
    assert propose.propose(who=who(beti), pair=pair, terms=terms(), key=key).id == first.id
    assert Exchange.objects.count() == 1


def test_goods_are_not_stored_as_hours(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    pair = Pair(giver=aled, receiver=beti)
    for act in (propose.propose, record_hours):
        with pytest.raises(errors.GoodsForHours):
            act(who=who(beti), pair=pair, terms=terms(what="Jam", nature="GOODS"))
    assert not Exchange.objects.exists()


def test_differing_hours_are_settled_by_taking_the_other_figure(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=150)
    differing = hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=120)
    assert differing.state == State.DIFFERING
    with pytest.raises(errors.ChangedMeanwhile):
        hours.accept_figure(who=who(aled), exchange_id=exchange.id, minutes=90)
    hours.accept_figure(who=who(aled), exchange_id=exchange.id, minutes=120)
    assert (balance(aled), balance(beti)) == (120, -120)


def test_a_connector_settles_what_was_handed_over(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=150)
    hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=120)
    with pytest.raises(errors.NotOpen):
        hours.decide(who=who(cast.carys), exchange_id=exchange.id, minutes=135, words=WORDS)
    hours.hand_over(who=who(beti), exchange_id=exchange.id, words=Words())
    with pytest.raises(errors.NotOpen):
        hours.accept_figure(who=who(aled), exchange_id=exchange.id, minutes=120)
    with pytest.raises(errors.NoReason):
        hours.decide(who=who(cast.carys), exchange_id=exchange.id, minutes=135, words=Words())
    hours.decide(who=who(cast.carys), exchange_id=exchange.id, minutes=135, words=WORDS)
    assert (balance(aled), balance(beti)) == (135, -135)


def test_a_connector_does_not_decide_where_they_take_part(cast: Cast) -> None:
    no_start(cast)
    exchange = agreed(cast.carys, cast.bryn)
    hours.say_hours(who=who(cast.bryn), exchange_id=exchange.id, minutes=60)
    hours.hand_over(who=who(cast.bryn), exchange_id=exchange.id, words=Words())
    with pytest.raises(errors.NotOpen):
        hours.decide(who=who(cast.carys), exchange_id=exchange.id, minutes=600, words=WORDS)
    hours.decide(who=who(cast.alys), exchange_id=exchange.id, minutes=60, words=WORDS)
    assert balance(cast.carys) == 60


def test_what_did_not_happen_ends_without_hours(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    for member in (aled, beti):
        exchange = hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=0)
    assert exchange.state == State.CANCELLED
    assert not Transfer.objects.exists()


def test_it_is_called_off_with_a_reason(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    with pytest.raises(errors.NoReason):
        propose.cancel(who=who(beti), exchange_id=exchange.id, words=Words())
    propose.cancel(who=who(beti), exchange_id=exchange.id, words=Words("Rwy'n sâl", "cy"))
    exchange.refresh_from_db()
    assert exchange.state == State.CANCELLED
    assert "Rwy'n sâl" in Letter.objects.filter(member=aled).order_by("-id")[0].body


def test_no_is_an_answer(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = proposed(aled, beti)
    declined = propose.decline(who=who(aled), exchange_id=exchange.id, words=Words())
    assert declined.state == State.DECLINED
    assert not open_deeds(who(aled), declined)


def test_unless_both_confirm_it_lapses_in_14_days(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    now = timezone.now()
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=120, now=now)
    assert clock.lapse_due(hub_id=cast.hub.id, now=now + 14 * DAY - DAY / 24) == 0
    assert clock.lapse_due(hub_id=cast.hub.id, now=now + 14 * DAY) == 1
    assert clock.lapse_due(hub_id=cast.hub.id, now=now + 14 * DAY) == 0
    exchange.refresh_from_db()
    assert exchange.state == State.LAPSED
    assert (balance(aled), balance(beti)) == (0, 0)
    with pytest.raises(errors.NotOpen):
        hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=120)


def test_reminders_go_to_whose_turn_it_is_before_it_lapses(
    cast: Cast, aled_and_beti: tuple
) -> None:
    aled, beti = aled_and_beti
    now = timezone.now()
    exchange = agreed(aled, beti)
    hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=120, now=now)
    sent = []
    for day in range(15):
        clock.remind_due(hub_id=cast.hub.id, now=now + day * DAY)
        clock.remind_due(hub_id=cast.hub.id, now=now + day * DAY)
        letters = Letter.objects.filter(kind="exchange_reminder")
        sent.append([letter.member_id for letter in letters])
    assert [len(letters) for letters in sent] == [0] * 7 + [1] * 5 + [2] * 3
    assert set(sent[-1]) == {beti.id}


def test_what_is_planned_for_later_does_not_lapse_before(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    now = timezone.now()
    agreed(aled, beti, when_at=now + 60 * DAY)
    assert clock.lapse_due(hub_id=cast.hub.id, now=now + 60 * DAY) == 0
    assert clock.lapse_due(hub_id=cast.hub.id, now=now + 75 * DAY) == 1


def test_a_reversal_happens_once_and_by_a_connector(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    for member in (aled, beti):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    with pytest.raises(errors.NotOpen):
        hours.reverse(who=who(beti), exchange_id=exchange.id, words=WORDS)
    hours.reverse(who=who(cast.carys), exchange_id=exchange.id, words=WORDS)
    with pytest.raises(errors.NotOpen):
        hours.reverse(who=who(cast.carys), exchange_id=exchange.id, words=WORDS)
    assert (balance(aled), balance(beti)) == (0, 0)


def test_acting_for_the_other_side_of_ones_own_exchange_is_refused(cast: Cast) -> None:
    no_start(cast)
    exchange = agreed(cast.carys, cast.bryn)
    hours.say_hours(who=who(cast.carys), exchange_id=exchange.id, minutes=60)
    with pytest.raises(errors.BothSides):
        hours.say_hours(who=who(cast.carys, cast.bryn), exchange_id=exchange.id, minutes=60)


def test_who_acts_for_a_party_takes_their_steps(cast: Cast, aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = proposed(aled, beti)
    propose.agree(who=who(cast.carys, aled), exchange_id=exchange.id)
    step = ExchangeStep.objects.filter(exchange=exchange).order_by("-id")[0]
    assert (step.actor_id, step.principal_id) == (cast.carys.id, aled.id)


def test_a_block_keeps_two_apart(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    Block.objects.create(member=aled, blocked=beti)
    with pytest.raises(errors.Blocked):
        proposed(aled, beti)


def test_hours_come_in_the_steps_of_the_hub(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    for minutes, error in ((50, errors.NotInSteps), (0, errors.NoTime), (6015, errors.TooMany)):
        with pytest.raises(error):
            proposed(aled, beti, minutes=minutes)


def test_a_limit_stops_the_hours_without_telling_whose_it_is(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti, minutes=1800)
    hours.say_hours(who=who(beti), exchange_id=exchange.id, minutes=1800)
    with pytest.raises(errors.CannotMoveNow):
        hours.say_hours(who=who(aled), exchange_id=exchange.id, minutes=1800)
    exchange.refresh_from_db()
    assert exchange.state == State.DONE
    assert Deed.HAND in open_deeds(who(aled), exchange)


def test_a_member_who_leaves_ends_what_was_open(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    clock.end_for_leaver(beti)
    exchange.refresh_from_db()
    assert exchange.state == State.CANCELLED
    assert Letter.objects.filter(member=aled, kind="exchange_ended").exists()


def test_how_it_was_is_told_once(aled_and_beti: tuple) -> None:
    aled, beti = aled_and_beti
    exchange = agreed(aled, beti)
    for member in (aled, beti):
        hours.say_hours(who=who(member), exchange_id=exchange.id, minutes=120)
    told = {"exchange_id": exchange.id, "feeling": "GOOD", "words": Words()}
    thanks.tell_how_it_was(who=who(aled), **told)
    thanks.tell_how_it_was(who=who(beti), **told)
    with pytest.raises(errors.ToldAlready):
        thanks.tell_how_it_was(who=who(beti), **told)
