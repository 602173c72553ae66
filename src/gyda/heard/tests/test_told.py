"""Who took part beside who lives here: known figures, nobody pointed at, unknown stays unknown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from gyda.heard import places, ways
from gyda.heard.actions.about import count_unnamed, tell
from gyda.heard.actions.count import count_anew, counts_of
from gyda.heard.actions.population import load_population
from gyda.heard.errors import StewardsOnly
from gyda.heard.models import PopulationGroup, Reading
from gyda.heard.population import read
from gyda.heard.queries.told import left_out, told_of
from gyda.heard.tests.builders import GWYNEDD, a_population, took_part
from gyda.initiatives.models import Initiative, Seat
from gyda.initiatives.tests.builders import an_initiative
from gyda.people.tests.builders import Cast, who


def counted(cast: Cast) -> None:
    count_anew(hub_id=cast.hub.id, now=timezone.now())


def page(cast: Cast, address: str) -> str:
    answer = Client().get(f"/en/hubs/{cast.hub.slug}/{address}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def initiative(cast: Cast) -> Initiative:
    return an_initiative(cast.bryn)  # Bryn sits there, and says nothing of himself


@pytest.fixture
def gwynedd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Villages in each fifth, as many people as live in Gwynedd."""
    known = places.Places(
        fifths=lambda: {f"pentre {fifth}": int(fifth) for fifth in GWYNEDD},
        residents=lambda: dict(GWYNEDD),
        table=lambda: None,
    )
    monkeypatch.setattr(places._kept, "places", known)


def of_fifths(numbers: list[int]) -> list[dict[str, str]]:
    return [
        {"AREA": f"pentre {fifth}"}
        for fifth, number in enumerate(numbers, start=1)
        for _person in range(number)
    ]


@pytest.mark.usefixtures("gwynedd")
def test_the_known_answers_of_gwynedd_stand_on_the_page(cast: Cast, initiative: Initiative) -> None:
    took_part(cast.hub, initiative, of_fifths([10, 40, 60, 40, 10]) + 5 * [{}])
    counted(cast)
    area = next(one for one in told_of(initiative) if one.question == "AREA")
    assert area.dissimilarity == 6  # D = .0605
    assert area.unknown == 6  # Bryn and five who said nothing
    assert [row.ratio for row in area.rows] == ["1.46", "0.85", "1.09", "1.04", "0.81"]


@pytest.mark.usefixtures("gwynedd")
def test_the_lopsided_panel_of_gwynedd_names_who_is_left_out(
    cast: Cast, initiative: Initiative
) -> None:
    took_part(cast.hub, initiative, of_fifths([0, 20, 50, 60, 30]) + 5 * [{}])
    counted(cast)
    with override("en"):
        area = next(one for one in told_of(initiative) if one.question == "AREA")
    # nought of the first fifth is as telling as one: it is shown with the next smallest
    assert area.together == ["Most deprived fifth of areas", "Second fifth"]
    assert [row.people for row in area.rows] == [50, 60, 30, 20]
    assert [row.label for _about, row in left_out([area])] == ["These groups together"]


def test_those_who_did_not_say_are_their_own_row_and_never_shared_out(
    cast: Cast, initiative: Initiative
) -> None:
    a_population(cast.alys, CARING={"YES": 100, "NO": 900})
    took_part(
        cast.hub,
        initiative,
        10 * [{"CARING": "YES"}] + 10 * [{"CARING": "NO"}] + 20 * [{"CARING": "-"}] + 19 * [{}],
    )
    counted(cast)
    with override("en"):
        caring = next(one for one in told_of(initiative) if one.question == "CARING")
    assert (caring.people, caring.unknown) == (60, 40)
    assert [(row.share, row.living, row.ratio) for row in caring.rows] == [
        (50, 10, "5.00"),
        (50, 90, "0.56"),
    ]
    assert [row.label for row in caring.fewer] == ["No"]


def test_nothing_is_said_of_four_people(cast: Cast, initiative: Initiative) -> None:
    a_population(cast.alys)
    took_part(cast.hub, initiative, 3 * [{"AGE": "45_64"}])
    counted(cast)
    assert told_of(initiative) == []
    assert "Too few have taken part" in page(cast, f"initiatives/{initiative.id}/heard/")


def test_the_page_waits_until_five_more_have_come(cast: Cast, initiative: Initiative) -> None:
    a_population(cast.alys, CARING={"YES": 100, "NO": 900})
    took_part(cast.hub, initiative, 10 * [{"CARING": "YES"}] + 9 * [{"CARING": "NO"}])
    took_part(cast.hub, initiative, 5 * [{}])
    counted(cast)
    took_part(cast.hub, initiative, [{"CARING": "YES"}])
    counted(cast)
    assert Reading.objects.get(initiative=initiative, question="CARING").counts["YES"] == 10
    took_part(cast.hub, initiative, 4 * [{"CARING": "YES"}])
    counted(cast)
    assert Reading.objects.get(initiative=initiative, question="CARING").counts["YES"] == 15


def test_a_group_of_which_nobody_knows_how_many_live_here_is_not_known(
    cast: Cast, initiative: Initiative
) -> None:
    a_population(cast.alys, SEX={"FEMALE": 510, "MALE": 490})
    took_part(cast.hub, initiative, 2 * [{"SEX": "OTHER"}] + 6 * [{"SEX": "FEMALE"}])
    assert counts_of(initiative)["SEX"] == {"FEMALE": 6, "MALE": 0, "?": 3}


def test_who_took_part_in_several_ways_counts_once(cast: Cast, initiative: Initiative) -> None:
    other = an_initiative(cast.bryn)
    tell(who=who(cast.bryn), answers={"AGE": "45_64"})
    assert counts_of(None)["AGE"]["45_64"] == 1
    assert counts_of(other)["AGE"]["45_64"] == 1


def test_people_without_an_account_are_counted_and_nothing_links_their_answers(
    cast: Cast, initiative: Initiative
) -> None:
    for _person in range(6):
        count_unnamed(initiative=initiative, way="letters", answers={"AGE": "16_24", "SEX": "-"})
    count_unnamed(initiative=initiative, way="letters", answers={}, people=4)
    counts = counts_of(initiative)
    assert counts["AGE"]["16_24"] == 6
    assert counts["AGE"]["?"] == 5  # four of them, and Bryn
    assert sum(counts["SEX"].values()) == 11


def test_the_file_tells_what_the_page_tells(cast: Cast, initiative: Initiative) -> None:
    a_population(cast.alys, CARING={"YES": 100, "NO": 900})
    took_part(cast.hub, initiative, 8 * [{"CARING": "YES"}] + 3 * [{"CARING": "NO"}] + 9 * [{}])
    counted(cast)
    text = page(cast, f"initiatives/{initiative.id}/heard/file.csv")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    caring = [row[1:3] for row in rows if row[0] == "Caring for someone"]
    assert caring == [["These groups together", "11"], ["Yes", ""], ["No", ""], ["Not known", "10"]]


def test_the_page_has_a_picture_a_table_and_words(cast: Cast, initiative: Initiative) -> None:
    a_population(cast.alys, CARING={"YES": 100, "NO": 900})
    took_part(cast.hub, initiative, 20 * [{"CARING": "YES"}] + 20 * [{"CARING": "NO"}] + 5 * [{}])
    counted(cast)
    shown = page(cast, f"initiatives/{initiative.id}/heard/")
    assert "<svg" in shown
    assert "Caring for someone, No: 50% of those who took part" in shown
    assert "40 of 100 places would have to go to others" in shown
    assert "Who is heard" in page(cast, "heard/")


def test_only_a_steward_says_who_lives_here(cast: Cast) -> None:
    with pytest.raises(StewardsOnly):
        a_population(cast.carys)
    a_population(cast.alys)
    assert PopulationGroup.objects.filter(question="AGE").count() == 6
    load_population(
        who=who(cast.alys),
        population={"CARING": {"YES": 1, "NO": 9}},
        source_cy="c",
        source_en="e",
        as_of_on=timezone.localdate(),
    )
    assert set(PopulationGroup.objects.values_list("question", flat=True)) == {"CARING"}


def test_the_template_can_be_filled_in_and_loaded(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.alys.person)
    at = f"/en/hubs/{cast.hub.slug}/heard/population/"
    text = client.get(f"{at}template.csv").content.decode()
    filled = "\n".join(
        line + "100" if line.startswith("AGE") else line for line in text.splitlines()
    )
    assert read(filled).faults == []
    assert read(filled).population == {"AGE": dict.fromkeys(read(filled).population["AGE"], 100)}
    typed = {
        "source_cy": "c", "source_en": "e", "as_of_on_day": "1", "as_of_on_month": "3",
        "as_of_on_year": "2021", "CARING-YES": "105", "CARING-NO": "895",
    }  # fmt: skip
    answer = client.post(f"{at}type/", typed)
    assert answer.status_code == 302, answer.content.decode()
    assert dict(PopulationGroup.objects.values_list("group", "people")) == {"YES": 105, "NO": 895}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("group,people\nYES,1", "three columns"),
        ("question,group,people\nCARING,YES,1", "A group is missing"),
        ("question,group,people\nCARING,PERHAPS,1", "no such group"),
        ("question,group,people\nSHOES,YES,1", "no such question"),
        ("question,group,people\nCARING,YES,few", "whole number"),
        ("question,group,people\nCARING,YES,1\nCARING,YES,2", "twice"),
        ("question,group,people", "no row"),
        ("question,group,people\nCARING,YES,0\nCARING,NO,0", "Nobody lives here"),
        ("question,group,people\nCARING,YES", "a cell is missing"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_with_what_to_mend(table: str, fault: str) -> None:
    with override("en"):
        assert fault in " ".join(read(table).faults)


def test_who_has_no_account_is_counted_as_not_known(
    cast: Cast, initiative: Initiative, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = ways.Way("room", "in a room", lambda _of: Seat.objects.none().values("member_id"))
    monkeypatch.setitem(ways._ways, "room", replace(nobody, unnamed=lambda _of: 30))
    assert counts_of(initiative)["AGE"]["?"] == 31
