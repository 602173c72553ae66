"""A small but whole world for the whole-site tests: two hubs, every state of things."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.people.actions.cards import issue_card
from gyda.people.actions.consents import record_consent
from gyda.people.actions.erasing import erase
from gyda.people.actions.hubs import keep_organisation, open_hub
from gyda.people.actions.invitations import invite
from gyda.people.actions.joining import approve, ask_to_join
from gyda.people.actions.leaving import leave
from gyda.people.actions.members import add_offline_member
from gyda.people.actions.profile import Need, change_profile, tell_needs
from gyda.people.actions.roles import change_role
from gyda.people.models import ActingConsent, Application, Hub, Member
from gyda.people.models.consent import How, Scope
from gyda.people.models.member import Role
from gyda.people.tests.builders import a_person
from gyda.people.who import Who
from tests.world_of_answers import answers_elsewhere, answers_in
from tests.world_of_ballots import Ballots, ballots_elsewhere, ballots_in, carried_out
from tests.world_of_care import care_elsewhere, care_in, referrals_elsewhere, referrals_in
from tests.world_of_conversations import Talks, talks_elsewhere, talks_in
from tests.world_of_criteria import criteria_elsewhere, criteria_in
from tests.world_of_decisions import Decided, decisions_elsewhere, decisions_in
from tests.world_of_figures import figures_in
from tests.world_of_funds import funds_elsewhere, funds_in
from tests.world_of_gifts import Ids, gifts_elsewhere, gifts_in
from tests.world_of_heard import heard_elsewhere, heard_in
from tests.world_of_hours import Hours, hours_elsewhere, hours_in
from tests.world_of_hubs import neighbours_of
from tests.world_of_ideas import Ideas, ideas_elsewhere, ideas_in
from tests.world_of_initiatives import Threads, threads_elsewhere, threads_in
from tests.world_of_letters import letters_elsewhere, letters_in
from tests.world_of_maps import maps_elsewhere, maps_in
from tests.world_of_moving import brought_over
from tests.world_of_panels import Panels, panels_elsewhere, panels_in
from tests.world_of_proposals import Proposals, proposals_elsewhere, proposals_in
from tests.world_of_venues import Places, venues_elsewhere, venues_in

ELSEWHERE = "Tregarreglwyd"  # stands in every name and text of the other hub, and nowhere else


@dataclass
class World:
    """The cast of the house plan, and around them: Gwen acts for Bryn, Olwen has neither phone
    nor e-mail, Ned waits to be let in, Hari has left and Mair is erased; Eira and Emrys belong
    to the other hub."""

    hub: Hub
    other_hub: Hub
    alys: Member
    bryn: Member
    carys: Member
    dafydd: Member
    gwen: Member
    olwen: Member
    ned: Member
    eira: Member
    emrys: Member
    consent: ActingConsent
    ids: dict[str, UUID | str] = field(default_factory=dict)
    hours: Hours = field(default_factory=Hours)
    places: Places = field(default_factory=Places)
    threads: Threads = field(default_factory=Threads)
    gifts: Ids = field(default_factory=dict)
    ideas: Ideas = field(default_factory=Ideas)
    ballots: Ballots = field(default_factory=Ballots)
    decided: Decided = field(default_factory=Decided)
    proposals: Proposals = field(default_factory=Proposals)
    talks: Talks = field(default_factory=Talks)
    panels: Panels = field(default_factory=Panels)
    questions: dict[str, UUID] = field(default_factory=dict)
    money: dict[str, UUID | str] = field(default_factory=dict)


def a_world() -> World:
    """Make the world, by the actions that people use."""
    other_hub, emrys, eira = _elsewhere()
    steward = a_person("Alys Bowen", language="en")
    hub, alys = open_hub(
        slug="cwm-du", name_cy="Hwb Cwm Du", name_en="Cwm Du Hub", steward=steward,
        about_cy="Cymdogion Cwm Du", about_en="Neighbours in Cwm Du",
    )  # fmt: skip
    with in_hub(hub.id):
        carys = _joins(hub, alys, "Carys Huws")
        change_role(who=Who(alys), member=carys, role=Role.CONNECTOR)
        bryn, gwen = _joins(hub, alys, "Bryn Parri"), _joins(hub, alys, "Gwen Parri")
        world = World(
            hub=hub,
            other_hub=other_hub,
            alys=Member.objects.get(id=alys.id),
            bryn=bryn,
            carys=Member.objects.get(id=carys.id),
            dafydd=_a_professional(hub, alys),
            gwen=gwen,
            olwen=add_offline_member(
                who=Who(carys), name="Olwen Prys", language="cy", area="Pentre Isaf"
            ),
            ned=_asks(hub, "Ned Puw"),
            eira=eira,
            emrys=emrys,
            consent=_acts_for(gwen, bryn, carys),
        )
        _papers(world)
        _gone(world)
        world.hours = hours_in(world.alys, world.bryn, world.carys, world.olwen, world.gwen)
        agreed = world.hours.exchanges["agreed"]
        world.ids |= care_in(world.alys, world.bryn, world.carys, world.gwen, agreed)
        world.ids |= referrals_in(world.alys, world.carys, world.dafydd)
        brought_over(world.alys, world.ids)
        neighbours_of(hub, world.alys, world.bryn, world.ids)
        world.places = venues_in(world.alys, world.bryn, world.carys, world.dafydd, world.gwen)
        world.threads = threads_in(world.alys, world.bryn, world.carys, world.dafydd, world.gwen)
        meals = world.threads.initiatives["meals"]
        world.ideas = ideas_in(world.alys, world.bryn, world.carys, world.dafydd, world.gwen)
        world.ids |= letters_in(world.alys, world.bryn, world.dafydd, world.gwen)
        world.talks = talks_in(world.alys, world.bryn, world.carys, world.gwen, meals)
        world.questions = answers_in(world.alys, world.bryn, world.dafydd, meals)
        world.ids |= figures_in(world.alys, world.carys)
        world.gifts = gifts_in(world.bryn, world.carys, meals)
        world.ids |= maps_in(world.alys)
        world.ids |= heard_in(world.alys, world.bryn, world.carys, meals)
        _decided_together(world, meals)
    return world


def _decided_together(world: World, meals: UUID) -> None:
    """What is shaped and decided on the meals: votes, panels, proposals, money, criteria."""
    world.ballots = ballots_in(world.alys, world.bryn, world.carys, world.gwen, meals)
    world.panels = panels_in(world.bryn, world.carys, world.dafydd, world.gwen, meals)
    world.proposals = proposals_in(world.bryn, world.carys, world.dafydd, world.gwen, meals)
    world.money = funds_in(world.alys, world.bryn, world.dafydd, meals)
    won = carried_out(world.alys, world.bryn, meals, UUID(str(world.money["fund"])))
    world.ballots.others["won"] = won
    world.ids |= criteria_in(world.carys, world.bryn, world.dafydd, meals)
    world.decided = decisions_in(
        world.alys, world.bryn, world.carys, world.dafydd, [world.gwen, world.olwen], meals
    )


def _joins(hub: Hub, steward: Member, name: str) -> Member:
    application = Application.objects.get(member=_asks(hub, name))
    return approve(who=Who(steward), application=application)


def _asks(hub: Hub, name: str) -> Member:
    person = a_person(name)
    return ask_to_join(person=person, hub=hub, words="Hoffwn ymuno", needs="", language="cy")


def _a_professional(hub: Hub, steward: Member) -> Member:
    member = _joins(hub, steward, "Dafydd Rees")
    practice = keep_organisation(
        who=Who(steward), name_cy="Meddygfa Cwm Du", name_en="Cwm Du Surgery"
    )
    change_role(who=Who(steward), member=member, role=Role.MEMBER, organisation=practice)
    return Member.objects.get(id=member.id)


def _acts_for(supporter: Member, principal: Member, connector: Member) -> ActingConsent:
    return record_consent(
        who=Who(connector),
        principal=principal,
        supporter=supporter,
        scope=Scope.TIME_BANK,
        how=How.SPOKEN,
        given_at=timezone.now() - datetime.timedelta(days=3),
    )


def _papers(world: World) -> None:
    """A card, invitations, a consent for Olwen, and what Bryn says of himself."""
    card, _ = issue_card(who=Who(world.carys), member=world.olwen)
    invitation, code = invite(who=Who(world.carys))
    used = _acts_for(world.carys, world.olwen, world.alys)
    change_profile(
        who=Who(world.bryn), language="cy", strengths="Trwsio beiciau", strengths_language="cy"
    )
    tell_needs(
        who=Who(world.bryn), needs=[Need("HEARING", "Siaradwch yn glir", True)], language="cy"
    )
    world.ids |= {
        "card": card.number,
        "invitation": invitation.id,
        "code": code,
        "olwens consent": used.id,
        "organisation": world.dafydd.organisation_id,
        "application": Application.objects.get(member=world.ned).id,
    }


def _gone(world: World) -> None:
    hari, mair = (_joins(world.hub, world.alys, name) for name in ("Hari Wyn", "Mair Tudur"))
    leave(who=Who(hari), member=hari)
    erase(who=Who(mair))
    world.ids |= {"hari": hari.id, "mair": mair.id}


def _elsewhere() -> tuple[Hub, Member, Member]:
    hub, emrys = open_hub(
        slug="cwm-arall", name_cy=f"Hwb {ELSEWHERE}", name_en=f"{ELSEWHERE} Hub",
        steward=a_person(f"Emrys {ELSEWHERE}"),
        about_cy=f"Pobl {ELSEWHERE}", about_en=f"People of {ELSEWHERE}",
    )  # fmt: skip
    with in_hub(hub.id):
        eira = _joins(hub, emrys, f"Eira {ELSEWHERE}")
        keep_organisation(who=Who(emrys), name_cy=f"Ysgol {ELSEWHERE}", name_en=ELSEWHERE)
        _asks(hub, f"Enid {ELSEWHERE}")
        hours_elsewhere(emrys, eira, ELSEWHERE)
        venues_elsewhere(emrys, ELSEWHERE)
        care_elsewhere(emrys, eira, ELSEWHERE)
        referrals_elsewhere(emrys, ELSEWHERE)
        threads_elsewhere(emrys, ELSEWHERE)
        answers_elsewhere(emrys, ELSEWHERE)
        funds_elsewhere(emrys, ELSEWHERE)
        decisions_elsewhere(emrys, ELSEWHERE)
        ideas_elsewhere(emrys, ELSEWHERE)
        ballots_elsewhere(emrys, ELSEWHERE)
        heard_elsewhere(emrys, ELSEWHERE)
        panels_elsewhere(emrys, ELSEWHERE)
        gifts_elsewhere(emrys, ELSEWHERE)
        letters_elsewhere(emrys, ELSEWHERE)
        maps_elsewhere(emrys, ELSEWHERE)
        talks_elsewhere(emrys, ELSEWHERE)
        proposals_elsewhere(emrys, ELSEWHERE)
        criteria_elsewhere(emrys, ELSEWHERE)
    return hub, emrys, eira
