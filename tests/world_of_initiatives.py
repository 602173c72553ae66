"""The initiatives of the world: one with a whole history, one that began late, one that ended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.initiatives.actions import handovers, invitations, programmes, seats, stages, thread
from gyda.initiatives.models import Initiative, Lead, Say, Side, Stage
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member, Organisation
from gyda.people.who import Who

WHY = thread.Reason("Mae pobl wedi gofyn", "People have asked")


@dataclass
class Threads:
    """What there is, each by what it is called in the tables."""

    initiatives: dict[str, UUID] = field(default_factory=dict)
    invitations: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID] = field(default_factory=dict)


def threads_in(alys: Member, bryn: Member, carys: Member, dafydd: Member, gwen: Member) -> Threads:
    """Bryn and Dafydd make meals together; Dafydd's own plan came late; Carys ended one."""
    found = Threads()
    programme = programmes.keep_programme(
        who=Who(carys),
        title_cy="Bwyd y cwm",
        title_en="Food of the valley",
        purpose_cy="Popeth am fwyta'n dda",
        purpose_en="All about eating well",
    )
    meals = _started(bryn, Side.CITIZEN, "Prydau", "Meals", programme=programme)
    late = _started(dafydd, Side.PROFESSIONAL, "Goleuadau", "Lights", began_with="PLAN")
    ended = _started(carys, Side.CITIZEN, "Y bws", "The bus")
    thread.end(who=Who(carys), initiative_id=ended.id, why=WHY)
    _history(found, meals, bryn, dafydd, gwen)
    seats.follow(who=Who(alys), initiative_id=meals.id)
    found.initiatives = {"late": late.id, "meals": meals.id, "ended": ended.id}
    found.others["programme"] = programme.id
    return found


def _started(
    by: Member, side: Side, cy: str, en: str, *, began_with: str = "WORDS", **fields: object
) -> Initiative:
    words = {"title_cy": cy, "title_en": en, "purpose_cy": "Bwyd a chwmni", "place_cy": "Y capel"}
    other = {"purpose_en": "Food and company", "place_en": "The chapel"}
    purpose = thread.Purpose(**words, **other, **fields)  # type: ignore[arg-type]
    return thread.start(
        who=Who(by), purpose=purpose, began_with=began_with, side=side, why=WHY, key=uuid7()
    )


def _history(found: Threads, meals: Initiative, bryn: Member, dafydd: Member, gwen: Member) -> None:
    by = Who(bryn)
    answered = _invited(bryn, meals, dafydd)
    invitations.accept(who=Who(dafydd), invitation_id=answered, side=Side.PROFESSIONAL)
    for say in (Say.CONSULTED, Say.JOINT):
        stages.set_right(
            who=by,
            initiative_id=meals.id,
            stage=Stage.DESIGN,
            say=say,
            lead=Lead.TOGETHER,
            why=WHY,
        )
    stages.move(who=by, initiative_id=meals.id, stage=Stage.DESIGN, why=WHY)
    found.invitations = {
        "answered": answered,
        "to Gwen": _invited(bryn, meals, gwen),
        "to all": _invited(bryn, meals, None),
    }
    kept = [_handed_over(bryn, meals, dafydd) for _ in range(2)]
    handovers.hand_back(who=by, handover_id=kept[1], why=WHY)
    found.others["handover"] = kept[0]


def _invited(by: Member, initiative: Initiative, member: Member | None) -> UUID:
    offer = invitations.Offer(
        minutes=90,
        rhythm="MONTHLY",
        thanks="PAY",
        pence=2500,
        can_change_cy="Popeth",
        can_change_en="Everything",
        hear_by_on=timezone.localdate() + datetime.timedelta(days=30),
    )
    invitation = invitations.invite(
        who=Who(by), initiative_id=initiative.id, offer=offer, member=member, key=uuid7()
    )
    return invitation.id


def _handed_over(by: Member, initiative: Initiative, dafydd: Member) -> UUID:
    terms = handovers.Terms(
        organisation=Organisation.objects.get(id=dafydd.organisation_id),
        task_cy="Mynd â phrydau",
        task_en="Taking meals round",
        duty_cy="Mae pawb yn bwyta",
        duty_en="Everyone eats",
        way_back_cy="Mis o rybudd",
        way_back_en="A month's notice",
        pence=240_000,
    )
    return handovers.hand_over(
        who=Who(by), initiative_id=initiative.id, terms=terms, key=uuid7()
    ).id


def threads_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    words = {"title_cy": f"Menter {marker}", "title_en": f"{marker} initiative"}
    texts = {"purpose_cy": f"Er {marker}", "purpose_en": f"For {marker}"}
    programmes.keep_programme(who=Who(steward), **words, **texts)
    thread.start(
        who=Who(steward),
        purpose=thread.Purpose(**words, **texts),
        began_with="WORDS",
        side=Side.CITIZEN,
        why=thread.Reason(f"Am {marker}", f"Because of {marker}"),
        key=uuid7(),
    )
