"""People who took part, who lives here, and meetings, for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from gyda.heard.actions.about import tell
from gyda.heard.actions.meetings import Plan, plan_meeting
from gyda.heard.actions.passport import keep_passport
from gyda.heard.actions.population import load_population
from gyda.heard.models import Meeting, PopulationTable
from gyda.initiatives.models import Initiative, Seat, Side
from gyda.people.models import Hub, Member
from gyda.people.tests.builders import a_member, who

GWYNEDD = {"1": 427, "2": 2958, "3": 3444, "4": 2400, "5": 772}  # WIMD 2025, per 10,001
AGES = {"0_15": 170, "16_24": 100, "25_44": 220, "45_64": 260, "65_74": 130, "75_UP": 120}


def a_population(steward: Member, **population: dict[str, int]) -> PopulationTable:
    return load_population(
        who=who(steward),
        population=population or {"AGE": AGES},
        source_cy="Cyfrifiad",
        source_en="Census",
        as_of_on=datetime.date(2021, 3, 21),
    )


def took_part(hub: Hub, initiative: Initiative, answers: Sequence[dict[str, str]]) -> list[Member]:
    """Let people sit in the team as citizens, each with what they say of themselves."""
    found = []
    for said in answers:
        member = a_member(hub)
        Seat.objects.create(
            initiative=initiative, member=member, side=Side.CITIZEN, joined_at=timezone.now()
        )
        if said:
            tell(who=who(member), answers=said)
        found.append(member)
    return found


def a_plan(**fields: Any) -> Plan:
    starts = timezone.now() + datetime.timedelta(days=7)
    wanted = {
        "title_cy": "Cyfarfod",
        "title_en": "A meeting",
        "purpose_cy": "Dewis y fwydlen",
        "purpose_en": "Choosing the menu",
        "place_cy": "Y capel",
        "place_en": "The chapel",
        "starts_at": starts,
        "ends_at": starts + datetime.timedelta(hours=2),
    }
    return Plan(**(wanted | fields))


def a_meeting(organiser: Member, initiative: Initiative, **fields: Any) -> Meeting:
    return plan_meeting(who=who(organiser), initiative_id=initiative.id, plan=a_plan(**fields))


def a_passport(member: Member, *kinds: str, words: str = "") -> None:
    keep_passport(who=who(member), kinds=kinds, words=words, language="cy")
