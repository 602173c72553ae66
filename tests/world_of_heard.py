"""Who is heard in the world: who lives here, who took part, and meetings in each state."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.utils import timezone

from gyda.heard.actions.about import count_unnamed, tell
from gyda.heard.actions.coming import come
from gyda.heard.actions.count import count_anew
from gyda.heard.actions.meetings import (
    Plan,
    cancel_meeting,
    close_meeting,
    open_meeting,
    plan_meeting,
)
from gyda.heard.actions.passport import keep_passport
from gyda.heard.actions.population import load_population
from gyda.heard.models import Coming, Meeting, SharedNeed
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who

PEOPLE = {
    "CARING": {"YES": 105, "NO": 895},
    "LANGUAGE": {"WELSH": 300, "ENGLISH": 640, "OTHER": 60},
}


def heard_in(alys: Member, bryn: Member, carys: Member, meals: UUID) -> dict[str, UUID]:
    """Bryn organises; Carys needs a lift to what is planned; the others are over."""
    initiative = Initiative.objects.get(id=meals)
    load_population(
        who=Who(alys),
        population=PEOPLE,
        source_cy="Cyfrifiad 2021",
        source_en="Census 2021",
        as_of_on=datetime.date(2021, 3, 21),
    )
    tell(who=Who(bryn), answers={"AGE": "45_64", "CARING": "-", "AREA": "pentre isaf"})
    for answers, people in (({"CARING": "YES"}, 9), ({"CARING": "NO", "LANGUAGE": "WELSH"}, 21)):
        count_unnamed(initiative=initiative, way="letters", answers=answers, people=people)
    count_anew(hub_id=alys.hub_id, now=timezone.now())
    keep_passport(who=Who(carys), kinds=["TRANSPORT"], words="Te cyn dechrau", language="cy")
    return _meetings(bryn, carys, initiative)


def _meetings(bryn: Member, carys: Member, initiative: Initiative) -> dict[str, UUID]:
    planned, opened, held, cancelled = (_meeting(bryn, initiative) for _state in range(4))
    come(who=Who(carys), meeting_id=planned.id, share=["TRANSPORT"])
    for meeting in (opened, held):
        open_meeting(who=Who(bryn), meeting_id=meeting.id)
    came = Coming.objects.filter(meeting=held, member=bryn).values_list("id", flat=True)
    close_meeting(who=Who(bryn), meeting_id=held.id, came=list(came))
    cancel_meeting(
        who=Who(bryn), meeting_id=cancelled.id, because_cy="Eira mawr", because_en="Deep snow"
    )
    need = SharedNeed.objects.get(coming__meeting=planned)
    named = {"planned": planned, "open": opened, "held": held, "cancelled": cancelled}
    return {f"meeting {name}": meeting.id for name, meeting in named.items()} | {
        "shared need": need.id
    }


def _meeting(by: Member, initiative: Initiative, marker: str = "") -> Meeting:
    starts = timezone.now() + datetime.timedelta(days=9)
    plan = Plan(
        title_cy=marker or "Dewis y fwydlen",
        title_en=marker or "Choosing the menu",
        purpose_cy=marker or "Blasu a dewis",
        purpose_en=marker or "Tasting and choosing",
        place_cy=marker or "Y capel",
        place_en=marker or "The chapel",
        starts_at=starts,
        ends_at=starts + datetime.timedelta(hours=2),
    )
    return plan_meeting(who=Who(by), initiative_id=initiative.id, plan=plan, key=uuid7())


def heard_elsewhere(steward: Member, marker: str) -> None:
    """A meeting and a table, marked, in the other hub."""
    initiative = Initiative.objects.first()
    assert initiative
    _meeting(steward, initiative, marker)
    load_population(
        who=Who(steward),
        population=PEOPLE,
        source_cy=f"Ffigurau {marker}",
        source_en=f"Figures of {marker}",
        as_of_on=datetime.date(2021, 3, 21),
    )
