"""The pages of panels, by request."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gyda.decide.panels.actions import pool, promises
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelFeature,
    PanelGroup,
    PanelSeat,
    PoolPerson,
    Sits,
)
from gyda.decide.panels.work import carry_out
from gyda.decide.tests.panels_for_tests import (
    a_drawn_panel,
    a_panel,
    everyone_sits,
    lots_of,
    people_in,
)
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who


class Reader:
    """A reader of the hub's pages."""

    def __init__(self, cast: Cast, member: Member | None) -> None:
        self.client, self.slug = Client(), cast.hub.slug
        if member is not None:
            self.client.force_login(member.present_person)

    def get(self, path: str) -> Any:
        return self.client.get(f"/en/hubs/{self.slug}/{path}")

    def post(self, path: str, **data: Any) -> Any:
        return self.client.post(f"/en/hubs/{self.slug}/{path}", data)

    def reads(self, path: str) -> str:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return str(answer.content.decode())


def test_from_opening_to_the_drawn_panel_through_the_pages(cast: Cast) -> None:
    carys, thread = Reader(cast, cast.carys), a_team(cast)
    opened = carys.post(
        f"initiatives/{thread.id}/panels/new/",
        title_cy="Panel", title_en="The money panel", question_cy="Sut?", question_en="How?",
        seats=2, reserves=1, months=12, pay="CREDITS", minutes="2", pence="",
        one_per_household="on", way="DICE", lots=10, key="0197f000-0000-7000-8000-000000000001",
        **_days(),
    )  # fmt: skip
    panel = Panel.objects.get()
    assert opened.url.endswith(f"/panels/{panel.id}/balance/")
    at = f"panels/{panel.id}/"
    own = {"name_cy": "Oed", "name_en": "Age", "groups_cy": "Ifanc\nHen", "groups_en": "Young\nOld"}
    for wrong in ("900", "900\nmany", "900\n800\n700"):
        assert carys.post(f"{at}balance/own/", **own, people=wrong).status_code == 200
    carys.post(f"{at}balance/own/", **own, people="2,100\n900")
    live_here = PanelGroup.objects.order_by("place").values_list("people", "least", "most")
    assert list(live_here) == [(2100, 1, 2), (900, 0, 1)]
    carys.post(f"{at}balance/quotas/", **_quotas(panel), ruled="", over="50")
    members = []
    for number in range(6):
        from gyda.people.tests.builders import a_member

        members.append(a_member(cast.hub))
        age = "young" if number % 2 else "old"
        answer = Reader(cast, members[-1]).post(f"{at}join/", **{"f-age": age, "home": f"{number}"})
        assert answer.status_code == 302
    assert "6 people have put themselves forward" in Reader(cast, None).reads(at)
    carys.post(f"{at}close/")
    assert "Waits for its turn" in Reader(cast, None).reads(f"{at}drawing/")
    carry_out(PanelDraw.objects.get().id)
    assert "The lots are published" in Reader(cast, members[0]).reads(f"{at}drawing/")
    assert "of 10 lots: that is your chance" in Reader(cast, members[0]).reads(at)
    carys.post(f"{at}drawing/lot/", faces="7")
    drawn = PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED)
    assert drawn.count() == 2
    seat = drawn.select_related("member").first()
    assert seat is not None
    assert seat.member is not None
    mine = Reader(cast, seat.member)
    assert "The lot has fallen on you" in mine.reads(at)
    mine.post(f"{at}seats/take/")
    assert "You sit on this panel until" in mine.reads(at)


def _days() -> dict[str, int]:
    days = {}
    for name, ahead in (("closes_on", 5), ("purge_on", 50)):
        day = timezone.localdate() + datetime.timedelta(days=ahead)
        days |= {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
    return days


def _quotas(panel: Panel) -> dict[str, int]:
    groups = [
        group for one in PanelFeature.objects.filter(panel=panel) for group in one.groups.all()
    ]
    return {f"{name}-{group.id}": 1 for group in groups for name in ("least", "most")}


def test_the_names_of_the_pool_are_for_the_clerk_alone(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel, 1, 0)
    name = PoolPerson.objects.select_related("member").get().called
    assert name in Reader(cast, cast.carys).reads(f"panels/{panel.id}/pool/")
    for member in (cast.alys, cast.bryn, cast.dafydd):
        assert Reader(cast, member).get(f"panels/{panel.id}/pool/").status_code == 404
        assert name not in Reader(cast, member).reads(f"panels/{panel.id}/")


def test_every_fault_of_a_file_is_said_with_its_line(cast: Cast) -> None:
    panel = a_panel(cast)
    text = b"id,age\n1,young\n1,old\n3,purple\n"
    file = SimpleUploadedFile("pool.csv", text, "text/csv")
    page = Reader(cast, cast.carys).post(f"panels/{panel.id}/pool/file/", people=file)
    said = page.content.decode()
    assert "Line 3: the id 1 is already in line 2" in said
    assert "Line 4: age: no quota for “purple”" in said
    assert not PoolPerson.objects.exists()


def test_a_letter_with_a_code_opens_the_pool_without_an_account(cast: Cast) -> None:
    panel = a_panel(cast)
    rows = pool.invite_homes(who=who(cast.carys), panel_id=panel.id, addresses=["1 High St"])
    code, stranger = rows[0].code, Reader(cast, None)
    assert "The village panel" in stranger.reads(f"panels/reply/{code}/")
    said = {"name": "Ann Puw", "contact": "01234", "f-age": "young", "home": "1 High St"}
    stranger.post(f"panels/reply/{code}/", **said)
    stranger.post(f"panels/reply/{code.lower()}/", **(said | {"f-age": "old"}))
    person = PoolPerson.objects.get()
    assert (person.name, person.answers) == ("Ann Puw", {"age": "old"})
    assert stranger.get("panels/reply/ABCDEFGHJK/").status_code == 404


def test_what_clashes_is_said_with_a_way_out(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel, 0, 4)
    lots_of(cast, panel)
    carys = Reader(cast, cast.carys)
    page = carys.reads(f"panels/{panel.id}/drawing/")
    assert "Age, Young: seats at least 1, at most 1" in page
    assert "Age, Young: seats from now on at least 0, at most 1" in page
    carys.post(f"panels/{panel.id}/drawing/way/1/")
    carry_out(PanelDraw.objects.latest("id").id)
    assert "The lots are published" in carys.reads(f"panels/{panel.id}/drawing/")


def test_the_page_of_chances_explains_them_and_the_files_can_be_checked(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel, 6, 9)
    draw = lots_of(cast, panel)
    page = Reader(cast, None).reads(f"panels/{panel.id}/chances/")
    assert "<svg" in page
    assert draw.sha256 in page
    assert "1 to 2" in page or "1 of 10 lots" in page
    lots = Reader(cast, None).get(f"panels/{panel.id}/chances/lots.csv").content.decode()
    assert lots.startswith("lot,seat 1,seat 2\n0,")
    assert Reader(cast, None).get(f"panels/{panel.id}/chances/proof.json").json()["seats"] == 2


def test_a_promise_is_shown_once_and_its_secret_is_kept_nowhere(cast: Cast) -> None:
    panel = a_panel(cast, way="SEED")
    bryn = Reader(cast, cast.bryn)
    page = bryn.reads(f"panels/{panel.id}/promise/")
    secret = page.split("<strong><code")[1].partition(">")[2].split("</code>")[0]
    sha256 = promises.promise_of(secret)
    assert sha256 in page
    bryn.post(f"panels/{panel.id}/promise/", sha256=sha256)
    assert sha256 in Reader(cast, None).reads(f"panels/{panel.id}/")
    assert secret not in Reader(cast, None).reads(f"panels/{panel.id}/")


def test_who_sits_is_shown_by_group_and_by_name_to_the_panel(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    members = everyone_sits(panel)
    page = Reader(cast, None).reads(f"panels/{panel.id}/seats/")
    assert "held back" in page
    assert members[0].name not in page
    assert members[0].name in Reader(cast, members[1]).reads(f"panels/{panel.id}/seats/")


@pytest.mark.parametrize("way", ["DICE", "SOURCE", "SEED"])
def test_only_the_clerk_draws(cast: Cast, way: str) -> None:
    panel = a_panel(cast, source_cy="drand", source_en="drand", way=way)
    if way == "SEED":
        sha256 = promises.promise_of("bara")
        promises.promise(who=who(cast.bryn), panel_id=panel.id, sha256=sha256)
    people_in(cast, panel)
    lots_of(cast, panel)
    at = f"panels/{panel.id}/drawing/lot/"
    assert Reader(cast, cast.alys).post(at, faces="1", said="1").status_code == 404
    if way == "SEED":
        Reader(cast, cast.bryn).post(f"panels/{panel.id}/drawing/secret/", secret="bara")
    assert Reader(cast, cast.carys).post(at, faces="1", said="1").status_code == 302
    assert PanelDraw.objects.get().is_drawn
