"""The panels of the world: gathering people, not to be drawn, waiting for its lot, sitting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils import timezone

from gyda.decide.panels import work
from gyda.decide.panels.actions import (
    closing,
    features,
    hearing,
    lot,
    meetings,
    pool,
    promises,
    seats,
    setup,
    voting,
)
from gyda.decide.panels.models import Panel, PanelFeature, PanelSeat, PoolPerson, Sits
from gyda.heard.actions.meetings import Plan as MeetingPlan
from gyda.initiatives.models import Initiative
from gyda.people.models import Member
from gyda.people.who import Who

AGES = (features.Group("Ifanc", "Young", "young", 1, 1), features.Group("Hen", "Old", "old", 1, 1))


@dataclass
class Panels:
    """What there is, each by what it is called in the tables."""

    panels: dict[str, UUID] = field(default_factory=dict)
    others: dict[str, UUID | str] = field(default_factory=dict)


def panels_in(bryn: Member, carys: Member, dafydd: Member, gwen: Member, meals: UUID) -> Panels:
    """Carys is the clerk; Bryn and Gwen sit on one, and Dafydd advises it."""
    found = Panels()
    thread = Initiative.objects.get(id=meals)
    found.panels["sitting"] = _sitting(found, bryn, carys, dafydd, gwen, thread)
    found.panels["gathering"] = _gathering(found, bryn, carys, thread)
    found.panels["failed"] = _drawn(carys, thread, young=0, old=3)
    found.panels["listed"] = _drawn(carys, thread, young=2, old=2, way="SEED")
    return found


def _open(carys: Member, thread: Initiative, title: str, **more: Any) -> Panel:
    today = timezone.localdate()
    plan: dict[str, Any] = {
        "title_cy": title,
        "title_en": title,
        "question_cy": "Sut y dylid gwario'r arian?",
        "question_en": "How should the money be spent?",
        "seats": 2,
        "lots": 10,
        "closes_on": today + datetime.timedelta(days=20),
        "purge_on": today + datetime.timedelta(days=90),
    }
    who = Who(carys)
    panel = setup.open_panel(who=who, initiative=thread, plan=setup.Plan(**(plan | more)))
    names = {"name_cy": "Oed", "name_en": "Age"}
    features.ask_own(who=who, panel_id=panel.id, groups=AGES, **names)
    return panel


def _write_down(carys: Member, panel: Panel, age: str, name: str = "", **more: Any) -> PoolPerson:
    told = pool.Told({"age": age})
    return pool.write_down(who=Who(carys), panel_id=panel.id, told=told, name=name, **more)


def _gathering(found: Panels, bryn: Member, carys: Member, thread: Initiative) -> UUID:
    panel = _open(carys, thread, "Panel Bwyd", way="SEED")
    person = _write_down(carys, panel, "old", "Elin Môn", contact="01234 567890")
    (letter,) = pool.invite_homes(who=Who(carys), panel_id=panel.id, addresses=["1 Stryd Fawr"])
    sha256 = promises.promise_of("bara lawr")
    promises.promise(who=Who(bryn), panel_id=panel.id, sha256=sha256)
    found.others |= {
        "person": person.id,
        "code": letter.code,
        "feature": PanelFeature.objects.get(panel=panel).id,
    }
    return panel.id


def _drawn(carys: Member, thread: Initiative, *, young: int, old: int, way: str = "DICE") -> UUID:
    panel = _open(carys, thread, "Panel Lle", way=way)
    if way == "SEED":
        sha256 = promises.promise_of("te")
        promises.promise(who=Who(carys), panel_id=panel.id, sha256=sha256)
    for age, number in (("young", young), ("old", old)):
        for one in range(number):
            _write_down(carys, panel, age, f"Person {age} {one}")
    work.carry_out(closing.close_pool(who=Who(carys), panel_id=panel.id).id)
    return panel.id


def _sitting(
    found: Panels, bryn: Member, carys: Member, dafydd: Member, gwen: Member, thread: Initiative
) -> UUID:
    panel = _open(carys, thread, "Panel y Cwm", reserves=1, pay="CREDITS", minutes=120)
    for member, age in ((bryn, "young"), (gwen, "old")):
        told = pool.Told({"age": age}, [str(member.id)])
        pool.put_forward(who=Who(member), panel_id=panel.id, told=told)
    nia, _huw = (_write_down(carys, panel, "old", name) for name in ("Nia", "Huw"))
    work.carry_out(closing.close_pool(who=Who(carys), panel_id=panel.id).id)
    lot.draw_lot(who=Who(carys), panel_id=panel.id, said="4")
    _let_sit(panel, bryn, gwen)
    on = timezone.localdate()
    ids = list(PanelSeat.objects.taken().filter(panel=panel).values_list("id", flat=True))
    seats.trained(who=Who(carys), panel_id=panel.id, seat_ids=ids, on=on)
    for member in (bryn, gwen):
        seats.choose_chair(who=Who(member), panel_id=panel.id, seat_id=ids[0])
    nia.refresh_from_db()
    asked = PanelSeat.objects.create(
        panel=panel, person=nia, number=nia.number or 0, answers=nia.answers, state=Sits.OFFERED
    )
    found.others |= {"seat": ids[0], "asked seat": asked.id}
    _hears(found, panel, bryn, carys, dafydd)
    return panel.id


def _let_sit(panel: Panel, bryn: Member, gwen: Member) -> None:
    """Let Bryn and Gwen be those who were drawn, whatever the lot was."""
    others = PanelSeat.objects.filter(panel=panel).exclude(member__in=[bryn, gwen])
    others._raw_delete(others.db)  # nothing points at them, and a plain delete forgets the hub
    for person in PoolPerson.objects.filter(panel=panel, member__in=[bryn, gwen]):
        PanelSeat.objects.update_or_create(
            panel=panel,
            number=person.number or 0,
            defaults={"state": Sits.OFFERED, "member": person.member, "answers": person.answers},
        )
    for member in (bryn, gwen):
        seats.answer(who=Who(member), panel_id=panel.id, takes=True)


def _hears(found: Panels, panel: Panel, bryn: Member, carys: Member, dafydd: Member) -> None:
    interest = hearing.Interest("Arian", "Money", "Dim", "None")
    adviser = hearing.name_adviser(
        who=Who(carys), panel_id=panel.id, member=dafydd, interest=interest
    )
    source = hearing.Source("Costau", "Costs", "Y cyngor", timezone.localdate(), words="£3 y pryd")
    hearing.give_evidence(who=Who(dafydd), panel_id=panel.id, evidence=source)
    words = {"text": "Faint mae pryd yn ei gostio?", "language": "cy"}
    question = hearing.ask(who=Who(bryn), panel_id=panel.id, **words)
    said = {"text": "Tua thair punt", "language": "cy"}
    hearing.reply(who=Who(dafydd), panel_id=panel.id, question_id=question.id, **said)
    motion = voting.move(who=Who(bryn), panel_id=panel.id, proposal=_proposal())
    asked = {"pence": 450, "words": "Bws", "language": "cy"}
    claim = meetings.claim_costs(who=Who(bryn), panel_id=panel.id, **asked)
    start = timezone.now() + datetime.timedelta(days=8)
    plan = MeetingPlan(
        title_cy="Cyfarfod y panel", title_en="The panel meets", purpose_cy="Trafod",
        purpose_en="To talk", starts_at=start, ends_at=start + datetime.timedelta(hours=2),
        place_cy="Y neuadd", place_en="The hall", open_to_all=False,
    )  # fmt: skip
    met = meetings.plan(who=Who(carys), panel_id=panel.id, kind="MEETING", plan=plan)
    found.others |= {"adviser": adviser.id, "question": question.id, "motion": motion.id}
    found.others |= {"claim": claim.id, "met": met.id}


def _proposal() -> voting.Proposal:
    return voting.Proposal("Cinio dydd Sul", "Sunday lunch", "Coginio i bawb", "Cook for everyone")


def panels_elsewhere(steward: Member, marker: str) -> None:
    """One of the other hub, marked."""
    thread = Initiative.objects.order_by("id").first()
    assert thread is not None
    panel = _open(steward, thread, marker)
    _write_down(steward, panel, "old", marker, contact=marker)
