"""The pages of figures, and what they must not tell."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.actions.work import note_time, take_time_away
from gyda.deliver.figures.area_table import read
from gyda.deliver.figures.errors import ConnectorsOnly, NotYours, StillToCome
from gyda.deliver.figures.models import Area, ConnectorTime, Grain, Period
from gyda.deliver.figures.queries import who as queries
from gyda.deliver.figures.spans import later, midnight, month_of, year_to
from gyda.deliver.figures.tests.builders import gave, helped, neighbours, taken_back
from gyda.journal.models import Entry
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who
from gyda.web.links import hub_path

TODAY = timezone.localdate()


def ago(months: int, day: int = 10) -> datetime.datetime:
    first = later(month_of(timezone.now()), -months)
    return midnight(first.replace(day=day)) + datetime.timedelta(hours=10)


def counted(cast: Cast) -> None:
    fold(hub_id=cast.hub.id, now=timezone.now())


def page(cast: Cast, by: Member | None, name: str, *ids: object) -> str:
    client = Client()
    if by:
        client.force_login(by.person)
    with override("en"):
        response = client.get(hub_path(cast.hub.slug, f"deliver:{name}", *ids))
    assert response.status_code == 200, response.status_code
    return response.content.decode()


@pytest.fixture
def lively(cast: Cast) -> list[Member]:
    """Six neighbours in a circle last month; one helps at a session; two months ago, two met."""
    people = neighbours(cast.hub, 6, area="Pentre Isaf")
    gave(people[0], people[1], ago(2), 30)
    for number in range(6):
        gave(people[number], people[(number + 1) % 6], ago(1), 45)
    helped(people[0], ago(1), 105)
    counted(cast)
    return people


def test_anyone_may_read_what_is_told_of_five_people_or_more(cast: Cast, lively: object) -> None:
    found = page(cast, None, "figures")
    assert "4\xa0h 30\xa0min" not in found  # of neighbours alone: the session would follow from it
    assert "not shown" in found
    assert "All figures" not in found


def test_both_ways_are_told_once_each_has_five_people(cast: Cast, lively: list[Member]) -> None:
    for member in lively:
        helped(member, ago(1, 20), 60)
    Period.objects.all().delete()
    counted(cast)
    found = page(cast, None, "figures")
    assert "5\xa0h" in found  # neighbours: 30 min two months ago are in the run with it
    assert "7\xa0h 45\xa0min" in found


def test_a_month_of_two_people_stands_with_the_next_one(cast: Cast, lively: object) -> None:
    run = Period.objects.get(grain=Grain.RUN)
    assert (run.first, run.end) == (ago(2).date().replace(day=1), month_of(timezone.now()))
    csv = page(cast, None, "figures_csv").splitlines()
    assert len(csv) == 2
    assert csv[1].split(",") == [f"{ago(2):%Y-%m}", f"{ago(1):%Y-%m}", "6", "405", "", ""]


def test_without_figures_the_page_says_when_there_will_be_some(cast: Cast) -> None:
    assert "five people or more" in page(cast, None, "figures")


def test_connectors_see_all_to_the_minute_and_open_what_is_behind(
    cast: Cast, lively: list[Member]
) -> None:
    found = page(cast, cast.carys, "figures_inside")
    assert "4\xa0h 30\xa0min" in found
    assert "1\xa0h 45\xa0min" in found
    last = f"{ago(1):%Y-%m}"
    assert page(cast, cast.carys, "figure_hours", last, "neighbour").count("45\xa0min") == 6
    assert "1\xa0h 45\xa0min" in page(cast, cast.carys, "figure_hours", last, "organised")
    assert all(member.name in page(cast, cast.carys, "figure_active", last) for member in lively)
    assert lively[0].name in page(cast, cast.carys, "figure_people", "both")
    assert "2027" not in page(cast, cast.carys, "figures_inside_csv")


@pytest.mark.parametrize(
    "name", ["figures_inside", "figures_inside_csv", "connector_time", "figure_areas"]
)
def test_what_is_exact_is_for_connectors(cast: Cast, name: str) -> None:
    client = Client()
    client.force_login(cast.bryn.person)
    assert client.get(hub_path(cast.hub.slug, f"deliver:{name}")).status_code == 404


@pytest.mark.parametrize(
    "path", ["2026-13/active", "nonsense/active", "2026-10/all", "0001-01/active"]
)
def test_months_and_ways_that_there_are_not_find_nothing(cast: Cast, path: str) -> None:
    client = Client()
    client.force_login(cast.carys.person)
    start = hub_path(cast.hub.slug, "deliver:figures")
    assert client.get(f"{start}{path}/").status_code == 404


def test_the_people_behind_a_figure_are_as_many_as_it_says(
    cast: Cast, lively: list[Member]
) -> None:
    gave(lively[0], lively[1], ago(0, 1), 15)
    taken_back(gave(lively[4], lively[5], ago(0, 1), 15), ago(0, 1))
    taken_back(helped(lively[3], ago(1, 11), 15), ago(0, 1))
    Period.objects.all().delete()
    counted(cast)
    here = month_of(timezone.now())
    for first in (later(here, -2), later(here, -1), here):
        stored = Period.objects.get(grain=Grain.MONTH, first=first)
        assert queries.active_in(first).count() == stored.active
    year = Period.objects.get(grain=Grain.YEAR, end=year_to(here).end)
    for (group, key), address in queries.ADDRESSES.items():
        found = queries.people(address)
        assert found is not None
        if group == "took_part":
            assert found.count() == getattr(year, key), key
        elif stored_part := year.parts.filter(sort=group.upper(), key=key).first():
            assert found.count() == stored_part.people, key
        else:
            assert group == "fifth"  # no table of areas is loaded


def test_counting_now_needs_a_connector_and_a_post(cast: Cast, lively: list[Member]) -> None:
    gave(lively[0], lively[1], timezone.now(), 15)
    client = Client()
    client.force_login(cast.carys.person)
    path = hub_path(cast.hub.slug, "deliver:count_figures")
    assert client.get(path).status_code == 405
    assert client.post(path).status_code == 302
    assert Period.objects.get(grain=Grain.MONTH, is_closed=False).neighbour_minutes == 15


def test_connectors_write_down_their_time_once_and_may_take_it_away(cast: Cast) -> None:
    key = uuid7()
    for _sending in range(2):
        noted = note_time(who=who(cast.carys), on=TODAY, minutes=45, task="VISITS", key=key)
    assert ConnectorTime.objects.get().id == noted.id
    assert Entry.objects.filter(verb="figures.time-noted").count() == 1
    with pytest.raises(NotYours):
        take_time_away(who=who(cast.bryn), time_id=noted.id)
    take_time_away(who=who(cast.carys), time_id=noted.id)
    assert not ConnectorTime.objects.exists()


def test_time_is_of_connectors_and_of_days_that_were(cast: Cast) -> None:
    asked = {"minutes": 45, "task": "DESK", "key": uuid7()}
    with pytest.raises(ConnectorsOnly):
        note_time(who=who(cast.bryn), on=TODAY, **asked)
    with pytest.raises(StillToCome):
        note_time(who=who(cast.carys), on=TODAY + datetime.timedelta(days=1), **asked)


def test_minutes_of_connectors_stand_beside_the_exchanges(cast: Cast, lively: object) -> None:
    day = ago(1).date()
    note_time(who=who(cast.carys), on=day, minutes=90, task="MATCHING", key=uuid7())
    assert ">15\xa0min<" in page(cast, cast.carys, "figures_inside")


def test_the_time_page_takes_a_form(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.carys.person)
    path = hub_path(cast.hub.slug, "deliver:connector_time")
    day = {"on_day": TODAY.day, "on_month": TODAY.month, "on_year": TODAY.year}
    sent = {"minutes": "1 h 15", "task": "DESK", "key": str(uuid7()), **day}
    assert client.post(path, sent).status_code == 302
    noted = ConnectorTime.objects.get()
    assert noted.minutes == 75
    taken = hub_path(cast.hub.slug, "deliver:remove_connector_time", noted.id)
    assert client.post(taken).status_code == 302
    assert not ConnectorTime.objects.exists()


TABLE = "lle;pumed;pobl\nPentre Isâf;1;600\nPentre Uchaf;5;400\n"


def _load(cast: Cast, text: str) -> int:
    client = Client()
    client.force_login(cast.alys.person)
    sent = {
        "table": SimpleUploadedFile("t.csv", text.encode()),
        "source_cy": "MALlC 2025",
        "source_en": "WIMD 2025",
    }
    path = hub_path(cast.hub.slug, "deliver:load_areas")
    return client.post(path, sent).status_code


def test_a_steward_loads_areas_and_the_reach_is_counted_by_them(
    cast: Cast, lively: list[Member]
) -> None:
    assert _load(cast, TABLE) == 302
    assert list(Area.objects.values_list("folded", "fifth")) == [
        ("pentre isaf", 1),
        ("pentre uchaf", 5),
    ]
    counted(cast)
    found = page(cast, cast.carys, "figures_inside")
    assert "The most deprived fifth" in found
    assert "60 %" in found
    assert "WIMD 2025" in page(cast, cast.carys, "figure_areas")
    assert Entry.objects.filter(verb="figures.areas-loaded").count() == 1


def test_a_bad_table_is_told_row_by_row_and_nothing_of_it_is_kept(cast: Cast) -> None:
    bad = "place,fifth,people\nAber,6,100\n,1,1\nBala,1,many\nBala,2\nCorris,1,5\ncorris,1,5\n"
    with override("en"):
        faults = read(bad).faults
    assert [fault[:6] for fault in faults[:4]] == ["Row 2:", "Row 3:", "Row 4:", "Row 5:"]
    assert len(faults) == 5
    assert _load(cast, bad) == 200
    assert not Area.objects.exists()
    assert len(read("a,b\n1,2\n").faults) == 1
    assert len(read("place,fifth,people\n").faults) == 1
