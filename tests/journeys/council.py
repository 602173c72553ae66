"""Story C's people: a council, a panel by lot, two advisers, 160 who came forward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import datetime
import io
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.answers.actions.setup import name_contact
from gyda.decide.decisions.models import Decision
from gyda.decide.panels.actions.features import Group, ask_own
from gyda.decide.panels.actions.setup import open_panel
from gyda.decide.panels.models import Panel, PanelSeat, Sits
from gyda.decide.tests.panels_for_tests import a_plan
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.keys.context import in_hub
from gyda.people.models import Hub, Member, Organisation
from gyda.people.tests.builders import Cast, a_cast, a_member, who

REGISTERED, SEATS = 160, 16
AGES = {"young": 31, "middle": 44, "old": 25}
FIFTHS = {"1": 427, "2": 2958, "3": 3444, "4": 2400, "5": 772}  # Gwynedd, WIMD 2025
TONGUES = {"cy": 64, "en": 36}
ASKED = {"Age": AGES, "Fifth": FIFTHS, "Language": TONGUES}


@dataclass
class Council:
    """Dafydd answers for the council; Bethan and Owain advise and have no vote."""

    cast: Cast
    body: Organisation
    thread: Initiative
    bethan: Member
    owain: Member
    panel: Panel
    ids: dict[str, UUID] = field(default_factory=dict)

    @property
    def hub(self) -> Hub:
        return self.cast.hub

    def at(self, path: str = "") -> str:
        return f"hubs/{self.cast.hub.slug}/{path}"

    def decision(self, title_en: str) -> Decision:
        with in_hub(self.hub.id):
            return Decision.objects.get(title_en=title_en)


def a_council() -> Council:
    """Make them; citizens decide at this stage of the initiative."""
    cast = a_cast()
    with in_hub(cast.hub.id):
        thread = a_team(cast)
        a_right(cast.bryn, thread, "DECIDE", "CITIZEN")
        body = Organisation.objects.get(id=cast.dafydd.organisation_id or cast.hub.id)
        name_contact(who=who(cast.alys), organisation=body, member=cast.dafydd)
        panel = open_panel(
            who=who(cast.carys), initiative=thread,
            plan=a_plan(seats=SEATS, way="SEED", lots=100, one_per_household=False,
                        pay="MONEY", pence=3_000),
        )  # fmt: skip
        for name, groups in ASKED.items():
            ask_own(
                who=who(cast.carys), panel_id=panel.id, name_cy=f"{name} (cy)", name_en=name,
                groups=[
                    Group(f"{code} (cy)", code, code, people=people)
                    for code, people in groups.items()
                ],
            )  # fmt: skip
        bethan, owain = a_member(cast.hub, "Bethan Cyllid"), a_member(cast.hub, "Owain Iechyd")
    return Council(cast, body, thread, bethan, owain, panel)


def the_pool() -> bytes:
    """Return the file of all who came forward: every mixture of age, fifth and language."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["id", "name", "contact", "age", "fifth", "language"])
    for number in range(REGISTERED):
        fields = [list(groups) for groups in ASKED.values()]
        said = [field[number % len(field)] for field in fields]
        writer.writerow([f"p{number:03}", f"Person {number}", "", *said])
    return file.getvalue().encode()


def the_panel_sits(council: Council) -> list[Member]:
    """Everyone drawn is a member; all but the first have said yes and had the training."""
    now, members = timezone.now(), []
    with in_hub(council.hub.id):
        for seat in PanelSeat.objects.filter(panel=council.panel).order_by("number"):
            member = a_member(council.hub, f"Panelydd {seat.number}")
            PanelSeat.objects.filter(id=seat.id).update(
                member=member, state=Sits.TAKEN, answered_at=now, trained_on=now.date(),
                until_on=now.date() + datetime.timedelta(days=300),
            )  # fmt: skip
            members.append(member)
        PanelSeat.objects.filter(member=members[0]).update(
            state=Sits.OFFERED, answered_at=None, trained_on=None, until_on=None
        )
    return members
