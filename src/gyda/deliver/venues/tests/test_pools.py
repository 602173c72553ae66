"""An organisation gives hours from its pool, and never beyond it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from gyda.deliver.actions.activity import plan_activity
from gyda.deliver.actions.attendance import Came, record_attendance
from gyda.deliver.tests.exchange_builders import a_plan, begun, no_start
from gyda.deliver.venues import errors
from gyda.deliver.venues.actions.giving import give_from_pool, take_gift_back
from gyda.deliver.venues.actions.pools import change_grant, close_grant, grant_pool
from gyda.deliver.venues.models import GrantStep, PoolGift, PoolGrant
from gyda.deliver.venues.queries.pools import left_of
from gyda.deliver.venues.tests.builders import WHY, Town, a_town, balance, left_to_give
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.ledger import accounts
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Pocket, Transfer, Unit
from gyda.ledger.queries import balance_of, sums_of_book
from gyda.letters.models import Letter
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who


def give(
    town: Town, giver: Member, member: Member, minutes: int, key: UUID | None = None
) -> PoolGift:
    return give_from_pool(
        who=who(giver), organisation=town.landlord, member=member, minutes=minutes, words=WHY,
        key=key or uuid7(),
    )  # fmt: skip


def test_a_grant_fills_the_pool_and_issues_nothing_yet(cast: Cast) -> None:
    town = a_town(cast)
    assert left_to_give(town.landlord) == 600
    assert balance_of(accounts.pool(town.landlord, unit=Unit.PENCE).id).balance == 10_000
    assert sums_of_book(Unit.MINUTES).issued == 0


def test_hours_come_into_being_when_they_are_given(cast: Cast) -> None:
    town = a_town(cast)
    give(town, town.huw, cast.bryn, 180)
    assert (balance(cast.bryn), left_to_give(town.landlord)) == (180, 420)
    assert sums_of_book(Unit.MINUTES).issued == 180
    assert Letter.objects.filter(kind="pool_given", member=cast.bryn).count() == 1


def test_the_same_form_sent_twice_gives_once(cast: Cast) -> None:
    town, key = a_town(cast), uuid7()
    assert give(town, town.huw, cast.bryn, 60, key) == give(town, town.huw, cast.bryn, 60, key)
    assert balance(cast.bryn) == 60


def test_nobody_gives_beyond_the_pool(cast: Cast) -> None:
    town = a_town(cast)
    with pytest.raises(errors.NotGranted):
        give(town, town.huw, cast.bryn, 615)
    assert (balance(cast.bryn), left_to_give(town.landlord)) == (0, 600)


def test_the_database_itself_keeps_the_pool_above_nothing(cast: Cast) -> None:
    town = a_town(cast)
    pool = accounts.pool(town.landlord)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pocket.objects.filter(account=pool, number=0).update(balance=-1)


def test_only_its_own_people_and_connectors_give_from_a_pool(cast: Cast) -> None:
    town = a_town(cast)
    for stranger in (cast.bryn, cast.dafydd, town.lowri):
        with pytest.raises(errors.NotYours):
            give(town, stranger, cast.alys, 60)
    give(town, cast.carys, cast.bryn, 60)


def test_nobody_gives_themselves_hours(cast: Cast) -> None:
    town = a_town(cast)
    with pytest.raises(errors.OwnHours):
        give(town, town.huw, town.huw, 60)


def test_a_mistake_goes_back_into_the_pool_with_its_reason(cast: Cast) -> None:
    town = a_town(cast)
    gift = give(town, town.huw, cast.bryn, 60)
    back = take_gift_back(who=who(cast.carys), gift_id=gift.id, words=WHY)
    assert (balance(cast.bryn), left_to_give(town.landlord)) == (0, 600)
    assert Transfer.objects.get(id=back.reversal_id).reverses_id == gift.transfer_id
    with pytest.raises(errors.BackAlready):
        take_gift_back(who=who(cast.carys), gift_id=gift.id, words=WHY)


def test_an_activity_of_an_organisation_gives_from_its_pool(cast: Cast) -> None:
    no_start(cast)
    town = a_town(cast, hours=3)
    plan = a_plan(paid_from="ORGANISATION", organisation=town.landlord)
    made = plan_activity(who=who(cast.carys), plan=plan, organisers=[cast.bryn])
    came = [Came(cast.bryn, 180)]
    record_attendance(who=who(cast.bryn), activity_id=begun(made).id, came=came)
    assert (balance(cast.bryn), left_to_give(town.landlord)) == (180, 0)
    late = [Came(cast.alys, 60)]
    with pytest.raises(NotEnough):
        record_attendance(who=who(cast.bryn), activity_id=made.id, came=late)
    assert balance(cast.alys) == 0


def test_a_grant_is_made_larger_and_smaller_with_reasons(cast: Cast) -> None:
    town = a_town(cast)
    grant = PoolGrant.objects.get()
    change_grant(who=who(cast.alys), grant_id=grant.id, budget=(900, 8_000), words=WHY)
    assert left_to_give(town.landlord) == 900
    give(town, town.huw, cast.bryn, 300)
    with pytest.raises(errors.GivenAlready):
        change_grant(who=who(cast.alys), grant_id=grant.id, budget=(240, 8_000), words=WHY)
    change_grant(who=who(cast.alys), grant_id=grant.id, budget=(300, 0), words=WHY)
    assert left_to_give(town.landlord) == 0
    steps = GrantStep.objects.order_by("id").values_list("kind", "minutes", "pence")
    assert list(steps) == [
        ("GRANTED", 600, 10_000),
        ("CHANGED", 300, -2_000),
        ("CHANGED", -600, -8_000),
    ]


def test_a_closed_grant_takes_what_is_left_and_no_more(cast: Cast) -> None:
    town = a_town(cast)
    first = PoolGrant.objects.get()
    later = grant_pool(
        who=who(cast.alys), organisation=town.landlord, budget=(300, 0), words=WHY, key=uuid7()
    )
    give(town, town.huw, cast.bryn, 240)
    assert (left_of(first)[0], left_of(later)[0]) == (360, 300)
    close_grant(who=who(cast.alys), grant_id=first.id, words=WHY)
    assert left_to_give(town.landlord) == 300
    with pytest.raises(errors.GrantClosed):
        close_grant(who=who(cast.alys), grant_id=first.id, words=WHY)


@pytest.mark.parametrize("words", ["", "  "])
def test_a_grant_needs_a_steward_and_a_reason(cast: Cast, words: str) -> None:
    town = a_town(cast)
    asked = {"organisation": town.landlord, "budget": (60, 0), "key": uuid7()}
    with pytest.raises(errors.StewardsOnly):
        grant_pool(who=who(cast.carys), words=WHY, **asked)
    with pytest.raises(errors.WithoutReason):
        grant_pool(who=who(cast.alys), words=type(WHY)(words, "cy"), **asked)


def test_each_deed_leaves_one_entry(cast: Cast) -> None:
    town = a_town(cast)
    give(town, town.huw, a_member(cast.hub, "Nia"), 60)
    verbs = Entry.objects.filter(verb__startswith="pool.").values_list("verb", flat=True)
    assert sorted(verbs) == ["pool.gave", "pool.granted"]
