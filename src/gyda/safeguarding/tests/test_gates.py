"""Every way into a gated role, and to hours for gated help, passes the gate."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.actions.attendance import Came, record_attendance
from gyda.deliver.actions.entry import Line, SomeLinesWrong, enter_sheet, record_hours
from gyda.deliver.actions.propose import Pair
from gyda.deliver.actions.signup import sign_up
from gyda.deliver.models import Attendance, Category, Exchange
from gyda.deliver.tests.exchange_builders import an_activity, balance, begun, no_start, terms
from gyda.keys.uuid7 import uuid7
from gyda.letters.models import Letter
from gyda.moving.actions.people import welcome
from gyda.moving.tests.builders import a_table, moved
from gyda.people.actions import invitations
from gyda.people.actions.joining import answer
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, a_person, who
from gyda.safeguarding.actions.requirements import require
from gyda.safeguarding.errors import HoursWait
from gyda.safeguarding.models import Requirement
from gyda.safeguarding.tests.builders import a_check


@pytest.fixture
def care(cast: Cast) -> Category:
    """A shelf on which who gives time needs an enhanced check."""
    no_start(cast)
    shelf = Category.objects.create(name_cy="Gofal", name_en="Care")
    require(who=who(cast.alys), part="GIVER", level="ENHANCED", category=shelf, asked=True)
    return shelf


def a_line(cast: Cast, care: Category, days_ago: int = 0) -> Line:
    when = timezone.now() - datetime.timedelta(days=days_ago)
    told = terms(category=care, when_at=when)
    return Line(uuid7(), Pair(giver=cast.bryn, receiver=cast.dafydd), told, "SIGNED")


def test_hours_said_to_be_done_already_are_no_way_round_the_gate(
    cast: Cast, care: Category
) -> None:
    pair = Pair(giver=cast.bryn, receiver=cast.dafydd)
    for teller in (cast.bryn, cast.dafydd):
        with pytest.raises(HoursWait) as told, override("en"):
            record_hours(who=who(teller), pair=pair, terms=terms(category=care))
        with override("en"):
            assert ("Enhanced" in str(told.value)) == (teller == cast.bryn)
    long_ago = timezone.now() - datetime.timedelta(days=400)
    with pytest.raises(HoursWait):  # nobody chooses the day that lets them through
        record_hours(who=who(cast.bryn), pair=pair, terms=terms(category=care, when_at=long_ago))
    assert not Exchange.objects.exists()
    a_check(cast.carys, cast.bryn, "BARRED")
    assert record_hours(who=who(cast.bryn), pair=pair, terms=terms(category=care))


def test_a_sheet_passes_the_gate_of_the_day_on_which_the_time_was_given(
    cast: Cast, care: Category
) -> None:
    Requirement.objects.update(set_at=timezone.now() - datetime.timedelta(days=30))
    with pytest.raises(SomeLinesWrong) as wrong, override("en"):
        enter_sheet(who=who(cast.carys), lines=[a_line(cast, care, days_ago=3)])
    with override("en"):
        assert cast.bryn.name in str(wrong.value.errors[0])
        assert "Enhanced" in str(wrong.value.errors[0])
    [before] = enter_sheet(who=who(cast.carys), lines=[a_line(cast, care, days_ago=60)])
    assert before.settled_minutes == balance(cast.bryn) == 120
    a_check(cast.carys, cast.bryn, "ENHANCED")
    assert enter_sheet(who=who(cast.carys), lines=[a_line(cast, care, days_ago=3)])


def test_a_check_that_was_held_on_the_day_counts_after_it_ended(cast: Cast, care: Category) -> None:
    Requirement.objects.update(set_at=timezone.now() - datetime.timedelta(days=30))
    check = a_check(cast.carys, cast.bryn, "ENHANCED")
    today = timezone.localdate()
    check.seen_on = today - datetime.timedelta(days=20)
    check.valid_until = today - datetime.timedelta(days=5)
    check.save()
    with pytest.raises(SomeLinesWrong):
        enter_sheet(who=who(cast.carys), lines=[a_line(cast, care, days_ago=2)])
    assert enter_sheet(who=who(cast.carys), lines=[a_line(cast, care, days_ago=10)])


def test_who_walks_in_and_gives_time_at_an_activity_passes_the_gate(cast: Cast) -> None:
    activity = an_activity(cast)
    sign_up(who=who(cast.dafydd), activity_id=activity.id)
    Attendance.objects.get(member=cast.dafydd)
    require(who=who(cast.alys), part="HELPER", level="MEETING")
    Requirement.objects.update(set_at=timezone.now() - datetime.timedelta(days=1))
    begun(activity)
    gwen = a_member(cast.hub, "Gwen")
    came = [Came(cast.dafydd, 180), Came(gwen, 180)]
    with pytest.raises(HoursWait) as told:
        record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)
    assert "Gwen" in str(told.value)
    takes_part = [Came(cast.dafydd, 180), Came(gwen, 180, "TAKES")]
    rows = record_attendance(who=who(cast.bryn), activity_id=activity.id, came=takes_part)
    assert len(rows) == 2  # Dafydd said yes before the rule was made
    a_check(cast.carys, gwen, "MEETING")
    assert record_attendance(who=who(cast.bryn), activity_id=activity.id, came=came)


def _waits(member: Member) -> list[str]:
    """Return the languages in which stewards are told that a role waits for this member."""
    rows = Letter.objects.filter(kind="role_waits", about_id=member.id)
    return list(rows.values_list("language", flat=True))


def test_an_invitation_lets_in_and_its_role_waits_for_the_check(cast: Cast) -> None:
    require(who=who(cast.alys), part="STEWARD", level="REFERENCES")
    _, code = invitations.invite(who=who(cast.alys), role="STEWARD")
    member = invitations.accept(person=a_person("Nia"), hub=cast.hub, code=code)
    assert (member.is_active, member.role) == (True, "MEMBER")
    assert len(_waits(member)) == 1
    _, other = invitations.invite(who=who(cast.alys), role="CONNECTOR")
    connector = invitations.accept(person=a_person("Twm"), hub=cast.hub, code=other)
    assert connector.role == "CONNECTOR"
    assert _waits(connector) == []


def test_a_role_in_the_tables_of_a_move_waits_for_the_check(cast: Cast) -> None:
    require(who=who(cast.alys), part="CONNECTOR", level="MEETING")
    heads = ("number", "name", "email", "role")
    moved(cast.hub, a_table(heads, (1, "Gwen", "gwen@example.org", "connector")))
    gwen = Member.objects.get(name="Gwen")
    assert (gwen.is_active, gwen.role, len(_waits(gwen))) == (True, "MEMBER", 1)


def test_nor_does_saying_yes_to_a_move_bring_a_gated_role(cast: Cast) -> None:
    require(who=who(cast.alys), part="CONNECTOR", level="MEETING")
    heads = ("number", "name", "email", "role")
    rows = [(n, name, f"{n}@example.org", "connector") for n, name in enumerate(("Gwen", "Ifan"))]
    moved(cast.hub, a_table(heads, *rows), arrival="INVITED")
    gwen, ifan = (Member.objects.get(name=name) for name in ("Gwen", "Ifan"))
    assert answer(member=gwen, yes=True).role == "MEMBER"
    assert welcome(who=who(cast.alys), member=ifan).role == "MEMBER"
    assert len(_waits(gwen)) == len(_waits(ifan)) == 1
