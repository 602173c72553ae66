"""The thread: who may start, move and end it, and what everyone can read of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import uuid4

import pytest
from django.utils import timezone

from gyda.initiatives import errors, queries
from gyda.initiatives.actions.invitations import accept, decline, invite, withdraw
from gyda.initiatives.actions.seats import follow, leave_team
from gyda.initiatives.actions.stages import move
from gyda.initiatives.actions.thread import Reason, change, end, take_up
from gyda.initiatives.models import (
    Initiative,
    Invitation,
    Lead,
    Move,
    Right,
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
    an_initiative,
    an_invitation,
    an_offer,
)
from gyda.journal.models import Entry
from gyda.letters.models import Letter
from gyda.people.tests.builders import Cast, a_member, who


def test_any_member_starts_and_sits_in_the_team_and_the_first_stage_has_its_rights(
    cast: Cast,
) -> None:
    initiative = an_initiative(cast.bryn)
    assert initiative.stage == Stage.NEED
    seat = Seat.objects.get(initiative=initiative)
    assert (seat.member_id, seat.side) == (cast.bryn.id, Side.CITIZEN)
    right = Right.objects.in_force().get(initiative=initiative)
    assert (right.stage, right.say, right.lead) == (Stage.NEED, Say.JOINT, Lead.TOGETHER)
    assert Entry.objects.get(verb="initiative.started").public


def test_the_same_form_sent_twice_starts_one(cast: Cast) -> None:
    key = uuid4()
    first, second = (an_initiative(cast.bryn, key=key) for _ in range(2))
    assert first.id == second.id
    assert Initiative.objects.count() == 1


def test_who_comes_for_nobody_does_not_speak_for_an_organisation(cast: Cast) -> None:
    with pytest.raises(errors.ForNoOrganisation):
        an_initiative(cast.bryn, side=Side.PROFESSIONAL)
    assert not Initiative.objects.exists()


def test_a_finished_plan_is_stamped_involved_late_for_good(cast: Cast) -> None:
    assert an_initiative(cast.dafydd, began_with="PLAN").involved_late
    assert not an_initiative(cast.bryn, began_with="QUESTION").involved_late


def test_it_leaves_need_only_when_both_sides_are_there(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    a_right(cast.bryn, initiative, Stage.DESIGN)
    with pytest.raises(errors.OneSideOnly):
        move(who=who(cast.bryn), initiative_id=initiative.id, stage=Stage.DESIGN, why=WHY)
    invitation = an_invitation(cast.bryn, initiative, cast.dafydd)
    accept(who=who(cast.dafydd), invitation_id=invitation.id, side=Side.PROFESSIONAL)
    moved = move(who=who(cast.bryn), initiative_id=initiative.id, stage=Stage.DESIGN, why=WHY)
    assert moved.stage == Stage.DESIGN


def test_a_professional_who_sits_as_a_citizen_is_not_the_other_side(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    invitation = an_invitation(cast.bryn, initiative, cast.dafydd)
    accept(who=who(cast.dafydd), invitation_id=invitation.id, side=Side.CITIZEN)
    a_right(cast.bryn, initiative, Stage.DESIGN)
    with pytest.raises(errors.OneSideOnly):
        move(who=who(cast.bryn), initiative_id=initiative.id, stage=Stage.DESIGN, why=WHY)


def test_no_stage_is_entered_before_its_rights_are_said(cast: Cast) -> None:
    initiative = a_team(cast)
    with pytest.raises(errors.SayFirst):
        move(who=who(cast.bryn), initiative_id=initiative.id, stage=Stage.DESIGN, why=WHY)


def test_it_goes_back_as_well_as_forward_and_every_step_has_a_reason(cast: Cast) -> None:
    initiative = a_team(cast)
    a_right(cast.bryn, initiative, Stage.DESIGN)
    for stage in (Stage.DESIGN, Stage.NEED):
        move(who=who(cast.bryn), initiative_id=initiative.id, stage=stage, why=WHY)
    with pytest.raises(errors.WithoutReason) as caught:
        move(
            who=who(cast.bryn),
            initiative_id=initiative.id,
            stage=Stage.DESIGN,
            why=Reason("Achos", " "),
        )
    assert caught.value.field == "because_en"
    steps = list(Move.objects.order_by("id").values_list("left", "entered"))
    assert steps == [("", "NEED"), ("NEED", "DESIGN"), ("DESIGN", "NEED")]
    with pytest.raises(errors.ThereAlready):
        move(who=who(cast.bryn), initiative_id=initiative.id, stage=Stage.NEED, why=WHY)


def test_more_or_less_say_is_never_silent_and_what_held_before_stays(cast: Cast) -> None:
    initiative = a_team(cast)
    follow(who=who(cast.alys), initiative_id=initiative.id)
    a_right(cast.bryn, initiative, Stage.DECIDE, Say.CONSULTED)
    a_right(cast.bryn, initiative, Stage.DECIDE, Say.CITIZEN)
    a_right(cast.bryn, initiative, Stage.DECIDE, Say.INFORMED, Lead.PROFESSIONALS)
    verbs = ("initiative.right_said", "initiative.right_raised", "initiative.right_lowered")
    assert [Entry.objects.get(verb=verb).public for verb in verbs] == [True] * 3
    line = next(line for line in queries.stages_of(initiative) if line.stage == Stage.DECIDE)
    assert line.right
    assert line.right.say == Say.INFORMED
    assert [right.say for right in line.earlier] == [Say.CITIZEN, Say.CONSULTED]
    assert Letter.objects.filter(member=cast.alys, kind="initiative_right").count() == 3


def test_who_decides_is_not_left_out_and_who_only_hears_does_not_lead(cast: Cast) -> None:
    initiative = a_team(cast)
    for say, lead in ((Say.CITIZEN, Lead.PROFESSIONALS), (Say.INFORMED, Lead.CITIZENS)):
        with pytest.raises(errors.MakesNoSense):
            a_right(cast.bryn, initiative, Stage.DESIGN, say, lead)
    a_right(cast.bryn, initiative, Stage.DESIGN)
    with pytest.raises(errors.SameRight):
        a_right(cast.bryn, initiative, Stage.DESIGN)


def test_strangers_to_the_team_change_nothing_and_connectors_may_help(cast: Cast) -> None:
    initiative = a_team(cast)
    outsider = a_member(cast.hub, "Huw")
    for act in (
        lambda by: change(who=by, initiative_id=initiative.id, purpose=a_purpose("Other")),
        lambda by: end(who=by, initiative_id=initiative.id, why=WHY),
        lambda by: invite(who=by, initiative_id=initiative.id, offer=an_offer()),
    ):
        with pytest.raises(errors.NotInTheTeam):
            act(who(outsider))
    change(who=who(cast.carys), initiative_id=initiative.id, purpose=a_purpose("Other"))
    assert Initiative.objects.get().title_en == "Other"


def test_what_has_ended_rests_until_it_is_taken_up_again(cast: Cast) -> None:
    initiative = a_team(cast)
    end(who=who(cast.bryn), initiative_id=initiative.id, why=WHY)
    assert Letter.objects.filter(member=cast.dafydd, kind="initiative_ended").exists()
    with pytest.raises(errors.NotUnderWay):
        a_right(cast.bryn, initiative, Stage.DESIGN)
    taken_up = take_up(who=who(cast.bryn), initiative_id=initiative.id)
    assert taken_up.is_open
    with pytest.raises(errors.HasNotEnded):
        take_up(who=who(cast.bryn), initiative_id=initiative.id)


def test_an_invitation_says_what_is_in_it_and_is_answered_once(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    invitation = an_invitation(cast.bryn, initiative, cast.dafydd)
    letter = Letter.objects.get(member=cast.dafydd, kind="initiative_invited")
    assert "1\xa0awr 30\xa0mun" in letter.body
    assert "Popeth ond y dyddiad" in letter.body
    with pytest.raises(errors.AskedAlready):
        an_invitation(cast.bryn, initiative, cast.dafydd)
    with pytest.raises(errors.NotForYou):
        accept(who=who(cast.alys), invitation_id=invitation.id, side=Side.CITIZEN)
    decline(who=who(cast.dafydd), invitation_id=invitation.id)
    with pytest.raises(errors.NoLongerStands):
        accept(who=who(cast.dafydd), invitation_id=invitation.id, side=Side.CITIZEN)
    assert not Entry.objects.get(verb="initiative.declined").public


def test_an_offer_that_is_not_whole_is_refused(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    with pytest.raises(errors.PayIsMissing):
        invite(who=who(cast.bryn), initiative_id=initiative.id, offer=an_offer(thanks="PAY"))
    with pytest.raises(errors.TooSoonToHear):
        today = timezone.localdate()
        invite(who=who(cast.bryn), initiative_id=initiative.id, offer=an_offer(hear_by_on=today))
    assert not Invitation.objects.exists()


def test_everyone_may_say_yes_to_what_is_open_to_all_until_it_is_taken_back(cast: Cast) -> None:
    initiative = an_initiative(cast.bryn)
    invitation = an_invitation(cast.bryn, initiative, None)
    accept(who=who(cast.alys), invitation_id=invitation.id, side=Side.CITIZEN)
    with pytest.raises(errors.SitsAlready):
        accept(who=who(cast.alys), invitation_id=invitation.id, side=Side.CITIZEN)
    withdraw(who=who(cast.bryn), invitation_id=invitation.id)
    with pytest.raises(errors.NoLongerStands):
        accept(who=who(cast.dafydd), invitation_id=invitation.id, side=Side.CITIZEN)


def test_the_last_of_the_team_does_not_walk_away_from_it(cast: Cast) -> None:
    initiative = a_team(cast)
    leave_team(who=who(cast.dafydd), initiative_id=initiative.id)
    with pytest.raises(errors.LastOfTheTeam):
        leave_team(who=who(cast.bryn), initiative_id=initiative.id)
    with pytest.raises(errors.NotInTheTeam):
        leave_team(who=who(cast.dafydd), initiative_id=initiative.id)
