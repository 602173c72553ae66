"""What a steward cannot learn or keep by moving tables."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.moving.actions.finish import forget
from gyda.moving.models import Fault, File, State
from gyda.moving.queries import brought_or_404
from gyda.moving.tests.builders import (
    MEMBERS,
    a_table,
    checked,
    exported,
    faults_of,
    moved,
    some_members,
)
from gyda.moving.writing.kept_back import kept_back
from gyda.people.models import Hub, Member
from gyda.people.models.member import State as Membership
from gyda.people.tests.builders import a_hub, a_member, a_person

LATER = datetime.timedelta(days=31)


@pytest.mark.parametrize("state", ["active", "left", "waiting"])
def test_an_address_brings_nobody_of_another_hub_in_nor_gives_their_phone(
    hub: Hub, state: str
) -> None:
    person = a_person("Siân", email="s@example.org", phone="+441632960001")
    a_member(a_hub(), person=person)
    moved(hub, a_table((*MEMBERS, "state"), (1, "S", "s@example.org", "", state)))
    member = Member.objects.get(name="S")
    assert (member.person_id, member.state == Membership.ACTIVE) == (person.id, False)
    assert "960001" not in exported(hub)["members"]
    with pytest.raises(Http404):
        brought_or_404(member.id)


def test_a_phone_number_does_not_give_an_address(hub: Hub) -> None:
    person = a_person("Siân", email="s@example.org", phone="+441632960001")
    a_member(a_hub(), person=person)
    moved(hub, a_table(("number", "name", "phone"), (1, "S", "01632 960001")))
    assert "s@example.org" not in exported(hub)["members"]


def test_tables_that_were_only_looked_through_are_forgotten_too(hub: Hub) -> None:
    with in_hub(hub.id):
        move = checked(hub, a_table(MEMBERS, (1, "Siân", "no address", "")))
        assert faults_of(move)
        forget(hub_id=hub.id, now=timezone.now())
        assert File.objects.exclude(text="").exists()
        forget(hub_id=hub.id, now=timezone.now() + LATER)
        move.refresh_from_db()
        assert move.state == State.DROPPED
        assert not File.objects.filter(~Q(text="") | ~Q(name="")).exists()
        assert not Fault.objects.exists()


def test_what_was_forgotten_keeps_nothing_newer_from_being_forgotten(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gyda.moving.actions.finish.AT_ONCE", 1)
    with in_hub(hub.id):
        moved(hub, some_members(1))
        moved(hub, some_members(2))
        for _tick in range(2):
            forget(hub_id=hub.id, now=timezone.now() + LATER)
        assert not File.objects.exclude(name="").exists()


def test_no_head_of_a_column_is_a_formula_in_what_comes_back(hub: Hub) -> None:
    with in_hub(hub.id):
        table = a_table((*MEMBERS, "=1+1"), (1, "Siân", "no address", "", ""))
        file = checked(hub, table).files.get()
        assert ",'=1+1," in kept_back(file).splitlines()[0]
