"""What someone who fills in forms by hand cannot do between two hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID, uuid5

import pytest

from gyda.between.actions.crossing import carry
from gyda.between.actions.paying import Sum as Amount
from gyda.between.actions.paying import hold_to_settle
from gyda.between.errors import SentDifferently
from gyda.between.models import Crossing, Reason, State
from gyda.between.tests.builders import Two, agreed, held, minutes_of, owed, paid, two_hubs
from gyda.keys.context import in_hub
from gyda.keys.personal_data import registered
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.actions import transfer
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.models import Block
from gyda.people.tests.builders import a_member
from gyda.people.who import Who


@pytest.fixture
def two(db: None) -> Two:
    return agreed(two_hubs())


def _give(two: Two, key: UUID) -> None:
    with in_hub(two.here.id):
        payer, paid = (accounts.member_account(one).id for one in (two.ann, two.steward))
        transfer(key=key, debit=payer, credit=paid, amount=5, kind="GIFT")


def test_no_key_that_a_form_sends_stops_a_payment_half_way(two: Two) -> None:
    key = uuid7()
    for step in ("post", "release"):
        _give(two, uuid5(key, step))
    assert carry(held(two, 60, key)).state == State.PAID
    assert minutes_of(two.ann) == (-70, 0)


def test_the_same_key_out_of_two_hubs_is_two_payments(two: Two) -> None:
    key, other = uuid7(), two_hubs()
    third = agreed(Two(other.here, two.there, other.ann, two.ben, other.steward, two.other_steward))
    assert [carry(held(one, 60, key)).state for one in (two, third)] == [State.PAID] * 2
    assert minutes_of(two.ben) == (120, 0)
    assert owed(third.here, two.there) == -owed(two.there, third.here) == 60


def test_a_key_settles_only_what_it_settled_before(two: Two) -> None:
    paid(two, 90)
    key = uuid7()

    def settle(minutes: int) -> Crossing:
        what = Amount(key=key, minutes=minutes)
        with in_hub(two.there.id):
            who = Who(two.other_steward)
            return hold_to_settle(who=who, partner=two.here, what=what, from_pot=False)

    assert carry(settle(30)).id == settle(30).id
    with pytest.raises(SentDifferently):
        settle(60)


def test_who_is_erased_is_named_in_neither_book(two: Two) -> None:
    paid(two, 30)
    with in_hub(two.here.id):
        erase(who=Who(two.ann))
    with in_hub(two.there.id):
        came = Crossing.objects.get()
        assert (came.other_name, came.words, came.minutes) == ("", "", 30)
        assert not Letter.objects.filter(kind="across_received").exists()
        erase(who=Who(two.ben))
    with in_hub(two.here.id):
        assert Crossing.objects.get().other_name == ""


def test_who_was_blocked_there_sends_no_words_from_elsewhere(two: Two) -> None:
    with in_hub(two.there.id):
        ann = a_member(two.there, "Ann", person=two.ann.present_person)
        Block.objects.create(member=two.ben, blocked=ann)
    back = carry(held(two, 5))
    assert (back.state, back.reason) == (State.REFUSED, Reason.NOBODY)
    with in_hub(two.there.id):
        assert not Letter.objects.filter(kind="across_received").exists()


def test_a_supporter_takes_away_no_words_of_whom_they_paid_for(two: Two) -> None:
    with in_hub(two.here.id):
        helper = a_member(two.here, "Huw")
        sent = held(two, 30)
        Crossing.objects.filter(id=sent.id).update(entered_by=helper)
        (row,) = registered()[Crossing].export(helper)
        assert {"words", "other_name"}.isdisjoint(row)
