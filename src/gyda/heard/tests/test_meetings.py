"""A meeting cannot open while a need of someone who comes is neither met nor waived by them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import contextlib
import threading
from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from gyda.heard import errors
from gyda.heard.actions.coming import come, meet_need, stay_away, waive_need
from gyda.heard.actions.meetings import (
    cancel_meeting,
    change_meeting,
    close_meeting,
    invite,
    open_meeting,
    organise,
)
from gyda.heard.models import Coming, Meeting, SharedNeed
from gyda.heard.models.meeting import MeetingState
from gyda.heard.section import _meetings
from gyda.heard.tests.builders import a_meeting, a_passport, a_plan
from gyda.initiatives.errors import NotInTheTeam
from gyda.initiatives.tests.builders import a_team, an_initiative
from gyda.journal.models import Entry
from gyda.keys.context import in_hub
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.actions.leaving import leave
from gyda.people.actions.profile import Need, tell_needs
from gyda.people.tests.builders import Cast, a_cast, a_member, who


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Bryn organises; Carys comes and needs a lift, and help with hearing."""
    found = a_meeting(cast.bryn, a_team(cast))
    a_passport(cast.carys, "TRANSPORT", words="Rhywun i eistedd gyda fi")
    tell_needs(who=who(cast.carys), needs=[Need("HEARING", "a loop")], language="en")
    come(who=who(cast.carys), meeting_id=found.id, share=["TRANSPORT", "HEARING"])
    return found


def needs(meeting: Meeting) -> dict[str, SharedNeed]:
    return {need.kind: need for need in SharedNeed.objects.filter(coming__meeting=meeting)}


def state(meeting: Meeting) -> str:
    return Meeting.objects.get(id=meeting.id).state


def opens(cast: Cast, meeting: Meeting) -> None:
    open_meeting(who=who(cast.bryn), meeting_id=meeting.id)


def test_it_opens_when_each_need_is_met_or_waived_by_the_person(
    cast: Cast, meeting: Meeting
) -> None:
    with pytest.raises(errors.NeedsWait):
        opens(cast, meeting)
    meet_need(who=who(cast.bryn), need_id=needs(meeting)["TRANSPORT"].id, how="Huw", language="cy")
    with pytest.raises(errors.NeedsWait):
        opens(cast, meeting)
    waive_need(who=who(cast.carys), need_id=needs(meeting)["HEARING"].id)
    opens(cast, meeting)
    assert state(meeting) == MeetingState.OPEN
    assert Letter.objects.filter(kind="meeting_need_met", member=cast.carys).exists()


def test_nobody_waives_a_need_of_someone_else(cast: Cast, meeting: Meeting) -> None:
    need = needs(meeting)["HEARING"]
    with pytest.raises(errors.NotYours):
        waive_need(who=who(cast.bryn), need_id=need.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedNeed.objects.filter(id=need.id).update(
            state="WAIVED", settled_by=cast.bryn, settled_at=timezone.now()
        )


def test_the_database_itself_keeps_it_closed(meeting: Meeting) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(id=meeting.id).update(state=MeetingState.OPEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(id=meeting.id).update(state=MeetingState.HELD)


def test_who_does_not_come_keeps_nobody_waiting(cast: Cast, meeting: Meeting) -> None:
    stay_away(who=who(cast.carys), meeting_id=meeting.id)
    assert not SharedNeed.objects.exists()
    opens(cast, meeting)


def test_who_is_erased_keeps_nobody_waiting(cast: Cast, meeting: Meeting) -> None:
    erase(who=who(cast.carys))
    opens(cast, meeting)


def test_who_leaves_the_hub_keeps_nobody_waiting(cast: Cast, meeting: Meeting) -> None:
    leave(who=who(cast.carys), member=cast.carys)
    opens(cast, meeting)


def test_a_need_that_comes_up_when_it_is_open_takes_it_back(cast: Cast, meeting: Meeting) -> None:
    stay_away(who=who(cast.carys), meeting_id=meeting.id)
    opens(cast, meeting)
    come(who=who(cast.carys), meeting_id=meeting.id, share=["TRANSPORT"])
    assert state(meeting) == MeetingState.PLANNED
    with pytest.raises(errors.NeedsWait):
        opens(cast, meeting)


def test_only_what_the_person_chose_is_shared_and_only_the_organiser_reads_it(
    cast: Cast, meeting: Meeting
) -> None:
    come(who=who(cast.carys), meeting_id=meeting.id, share=["HEARING"])
    assert set(needs(meeting)) == {"HEARING"}
    at = f"/en/hubs/{cast.hub.slug}/meetings/{meeting.id}/"
    for member, status in ((cast.bryn, 200), (cast.dafydd, 404), (cast.alys, 404)):
        client = Client()
        client.force_login(member.person)
        answer = client.get(f"{at}needs/")
        assert answer.status_code == status
        if member != cast.bryn:
            assert "a loop" not in client.get(at).content.decode()
        else:
            assert "a loop" in answer.content.decode()
            assert "Rhywun i eistedd" not in answer.content.decode()


def test_who_was_there_took_part_and_the_needs_are_forgotten(cast: Cast, meeting: Meeting) -> None:
    waive_need(who=who(cast.carys), need_id=needs(meeting)["HEARING"].id)
    meet_need(who=who(cast.bryn), need_id=needs(meeting)["TRANSPORT"].id, how="Huw", language="cy")
    opens(cast, meeting)
    there = Coming.objects.get(meeting=meeting, member=cast.carys)
    close_meeting(who=who(cast.bryn), meeting_id=meeting.id, came=[there.id])
    held = Meeting.objects.get(id=meeting.id)
    assert (held.state, held.needs_met, held.needs_waived) == ("HELD", 1, 1)
    assert not SharedNeed.objects.exists()
    took_part = {row["member_id"] for row in _meetings(meeting.initiative)}
    assert took_part == {cast.carys.id}
    with pytest.raises(errors.AlreadyOver):
        come(who=who(cast.alys), meeting_id=meeting.id)


def test_the_team_is_invited_and_others_by_name(cast: Cast, meeting: Meeting) -> None:
    assert Letter.objects.filter(kind="meeting_invited", member=cast.dafydd).exists()
    invite(who=who(cast.bryn), meeting_id=meeting.id, member=cast.alys)
    invite(who=who(cast.bryn), meeting_id=meeting.id, member=cast.alys)
    assert Letter.objects.filter(kind="meeting_invited", member=cast.alys).count() == 1


def test_a_meeting_for_some_is_found_by_them_alone(cast: Cast) -> None:
    found = a_meeting(cast.bryn, an_initiative(cast.bryn), open_to_all=False)
    stranger = a_member(cast.hub)
    client = Client()
    client.force_login(stranger.person)
    at = f"/en/hubs/{cast.hub.slug}/meetings/{found.id}/"
    assert client.get(at).status_code == 404
    with pytest.raises(errors.NotForAll):
        come(who=who(stranger), meeting_id=found.id)
    invite(who=who(cast.bryn), meeting_id=found.id, member=stranger)
    assert client.get(at).status_code == 200


def test_the_address_online_is_for_those_who_come(cast: Cast) -> None:
    found = a_meeting(cast.bryn, an_initiative(cast.bryn), online="https://meet.example.org/cwm")
    client = Client()
    client.force_login(cast.alys.person)
    at = f"/en/hubs/{cast.hub.slug}/meetings/{found.id}/"
    assert "meet.example.org" not in client.get(at).content.decode()
    client.post(f"{at}come/", {})
    assert "meet.example.org" in client.get(at).content.decode()
    assert "meet.example.org" not in client.get(f"{at}calendar.ics").content.decode()


def test_a_meeting_is_changed_and_cancelled_by_its_organiser_and_all_are_told(
    cast: Cast, meeting: Meeting
) -> None:
    with pytest.raises(errors.OrganiserOnly):
        change_meeting(who=who(cast.dafydd), meeting_id=meeting.id, plan=a_plan())
    organise(who=who(cast.dafydd), meeting_id=meeting.id)
    change_meeting(who=who(cast.dafydd), meeting_id=meeting.id, plan=a_plan(place_en="The pub"))
    with pytest.raises(errors.WithoutReason):
        cancel_meeting(
            who=who(cast.dafydd), meeting_id=meeting.id, because_cy="Eira", because_en=""
        )
    cancel_meeting(
        who=who(cast.dafydd), meeting_id=meeting.id, because_cy="Eira", because_en="Snow"
    )
    for kind in ("meeting_changed", "meeting_cancelled"):
        assert Letter.objects.filter(kind=kind, member=cast.carys).exists()
    assert not SharedNeed.objects.exists()
    with pytest.raises(NotInTheTeam):
        organise(who=who(a_member(cast.hub)), meeting_id=meeting.id)


def test_the_journal_names_no_need(cast: Cast, meeting: Meeting) -> None:
    meet_need(who=who(cast.bryn), need_id=needs(meeting)["TRANSPORT"].id, how="Huw", language="cy")
    entries = Entry.objects.filter(verb__startswith="meeting.")
    public = {entry.verb for entry in entries if entry.public}
    assert public == {"meeting.planned"}
    assert all(
        not {"TRANSPORT", "HEARING", "Huw"} & {str(v) for v in entry.data.values()}
        for entry in entries
    )


def test_a_meeting_is_somewhere_and_ends_later_than_it_starts(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    with pytest.raises(errors.NowhereToMeet):
        a_meeting(cast.bryn, initiative, place_cy="", place_en="")
    a_meeting(cast.bryn, initiative, place_cy="", place_en="", phone="01632 960 001")
    now = timezone.now()
    with pytest.raises(errors.EndsBeforeItStarts):
        a_meeting(cast.bryn, initiative, starts_at=now, ends_at=now)
    with pytest.raises(NotInTheTeam):
        a_meeting(a_member(cast.hub), initiative)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_opening_and_sharing_a_need_at_once_never_leave_it_open_with_a_need() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        initiative = an_initiative(cast.bryn)
        a_passport(cast.carys, "TRANSPORT")
        meetings = [a_meeting(cast.bryn, initiative) for _number in range(8)]
    for meeting in meetings:
        _race(cast, meeting)
        with in_hub(cast.hub.id):
            after = Meeting.objects.get(id=meeting.id)
            waits = SharedNeed.objects.filter(coming__meeting=meeting, state="WAITING").count()
            assert after.needs_waiting == waits == 1
            assert after.state == MeetingState.PLANNED


def _race(cast: Cast, meeting: Meeting) -> None:
    start = threading.Barrier(2)

    def opening() -> None:
        with contextlib.suppress(errors.NeedsWait):
            open_meeting(who=who(cast.bryn), meeting_id=meeting.id)

    def sharing() -> None:
        come(who=who(cast.carys), meeting_id=meeting.id, share=["TRANSPORT"])

    def run(work: Callable[[], None]) -> None:
        with in_hub(cast.hub.id):
            start.wait()
            work()
        connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in (opening, sharing)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_anyone_reads_when_and_where_and_nobodys_name(cast: Cast, meeting: Meeting) -> None:
    shown = Client().get(f"/en/hubs/{cast.hub.slug}/meetings/{meeting.id}/").content.decode()
    assert "The chapel" in shown
    assert "Carys" not in shown
    listed = Client().get(f"/en/hubs/{cast.hub.slug}/initiatives/{meeting.initiative_id}/meetings/")
    assert "A meeting" in listed.content.decode()
