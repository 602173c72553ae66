"""Group activities: signing up, the waiting list, who came, and their hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone

from gyda.deliver.actions.activity import cancel_activity, change_activity, plan_activity
from gyda.deliver.actions.attendance import Came, record_attendance, take_hours_back
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.signup import sign_up, step_back
from gyda.deliver.errors import activity as errors
from gyda.deliver.models import Attendance
from gyda.deliver.models.activity import Part, Place
from gyda.deliver.queries.activity import needs_of
from gyda.deliver.tests.exchange_builders import (
    WORDS,
    a_plan,
    an_activity,
    balance,
    begun,
    no_start,
)
from gyda.journal.models import Entry
from gyda.ledger import accounts
from gyda.ledger.errors import NotEnough
from gyda.ledger.models import Transfer
from gyda.ledger.queries import balance_of
from gyda.letters.models import Letter
from gyda.people.models import AccessNeed
from gyda.people.tests.builders import Cast, a_member, who


@pytest.fixture(autouse=True)
def _from_nothing(cast: Cast) -> None:
    no_start(cast)


def test_members_do_not_plan_and_professionals_plan_for_their_own(cast: Cast) -> None:
    with pytest.raises(errors.NotYours):
        plan_activity(who=who(cast.bryn), plan=a_plan(), organisers=[cast.bryn])
    with pytest.raises(errors.MayNotPay):
        plan_activity(who=who(cast.dafydd), plan=a_plan(), organisers=[cast.bryn])
    own = a_plan(paid_from="ORGANISATION", organisation=cast.dafydd.organisation)
    plan_activity(who=who(cast.dafydd), plan=own, organisers=[cast.dafydd])


def test_story_f_beti_leads_three_hours_and_they_are_issued(cast: Cast) -> None:
    beti = a_member(cast.hub, "Beti")
    activity = plan_activity(who=who(cast.carys), plan=a_plan(), organisers=[beti])
    sign_up(who=who(beti), activity_id=activity.id)
    begun(activity)
    record_attendance(who=who(beti), activity_id=activity.id, came=[Came(beti, 180)])
    assert balance(beti) == 180
    assert balance_of(accounts.issue().id).balance == -180


def test_an_organiser_cannot_give_themselves_more_than_was_planned(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    came = [Came(cast.bryn, 195)]
    with pytest.raises(errors.OwnHours):
        record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    record_attendance(who=who(cast.carys), activity_id=activity.id, came=came)
    assert balance(cast.bryn) == 195


def test_recording_twice_pays_once_and_adds_who_was_forgotten(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    came = [Came(cast.alys, 60)]
    record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    came.append(Came(cast.dafydd, 90))
    record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    assert (balance(cast.alys), balance(cast.dafydd)) == (60, 90)
    assert Transfer.objects.count() == 2
    assert Entry.objects.filter(verb="activity.recorded").count() == 2


def test_who_takes_part_can_pay_into_the_source(cast: Cast) -> None:
    activity = begun(an_activity(cast, receivers_pay=True))
    came = [Came(cast.bryn, 180), Came(cast.alys, 60, Part.RECEIVES)]
    record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    assert (balance(cast.bryn), balance(cast.alys)) == (180, -60)


def test_an_empty_pot_stops_all_hours_together(cast: Cast) -> None:
    activity = begun(an_activity(cast, paid_from="POT"))
    came = [Came(cast.bryn, 60), Came(cast.alys, 60)]
    with pytest.raises(NotEnough):
        record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    assert not Attendance.objects.filter(state=Place.CAME).exists()


def test_only_those_who_look_after_it_record_and_not_before_it_begins(cast: Cast) -> None:
    activity = an_activity(cast)
    came = [Came(cast.bryn, 60)]
    with pytest.raises(errors.NotBegun):
        record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    with pytest.raises(errors.NotYours):
        record_attendance(who=who(cast.dafydd), activity_id=activity.id, came=came)


def test_who_waits_moves_up_when_a_place_is_given_back(cast: Cast) -> None:
    activity = an_activity(cast, places=1)
    assert sign_up(who=who(cast.alys), activity_id=activity.id).state == Place.COMING
    assert sign_up(who=who(cast.dafydd), activity_id=activity.id).state == Place.WAITING
    with pytest.raises(errors.ComingAlready):
        sign_up(who=who(cast.dafydd), activity_id=activity.id)
    step_back(who=who(cast.alys), activity_id=activity.id)
    assert Attendance.objects.get(member=cast.dafydd).state == Place.COMING
    assert Letter.objects.filter(member=cast.dafydd, kind="activity_place").exists()


def test_more_places_let_people_in(cast: Cast) -> None:
    activity = an_activity(cast, places=1)
    for member in (cast.alys, cast.dafydd):
        sign_up(who=who(member), activity_id=activity.id)
    plan = a_plan(places=2, starts_at=activity.starts_at, ends_at=activity.ends_at)
    change_activity(
        who=who(cast.bryn), activity_id=activity.id, plan=plan, organisers=[cast.bryn, cast.alys]
    )
    assert Attendance.objects.get(member=cast.dafydd).state == Place.COMING
    assert not Letter.objects.filter(kind="activity_changed").exists()


def test_a_new_time_is_told_to_all_who_come(cast: Cast) -> None:
    activity = an_activity(cast)
    sign_up(who=who(cast.alys), activity_id=activity.id)
    later = activity.starts_at + datetime.timedelta(days=1)
    plan = a_plan(starts_at=later, ends_at=later + datetime.timedelta(hours=1))
    change_activity(who=who(cast.bryn), activity_id=activity.id, plan=plan, organisers=[cast.bryn])
    assert Letter.objects.filter(member=cast.alys, kind="activity_changed").exists()


def test_an_organiser_cannot_turn_to_a_richer_source(cast: Cast) -> None:
    activity = an_activity(cast, paid_from="POT")
    for fields in ({"paid_from": "ISSUE"}, {"paid_from": "POT", "minutes": 600}):
        with pytest.raises(errors.MayNotPay):
            change_activity(
                who=who(cast.bryn),
                activity_id=activity.id,
                plan=a_plan(**fields),
                organisers=[cast.bryn],
            )


def test_cancelling_tells_everyone_why_in_their_language(cast: Cast) -> None:
    activity = an_activity(cast)
    sign_up(who=who(cast.alys), activity_id=activity.id)
    with pytest.raises(errors.WithoutReason):
        cancel_activity(
            who=who(cast.bryn), activity_id=activity.id, because_cy="Eira", because_en=""
        )
    cancel_activity(
        who=who(cast.bryn), activity_id=activity.id, because_cy="Eira mawr", because_en="Snow"
    )
    letter = Letter.objects.get(member=cast.alys, kind="activity_cancelled")
    assert "Eira mawr" in letter.body
    with pytest.raises(errors.NotPlanned):
        sign_up(who=who(cast.dafydd), activity_id=activity.id)


def test_needs_are_counted_for_those_who_let_them_be(cast: Cast) -> None:
    activity = an_activity(cast)
    for member in (cast.alys, cast.dafydd):
        AccessNeed.objects.create(member=member, kind="MOVING", words="Ramp", language="cy")
    sign_up(who=who(cast.alys), activity_id=activity.id, share_needs=True)
    sign_up(who=who(cast.dafydd), activity_id=activity.id)
    assert [need.count for need in needs_of(activity)] == [1]


def test_hours_are_taken_back_once_and_can_be_recorded_anew(cast: Cast) -> None:
    activity = begun(an_activity(cast))
    [row] = record_attendance(
        who=who(cast.carys), activity_id=activity.id, came=[Came(cast.bryn, 180)]
    )
    with pytest.raises(errors.NotYours):
        take_hours_back(who=who(cast.bryn), attendance_id=row.id, words=WORDS)
    with pytest.raises(errors.WithoutReason):
        take_hours_back(who=who(cast.carys), attendance_id=row.id, words=Words())
    take_hours_back(who=who(cast.carys), attendance_id=row.id, words=WORDS)
    with pytest.raises(errors.ReversedAlready):
        take_hours_back(who=who(cast.carys), attendance_id=row.id, words=WORDS)
    assert balance(cast.bryn) == 0
    record_attendance(who=who(cast.carys), activity_id=activity.id, came=[Came(cast.bryn, 60)])
    assert balance(cast.bryn) == 60


def test_what_is_over_takes_no_more_sign_ups(cast: Cast) -> None:
    activity = an_activity(cast)
    later = activity.ends_at + datetime.timedelta(minutes=1)
    with pytest.raises(errors.NotPlanned):
        sign_up(who=who(cast.alys), activity_id=activity.id, now=later)
    assert later > timezone.now()
