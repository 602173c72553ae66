"""Panels for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from gyda.decide.panels import work
from gyda.decide.panels.actions import closing, features, lot, pool, seats, setup
from gyda.decide.panels.actions.features import Group
from gyda.decide.panels.models import Panel, PanelDraw, PanelSeat, Sits
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who

AGES = (Group("Ifanc", "Young", "young"), Group("Hen", "Old", "old"))


def a_plan(**fields: Any) -> setup.Plan:
    today = timezone.localdate()
    wanted: dict[str, Any] = {
        "title_cy": "Panel y pentref",
        "title_en": "The village panel",
        "question_cy": "Sut y dylid gwario'r arian?",
        "question_en": "How should the money be spent?",
        "seats": 2,
        "closes_on": today + datetime.timedelta(days=20),
        "purge_on": today + datetime.timedelta(days=90),
        "lots": 10,
    }
    return setup.Plan(**(wanted | fields))


def a_panel(cast: Cast, initiative: Initiative | None = None, **fields: Any) -> Panel:
    """Carys, a connector, is its clerk; one seat for the young, one for the old."""
    thread = initiative or a_team(cast)
    panel = setup.open_panel(who=who(cast.carys), initiative=thread, plan=a_plan(**fields))
    half = panel.seats // 2
    groups = [Group(g.name_cy, g.name_en, g.code, half, half) for g in AGES]
    features.ask_own(
        who=who(cast.carys), panel_id=panel.id, name_cy="Oed", name_en="Age", groups=groups
    )
    return panel


def goes_in(panel: Panel, member: Member, age: str, home: str = "") -> None:
    told = pool.Told({"age": age}, [home])
    pool.put_forward(who=who(member), panel_id=panel.id, told=told)


def people_in(cast: Cast, panel: Panel, young: int = 3, old: int = 3) -> list[Member]:
    """Put so many new members of the hub into the pool."""
    members = []
    for age, number in (("young", young), ("old", old)):
        for _one in range(number):
            member = a_member(cast.hub)
            goes_in(panel, member, age)
            members.append(member)
    return members


def lots_of(cast: Cast, panel: Panel) -> PanelDraw:
    """Close the pool and make the lots."""
    draw = closing.close_pool(who=who(cast.carys), panel_id=panel.id)
    assert work.carry_out(draw.id)
    draw.refresh_from_db()
    return draw


def a_drawn_panel(cast: Cast, said: str = "3", **fields: Any) -> Panel:
    """One that was drawn with a die; nobody has said yes yet."""
    panel = a_panel(cast, **fields)
    people_in(cast, panel, 4, 4)
    lots_of(cast, panel)
    lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said=said)
    panel.refresh_from_db()
    return panel


def everyone_sits(panel: Panel) -> list[Member]:
    """Let all who are asked take their seats."""
    rows = PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED).select_related("member")
    members = [seat.member for seat in rows.order_by("number") if seat.member]
    for member in members:
        seats.answer(who=who(member), panel_id=panel.id, takes=True)
    return members


def seat_ids(panel: Panel, *states: str) -> list[UUID]:
    rows = PanelSeat.objects.filter(panel=panel, state__in=states or [Sits.TAKEN])
    return list(rows.order_by("number").values_list("id", flat=True))
