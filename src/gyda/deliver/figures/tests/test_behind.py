"""What a connector opens behind a kind of help, a place or partners is what was counted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.figures.actions.areas import load_areas
from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.area_table import Row
from gyda.deliver.figures.models import Grain, Period, Sort
from gyda.deliver.figures.queries import behind, who
from gyda.deliver.figures.spans import month_of, year_to
from gyda.deliver.figures.tests.builders import gave, helped, neighbours, taken_back
from gyda.deliver.figures.tests.test_pages import ago, page
from gyda.deliver.models import Category, Exchange
from gyda.people.tests.builders import Cast
from gyda.people.tests.builders import who as acting
from gyda.web.links import hub_path


@pytest.fixture
def year(cast: Cast) -> Period:
    """Seven people of two villages, on a shelf, on none, at sessions; some of it taken back."""
    people = [
        *neighbours(cast.hub, 4, area="Pentre Isâf"),
        *neighbours(cast.hub, 2, area=" pentre isaf"),
        *neighbours(cast.hub, 1),
    ]
    shelf = Category.objects.create(name_cy="Gofal", name_en="Care")
    moved = [gave(people[n], people[(n + 1) % 7], ago(1), 30 + 15 * n) for n in range(7)]
    moved += [gave(people[0], people[n], ago(2), 15) for n in range(2, 7)]
    for transfer in moved[:4]:
        Exchange.objects.create(
            giver=people[0], receiver=people[1], terms_by=people[0], state="CONFIRMED",
            state_at=ago(1), what="Siarad", language="cy", minutes=30, category=shelf,
            transfer_id=transfer.id, settled_minutes=30, giver_said=30, receiver_said=30,
        )  # fmt: skip
    taken_back(moved[1], ago(0, 1))
    taken_back(moved[5], ago(0, 1))
    helped(people[6], ago(1), 105)
    rows = [Row("Pentre Isaf", 1, 600), Row("Pentre Uchaf", 4, 400)]
    load_areas(who=acting(cast.alys), rows=rows, source_cy="MALlC", source_en="WIMD")
    fold(hub_id=cast.hub.id, now=timezone.now())
    return Period.objects.get(grain=Grain.YEAR, end=year_to(month_of(timezone.now())).end)


def test_the_moves_behind_a_kind_come_to_its_hours(year: Period) -> None:
    span = year_to(month_of(timezone.now()))
    parts = list(year.parts.filter(sort=Sort.KIND))
    assert len(parts) == 3
    for part in parts:
        rows = behind.of_kind(span, part.key)
        back = rows.filter(reverses__isnull=False).aggregate(sum=Sum("amount"))["sum"] or 0
        whole = rows.aggregate(sum=Sum("amount"))["sum"] or 0
        assert whole - 2 * back == part.minutes, part.key


def test_the_people_behind_a_place_partners_and_a_fifth_are_as_many(year: Period) -> None:
    places = {part.key: part.people for part in year.parts.filter(sort=Sort.PLACE)}
    assert sorted(places.values()) == [1, 4]  # whose hours were taken back gave none
    for place, people in places.items():
        assert who.gave_and_live_in(place).count() == people, place
    for sort, group in ((Sort.PARTNERS, "partners"), (Sort.FIFTH, "fifth")):
        parts = list(year.parts.filter(sort=sort))
        assert sum(part.people for part in parts) == 7
        for part in parts:
            found = who.people(who.address_of(group, part.key))
            assert found is not None
            assert found.count() == part.people, (sort, part.key)


def test_every_figure_of_the_year_opens_a_page(cast: Cast, year: Period) -> None:
    found = page(cast, cast.carys, "figures_inside")
    client = Client()
    client.force_login(cast.carys.present_person)
    with override("en"):
        start = hub_path(cast.hub.slug, "deliver:figures")
    links = {part.split('"')[0] for part in found.split(f'href="{start}')[1:]}
    opened = {link for link in links if link.startswith(("kinds/", "places/?", "members/"))}
    assert {"kinds/none/", "kinds/session/", "members/fifth-1/"} < opened
    assert len(opened) == 3 + 2 + 3 + 5 + 5 + 2  # kinds, places, parts, partners, quiet, fifths
    for link in opened:
        assert client.get(f"{start}{link}".replace("&amp;", "&")).status_code == 200, link


@pytest.mark.parametrize("path", ["kinds/nonsense/", "members/fifth-9/", "kinds/%s/"])
def test_what_there_is_not_finds_nothing(cast: Cast, year: Period, path: str) -> None:
    client = Client()
    client.force_login(cast.carys.present_person)
    start = hub_path(cast.hub.slug, "deliver:figures")
    assert client.get(start + path.replace("%s", str(cast.hub.id))).status_code == 404


def test_places_and_kinds_are_for_connectors(cast: Cast, year: Period) -> None:
    client = Client()
    client.force_login(cast.bryn.present_person)
    for path in ("kinds/none/", "places/?name=Pentre", "members/partners-1/"):
        start = hub_path(cast.hub.slug, "deliver:figures")
        assert client.get(start + path).status_code == 404
