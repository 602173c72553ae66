"""Agreements between hubs, payments across, and what each book says of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.utils import timezone

from gyda.between.actions import pacts
from gyda.between.actions.crossing import GRACE, carry, look_after
from gyda.between.actions.paying import Receiver, hold_for, hold_to_settle
from gyda.between.actions.paying import Sum as Amount
from gyda.between.errors import (
    MoreThanOwed,
    NoPact,
    NotOffered,
    NotOneself,
    SentDifferently,
    StewardsOnly,
)
from gyda.between.models import Crossing, Pact, Reason, State
from gyda.between.tests.builders import (
    LIMIT,
    Two,
    agreed,
    held,
    minutes_of,
    owed,
    paid,
    sum_of,
    two_hubs,
)
from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger.errors import LedgerError
from gyda.ledger.verify import check_book
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.models.member import State as Membership
from gyda.people.who import Who


@pytest.fixture
def two(db: None) -> Two:
    return agreed(two_hubs())


def _books_agree(two: Two) -> bool:
    mirrored = owed(two.here, two.there) == -owed(two.there, two.here)
    zero = (sum_of(two.here), sum_of(two.there)) == (0, 0)
    return mirrored and zero and all(check_book(hub.id).agrees for hub in (two.here, two.there))


def _settle(two: Two, minutes: int, *, from_pot: bool = False) -> Crossing:
    with in_hub(two.there.id):
        sent = hold_to_settle(
            who=Who(two.other_steward),
            partner=two.here,
            what=Amount(key=uuid7(), minutes=minutes),
            from_pot=from_pot,
        )
    return carry(sent)


def test_hours_cross_at_par_and_both_books_say_who_owes(two: Two) -> None:
    assert paid(two, 90).state == State.PAID
    assert (minutes_of(two.ann), minutes_of(two.ben)) == ((-90, 0), (90, 0))
    assert (owed(two.here, two.there), owed(two.there, two.here)) == (90, -90)
    assert _books_agree(two)


def test_nothing_crosses_without_an_agreement(db: None) -> None:
    with pytest.raises(NoPact):
        held(two_hubs(), 60)


def test_one_yes_is_no_agreement(db: None) -> None:
    two = two_hubs()
    with in_hub(two.here.id):
        who = Who(two.steward)
        pact = pacts.propose(who=who, slug=two.there.slug, we_may_owe=60, they_may_owe=60)
    pacts.tell(pact)
    with pytest.raises(NoPact):
        held(two, 60)


def test_other_limits_need_a_yes_again(two: Two) -> None:
    with in_hub(two.here.id):
        who = Who(two.steward)
        pact = pacts.propose(who=who, slug=two.there.slug, we_may_owe=60, they_may_owe=LIMIT)
    pacts.tell(pact)
    with in_hub(two.there.id):
        assert not Pact.objects.get(partner=two.here).stands
        with pytest.raises(NotOffered):
            pacts.accept(who=Who(two.other_steward), partner=two.here, seen=1)
        pact = pacts.accept(who=Who(two.other_steward), partner=two.here, seen=2)
        assert pact.stands
        assert pact.they_may_owe == 60


def test_only_stewards_agree(two: Two) -> None:
    with in_hub(two.here.id), pytest.raises(StewardsOnly):
        pacts.end(who=Who(two.ann), partner=two.there)


def test_the_limit_holds_in_the_senders_book(two: Two) -> None:
    paid(two, LIMIT)
    with pytest.raises(LedgerError):
        held(two, 1)


def test_what_the_receivers_hub_refuses_comes_back(two: Two) -> None:
    sent = held(two, 60)
    with in_hub(two.there.id):
        Member.objects.filter(id=two.ben.id).update(state=Membership.LEFT)
    back = carry(sent)
    assert (back.state, back.reason) == (State.REFUSED, Reason.NOBODY)
    assert minutes_of(two.ann) == (0, 0)
    with in_hub(two.here.id):
        assert Letter.objects.filter(kind="across_refused").count() == 1
    assert _books_agree(two)


def test_a_refusal_stands_even_if_the_reason_is_gone(two: Two) -> None:
    sent = held(two, 60)
    with in_hub(two.there.id):
        Member.objects.filter(id=two.ben.id).update(state=Membership.LEFT)
    carry(sent)
    with in_hub(two.there.id):
        Member.objects.filter(id=two.ben.id).update(state=Membership.ACTIVE)
    assert carry(sent).state == State.REFUSED
    assert minutes_of(two.ben) == (0, 0)


def test_what_is_on_its_way_when_the_agreement_ends_comes_back(two: Two) -> None:
    sent = held(two, 60)
    with in_hub(two.there.id):
        pact = pacts.end(who=Who(two.other_steward), partner=two.here)
    pacts.tell(pact)
    assert carry(sent).reason == Reason.NO_PACT
    assert _books_agree(two)


def test_carried_twice_it_arrives_once(two: Two) -> None:
    sent = held(two, 60)
    assert [carry(sent).state, carry(sent).state] == [State.PAID, State.PAID]
    assert minutes_of(two.ben) == (60, 0)


def test_the_same_form_twice_is_one_payment_and_another_sum_is_refused(two: Two) -> None:
    key = uuid7()
    assert held(two, 60, key).id == held(two, 60, key).id
    with pytest.raises(SentDifferently):
        held(two, 61, key)


def test_nobody_pays_themselves_across(two: Two) -> None:
    ann = Receiver(two.ben.id, two.ann.person_id, "Ann")
    what = Amount(key=uuid7(), minutes=60)
    with in_hub(two.here.id), pytest.raises(NotOneself):
        hold_for(who=Who(two.ann), partner=two.there, receiver=ann, what=what)


def test_the_tick_finishes_what_was_left(two: Two) -> None:
    held(two, 60)
    look_after(hub_id=two.here.id, now=timezone.now())
    assert minutes_of(two.ann) == (0, 60)
    look_after(hub_id=two.here.id, now=timezone.now() + 2 * GRACE)
    assert (minutes_of(two.ann), minutes_of(two.ben)) == ((-60, 0), (60, 0))


def test_the_tick_tells_what_was_not_told(db: None) -> None:
    two = two_hubs()
    with in_hub(two.here.id):
        who = Who(two.steward)
        pacts.propose(who=who, slug=two.there.slug, we_may_owe=60, they_may_owe=60)
    look_after(hub_id=two.here.id, now=timezone.now())
    with in_hub(two.there.id):
        assert Pact.objects.get(partner=two.here).waits_for_us


def test_what_is_owed_stays_after_the_end_and_can_be_settled(two: Two) -> None:
    paid(two, 90)
    with in_hub(two.here.id):
        pact = pacts.end(who=Who(two.steward), partner=two.there)
    pacts.tell(pact)
    assert owed(two.there, two.here) == -90
    assert _settle(two, 60).state == State.PAID
    assert (owed(two.here, two.there), owed(two.there, two.here)) == (30, -30)
    assert _books_agree(two)


def test_nobody_settles_more_than_is_owed(two: Two) -> None:
    paid(two, 90)
    with pytest.raises(MoreThanOwed):
        _settle(two, 91)


def test_a_pot_that_is_empty_settles_nothing(two: Two) -> None:
    paid(two, 90)
    with pytest.raises(LedgerError):
        _settle(two, 90, from_pot=True)
