"""What an initiative hands over, and what stays: tasks, followers, seats, moments, open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.initiatives import errors, queries
from gyda.initiatives.actions.handovers import hand_back, hand_over
from gyda.initiatives.actions.invitations import accept
from gyda.initiatives.actions.seats import follow, unfollow
from gyda.initiatives.actions.stages import move
from gyda.initiatives.actions.thread import start
from gyda.initiatives.export import as_data
from gyda.initiatives.models import (
    Follow,
    Handover,
    Initiative,
    Invitation,
    Move,
    Say,
    Seat,
    Side,
    Stage,
)
from gyda.initiatives.tests.builders import (
    WHY,
    a_purpose,
    a_right,
    a_team,
    an_invitation,
    terms,
)
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.actions.erasing import erase
from gyda.people.actions.leaving import leave
from gyda.people.tests.builders import Cast, a_member, who


def test_a_task_passes_with_its_duty_its_money_and_a_way_back(cast: Cast) -> None:
    initiative = a_team(cast)
    assert cast.dafydd.organisation
    whole = terms(cast.dafydd.organisation)
    handover = hand_over(who=who(cast.bryn), initiative_id=initiative.id, terms=whole)
    entry = Entry.objects.get(verb="initiative.handed_over")
    assert entry.data["pence"] == 240_000
    assert entry.public
    hand_back(who=who(cast.dafydd), handover_id=handover.id, why=WHY)
    with pytest.raises(errors.BackAlready):
        hand_back(who=who(cast.dafydd), handover_id=handover.id, why=WHY)


@pytest.mark.parametrize(
    "lacks", [{"duty_cy": ""}, {"way_back_en": ""}, {"pence": 0}, {"task_en": ""}]
)
def test_the_database_takes_no_handover_that_drops_people(
    cast: Cast, lacks: dict[str, object]
) -> None:
    initiative = a_team(cast)
    assert cast.dafydd.organisation
    columns = terms(cast.dafydd.organisation, **lacks).columns
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(initiative=initiative, by=cast.bryn, at=timezone.now(), **columns)


def test_following_twice_is_once_and_the_team_needs_not_follow(cast: Cast) -> None:
    initiative = a_team(cast)
    for _ in range(2):
        follow(who=who(cast.alys), initiative_id=initiative.id)
    assert Follow.objects.count() == 1
    invitation = an_invitation(cast.bryn, initiative, cast.alys)
    accept(who=who(cast.alys), invitation_id=invitation.id, side=Side.CITIZEN)
    assert not Follow.objects.exists()
    unfollow(who=who(cast.alys), initiative_id=initiative.id)
    assert not Entry.objects.filter(verb="initiative.unfollowed").exists()


def test_who_leaves_the_hub_leaves_the_teams_and_who_is_erased_leaves_a_nameless_seat(
    cast: Cast,
) -> None:
    initiative = a_team(cast)
    huw = a_member(cast.hub, "Huw")
    invitation = an_invitation(cast.bryn, initiative, huw)
    accept(who=who(huw), invitation_id=invitation.id, side=Side.CITIZEN)
    leave(who=who(huw), member=huw)
    assert not Seat.objects.taken().filter(member=huw).exists()
    a_right(cast.bryn, initiative, Stage.DESIGN, Say.CONSULTED)
    erase(who=who(huw))
    assert Letter.objects.filter(member=cast.dafydd, kind="initiative_right").exists()
    assert not Letter.objects.filter(member=huw).exists()
    assert not Invitation.objects.filter(member=huw).exists()
    assert Seat.objects.filter(member=huw).exists()


def test_the_open_data_say_what_the_page_says_and_name_nobody(cast: Cast) -> None:
    initiative = a_team(cast)
    a_right(cast.bryn, initiative, Stage.DESIGN, Say.CONSULTED)
    a_right(cast.bryn, initiative, Stage.DESIGN, Say.JOINT)
    data = as_data(Initiative.objects.get())
    assert data["team"] == {"citizens": 1, "professionals": 1}
    assert [right["say"] for right in data["rights"]] == ["JOINT", "JOINT", "CONSULTED"]
    assert not {"Bryn", "Dafydd"} & set(str(data).split("'"))


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.sampled_from(list(Stage)), max_size=8))
def test_the_stage_is_always_where_the_last_move_led(cast: Cast, steps: list[Stage]) -> None:
    with transaction.atomic():
        initiative = a_team(cast)
        for stage in Stage:
            if stage != Stage.NEED:
                a_right(cast.bryn, initiative, stage)
        for stage in steps:
            if stage != Initiative.objects.get(id=initiative.id).stage:
                move(who=who(cast.bryn), initiative_id=initiative.id, stage=stage, why=WHY)
        trail = list(
            Move.objects.filter(initiative=initiative).order_by("id").values_list("left", "entered")
        )
        assert trail[-1][1] == Initiative.objects.get(id=initiative.id).stage
        assert all(here[0] == before[1] for before, here in zip(trail, trail[1:], strict=False))
        transaction.set_rollback(True)


def test_moments_are_kept_of_all_that_happens(cast: Cast) -> None:
    before = timezone.now() - datetime.timedelta(minutes=1)
    initiative = a_team(cast)
    verbs = [moment.entry.verb for moment in queries.timeline(initiative)]
    assert verbs == ["initiative.joined", "initiative.started"]
    assert Entry.objects.filter(verb="initiative.invited", public=False).exists()
    assert (
        start(
            who=who(cast.alys),
            purpose=a_purpose(),
            began_with="WORDS",
            side=Side.CITIZEN,
            why=WHY,
        ).started_at
        > before
    )
