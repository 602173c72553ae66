"""From the pool to the drawn panel."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
import json
from pathlib import Path

import pytest
from django.utils import timezone

from gyda.decide.panels import errors, material, work
from gyda.decide.panels.actions import closing, features, files, lot, promises, seats, setup
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelFeature,
    PanelGroup,
    PanelSeat,
    PanelState,
    Phase,
    PoolPerson,
    Sits,
)
from gyda.decide.tests.panels_for_tests import (
    a_drawn_panel,
    a_panel,
    a_plan,
    goes_in,
    lots_of,
    people_in,
)
from gyda.initiatives.tests.builders import a_team
from gyda.letters.models import Letter
from gyda.methods import lottery
from gyda.people.tests.builders import Cast, a_member, who


def test_a_panel_is_drawn_from_the_pool_by_dice(cast: Cast) -> None:
    panel = a_drawn_panel(cast)
    assert panel.state == PanelState.SITTING
    drawn = PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED)
    assert sorted(seat.answers["age"] for seat in drawn) == ["old", "young"]
    draw = PanelDraw.objects.get(panel=panel)
    assert (draw.lot, draw.drawn_with) == (3, "3")
    assert [seat.number for seat in drawn.order_by("number")] == [
        int(mark) for mark in material.lots_of(draw)[3]
    ]


def test_everyone_is_told_what_became_of_them(cast: Cast) -> None:
    panel = a_drawn_panel(cast, reserves=2)
    kinds = Letter.objects.filter(about_id=panel.id).values_list("kind", flat=True)
    counts = {kind: list(kinds).count(kind) for kind in set(kinds)}
    assert counts == {"panel_drawn": 2, "panel_reserve": 2, "panel_not_drawn": 4}


def test_everyones_chance_is_kept_and_the_proof_holds(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel, 2, 5)
    draw = lots_of(cast, panel)
    assert lottery.check(draw.proof()).fine
    times = PoolPerson.objects.filter(panel=panel).values_list("answers__age", "times")
    assert sorted(times) == [("old", 2)] * 5 + [("young", 5)] * 2
    assert (draw.lowest, draw.highest) == (2, 5)
    lots = material.lots_csv(material.lots_of(draw))
    assert draw.sha256 == hashlib.sha256(lots).hexdigest()


def test_one_of_a_home_at_most(cast: Cast) -> None:
    panel = a_panel(cast)
    for age, home in (
        ("young", "1 High St"),
        ("old", "1, High Street"),
        ("old", "2"),
        ("young", "3"),
    ):
        goes_in(panel, a_member(cast.hub), age, home)
    draw = lots_of(cast, panel)
    homes = PoolPerson.objects.filter(panel=panel).values_list("home", "number")
    marks: dict[str, set[str]] = {}
    for home, number in homes:
        marks.setdefault(home, set()).add(material.mark_of(number or 0))
    together = next(group for group in marks.values() if len(group) == 2)
    assert not any(together <= set(one) for one in material.lots_of(draw))


def test_the_same_pool_quotas_and_seed_give_the_same_panel(cast: Cast) -> None:
    drawn = []
    for _time in range(2):
        panel = a_panel(cast, way="SEED", lots=100)
        promises.promise(who=who(cast.bryn), panel_id=panel.id, sha256=promises.promise_of("bara"))
        _bring(cast, panel, _sheet(30))
        lots_of(cast, panel)
        promises.reveal(who=who(cast.bryn), panel_id=panel.id, secret="bara")
        found = lot.draw_lot(who=who(cast.carys), panel_id=panel.id)
        seated = PanelSeat.objects.filter(panel=panel).order_by("number")
        drawn.append((found.lot, found.sha256, list(seated.values_list("person__name", flat=True))))
    assert drawn[0] == drawn[1]
    assert drawn[0][0] == lottery.drawn_by_seed([b"bara"], 100)


def _sheet(people: int) -> str:
    rows = [f"p{n},{'young' if n % 3 else 'old'},Person {n}" for n in range(people)]
    return "\n".join(["id,age,name", *rows])


def _bring(cast: Cast, panel: Panel, text: str, **more: object) -> int:
    brought = files.Brought(people=text, **more)  # type: ignore[arg-type]
    return files.bring_file(who=who(cast.carys), panel_id=panel.id, brought=brought)


def test_a_secret_must_be_the_one_that_was_promised(cast: Cast) -> None:
    panel = a_panel(cast, way="SEED")
    with pytest.raises(errors.PromiseFirst):
        closing.close_pool(who=who(cast.carys), panel_id=panel.id)
    promises.promise(who=who(cast.bryn), panel_id=panel.id, sha256=promises.promise_of("bara"))
    people_in(cast, panel)
    lots_of(cast, panel)
    with pytest.raises(errors.NotAllRevealed):
        lot.draw_lot(who=who(cast.carys), panel_id=panel.id)
    with pytest.raises(errors.NotAsPromised):
        promises.reveal(who=who(cast.bryn), panel_id=panel.id, secret="Bara")
    with pytest.raises(errors.NotNow):
        promises.promise(who=who(cast.bryn), panel_id=panel.id, sha256="0" * 64)


def test_a_public_source_gives_the_lot(cast: Cast) -> None:
    named = {"source_cy": "drand, rownd 9", "source_en": "drand, round 9"}
    panel = a_panel(cast, way="SOURCE", **named)
    people_in(cast, panel)
    lots_of(cast, panel)
    found = lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said=" 8f3a ")
    assert found.lot == lottery.drawn_by_seed([b"8f3a"], 10)


def test_dice_that_show_no_lot_are_rolled_again(cast: Cast) -> None:
    panel = a_panel(cast, lots=40)
    people_in(cast, panel)
    lots_of(cast, panel)
    with pytest.raises(errors.RollAgain):
        lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said="7 1")
    with pytest.raises(errors.NotDice):
        lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said="7")
    found = lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said="3 9")
    assert (found.lot, found.drawn_with) == (39, "39")


def test_quotas_that_nobody_can_meet_are_explained_and_mended(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel, 0, 4)
    draw = lots_of(cast, panel)
    assert draw.phase == Phase.FAILED
    assert draw.fault["clash"] == [["age", "young", 1, 1]]
    assert sorted(draw.fault["ways"][0]) == [["age", "old", 1, 2], ["age", "young", 0, 1]]
    features.take_way_out(who=who(cast.carys), panel_id=panel.id, draw_id=draw.id, number=0)
    again = closing.try_again(who=who(cast.carys), panel_id=panel.id)
    work.carry_out(again.id)
    again.refresh_from_db()
    assert again.phase == Phase.LISTED


def test_a_drawing_that_was_stopped_is_not_published(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel)
    draw = closing.close_pool(who=who(cast.carys), panel_id=panel.id)
    progress = work.Progress(draw)
    closing.stop(who=who(cast.carys), panel_id=panel.id)
    with pytest.raises(work.Stopped):
        progress("lots", 0.0)
    assert not work.carry_out(draw.id)
    closing.open_again(who=who(cast.carys), panel_id=panel.id)
    assert set(PoolPerson.objects.filter(panel=panel).values_list("number", flat=True)) == {None}


def test_the_tick_makes_the_lots_and_says_how_far_it_is(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel)
    draw = closing.close_pool(who=who(cast.carys), panel_id=panel.id)
    assert draw.works
    work.look_after(hub_id=cast.hub.id, now=timezone.now())
    draw.refresh_from_db()
    assert draw.is_listed
    assert draw.steps > 2
    assert not work.carry_out(draw.id)


def test_only_the_clerk_closes_the_pool_and_draws(cast: Cast) -> None:
    panel = a_panel(cast)
    people_in(cast, panel)
    for member in (cast.alys, cast.bryn, cast.dafydd):
        with pytest.raises(errors.ClerkOnly):
            closing.close_pool(who=who(member), panel_id=panel.id)


def test_professionals_do_not_put_themselves_forward(cast: Cast) -> None:
    panel = a_panel(cast)
    with pytest.raises(errors.ProfessionalsStayOut):
        goes_in(panel, cast.dafydd, "old")


def test_a_file_is_taken_whole_or_not_at_all(cast: Cast) -> None:
    panel = a_panel(cast)
    with pytest.raises(files.Unreadable) as error:
        _bring(cast, panel, "id,age,name\n1,young,Ann\n1,old,Bea\n3,purple,Cai\n4,,Dai\n")
    found = [(fault.code, fault.line) for fault in error.value.faults]
    assert sorted(found) == [("blank-cell", 5), ("id-twice", 3), ("no-quota-for", 4)]
    assert not PoolPerson.objects.filter(panel=panel).exists()
    assert _bring(cast, panel, "id,age,name\n1,young,Ann\n2,old,Bea\n") == 2


def test_a_file_brought_twice_gives_nobody_two_chances(cast: Cast) -> None:
    panel = a_panel(cast)
    assert _bring(cast, panel, "id,age,name\n1,young,Ann\n2,old,Bea\n") == 2
    with pytest.raises(errors.BroughtAlready, match="Bea"):
        _bring(cast, panel, "id,age,name\n7,young,Cai\n8,old,Bea\n")
    assert PoolPerson.objects.filter(panel=panel).count() == 2
    assert _bring(cast, panel, "age\nyoung\nold\n", numbered=True) == 2
    assert _bring(cast, panel, "age\nyoung\nyoung\n", numbered=True) == 2
    with pytest.raises(errors.BroughtAlready):
        _bring(cast, panel, "age\nyoung\nold\n", numbered=True)
    assert PoolPerson.objects.filter(panel=panel).count() == 6


def test_a_file_of_quotas_says_by_what_the_panel_is_balanced(cast: Cast) -> None:
    panel = setup.open_panel(who=who(cast.carys), initiative=a_team(cast), plan=a_plan())
    quotas = "category,feature,min,max\nage,young,1,1\nage,old,1,1\nplace,hill,0,2\n"
    text = "id,age,place,household\n1,young,hill,a\n2,old,hill,a\n3,old,hill,b\n"
    assert _bring(cast, panel, text, quotas=quotas, homes=["household"]) == 3
    assert list(PanelFeature.objects.filter(panel=panel).values_list("code", flat=True)) == [
        "age",
        "place",
    ]
    draw = lots_of(cast, panel)
    assert draw.unselectable == 1


def test_quotas_follow_from_who_lives_here(cast: Cast) -> None:
    panel = setup.open_panel(who=who(cast.carys), initiative=a_team(cast), plan=a_plan(seats=16))
    people = (427, 2958, 3444, 2400, 772)
    groups = [a_fifth(n, count) for n, count in enumerate(people, start=1)]
    features.ask_own(
        who=who(cast.carys), panel_id=panel.id, name_cy="Ardal", name_en="Area", groups=groups
    )
    rows = PanelGroup.objects.filter(feature__panel=panel).order_by("place")
    assert list(rows.values_list("least", "most")) == [(0, 1), (4, 5), (5, 6), (3, 4), (1, 2)]


def a_fifth(number: int, people: int) -> features.Group:
    return features.Group(f"Pumed {number}", f"Fifth {number}", str(number), people=people)


def test_the_pool_is_deleted_on_its_day(cast: Cast) -> None:
    from gyda.decide.panels.actions.watch import look_after

    panel = a_drawn_panel(cast)
    later = timezone.now() + datetime.timedelta(days=91)
    look_after(hub_id=cast.hub.id, now=later)
    assert not PoolPerson.objects.filter(panel=panel).exists()
    assert PanelSeat.objects.filter(panel=panel, answers__age="old").exists()
    with pytest.raises(errors.PoolIsGone):
        seat = PanelSeat.objects.filter(panel=panel).first()
        assert seat is not None
        assert seat.member is not None
        seats.answer(who=who(seat.member), panel_id=panel.id, takes=False)
        seats.draw_again(who=who(cast.carys), panel_id=panel.id)


def test_numbers_tell_nothing_of_who_came_when(cast: Cast) -> None:
    panel = a_panel(cast)
    goes_in(panel, a_member(cast.hub), "young")
    goes_in(panel, a_member(cast.hub), "old")
    goes_in(panel, a_member(cast.hub), "young")
    lots_of(cast, panel)
    rows = PoolPerson.objects.filter(panel=panel).order_by("number")
    assert [one.answers["age"] for one in rows] == ["old", "young", "young"]


def test_what_is_published_names_nobody(cast: Cast) -> None:
    panel = a_panel(cast)
    members = people_in(cast, panel)
    draw = lots_of(cast, panel)
    panel.refresh_from_db()
    said = json.dumps(draw.proof()) + material.pool_csv(draw.proof()).decode()
    assert not any(member.name in said or str(member.id) in said for member in members)


SHARED = next(
    (
        parent.parent / "shared" / "data" / "lottery"
        for parent in Path(__file__).resolve().parents
        if (parent / "pyproject.toml").exists()
    ),
    Path(),
)


def test_a_shared_pool_is_drawn(cast: Cast) -> None:
    where = SHARED / "like_mass_24"
    panel = setup.open_panel(
        who=who(cast.carys), initiative=a_team(cast), plan=a_plan(seats=24, lots=100)
    )
    people, quotas = ((where / name).read_text() for name in ("respondents.csv", "categories.csv"))
    _bring(cast, panel, people, quotas=quotas, homes=["household"])
    draw = lots_of(cast, panel)
    assert draw.is_listed
    assert lottery.check(draw.proof()).fine
    lot.draw_lot(who=who(cast.carys), panel_id=panel.id, said="42")
    assert PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED).count() == 24
