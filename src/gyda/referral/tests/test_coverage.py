"""The coverage: a file that tells what is wrong with it, small numbers held back, a map."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gyda.people.tests.builders import Cast, a_member, who
from gyda.referral.actions.rules import load_coverage
from gyda.referral.map import discs
from gyda.referral.models import CoverageArea
from gyda.referral.queries.coverage import coverage
from gyda.referral.reading import rows_of
from gyda.referral.tests.builders import as_
from gyda.web.errors import DomainError

FILE = """area;cluster_cy;cluster_en;list_size;latitude;longitude
Pentre Uchaf;Clwstwr y Cwm;Valley Cluster;2450;51.70;-3.35
Pentre Isaf;Clwstwr y Cwm;Valley Cluster;1550;51.68;-3.33
Y Dref;Clwstwr y Dref;Town Cluster;8000;51.60;-3.20
Glan-y-môr;Clwstwr y Môr;Coast Cluster;3000;51.40;-3.50
"""


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


def peopled(cast: Cast, **numbers: int) -> None:
    areas = {"uchaf": "Pentre Uchaf", "isaf": "PENTRE ISAF", "dref": "y dref", "mor": "Glan-y-mor"}
    load_coverage(who=who(cast.alys), rows=rows_of(FILE))
    for key, number in numbers.items():
        for _one in range(number):
            a_member(cast.hub, area=areas.get(key, "Man arall"))


def test_members_are_counted_by_cluster_however_the_area_is_written(cast: Cast) -> None:
    peopled(cast, uchaf=6, isaf=6, dref=8, mor=9, arall=2)
    found = coverage()
    assert [(one.name, one.areas, one.list_size, one.members) for one in found.clusters] == [
        ("Coast Cluster", 1, 3000, 9),
        ("Town Cluster", 1, 8000, 8),
        ("Valley Cluster", 2, 4000, 12),
    ]
    assert found.clusters[2].per_thousand == 3
    assert found.elsewhere == 6  # two, and the cast of four


def test_fewer_than_five_are_held_back_and_what_would_betray_them(cast: Cast) -> None:
    peopled(cast, uchaf=12, dref=2, mor=9, arall=3)
    by_name = {one.name: one.members for one in coverage().clusters}
    assert by_name["Town Cluster"] is None
    shown = [*by_name.values(), coverage().elsewhere]
    assert shown.count(None) >= 2  # else the total would give the two away
    assert "Too few to show" in Client().get(f"/en/hubs/{cast.hub.slug}/coverage/").content.decode()
    file = Client().get(f"/en/hubs/{cast.hub.slug}/coverage/file/").content.decode()
    assert "Town Cluster,8000,,\r\n" in file


def test_the_map_has_a_disc_for_each_cluster_and_its_number_is_in_the_table(cast: Cast) -> None:
    peopled(cast, uchaf=12, dref=8, mor=9)
    found = discs(coverage().clusters)
    by_name = {disc.cluster.name: disc for disc in found}
    assert by_name["Town Cluster"].radius > by_name["Coast Cluster"].radius
    assert by_name["Coast Cluster"].y > by_name["Valley Cluster"].y  # south is below
    assert by_name["Town Cluster"].x > by_name["Valley Cluster"].x  # east is to the right
    assert all(0 <= disc.x <= 640 and 0 <= disc.y <= 480 for disc in found)
    page = Client().get(f"/cy/hubs/{cast.hub.slug}/coverage/").content.decode()
    assert page.count("fill-opacity") == 3
    assert "Clwstwr y Cwm" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no rows"),
        ("area,cluster_cy,cluster_en,list_size\n", "no rows"),
        ("area,cluster_cy,list_size\na,b,1\n", "cluster_en"),
        (FILE + "Y Dref;a;b;1;;\n", "Line 6: this area stands in the file already"),
        (FILE + "Bala;a;b;1,5;;\n", "Line 6: the list size must be a whole number"),
        (FILE + "Bala;;b;1;;\n", "Line 6: this column is empty: cluster_cy"),
        (FILE + "Bala;a;b;1;52;\n", "Line 6: give both"),
        (FILE + "Bala;a;b;1;north;2\n", "Line 6: latitude and longitude are in degrees"),
        (FILE + "Bala;a;b;1;nan;2\n", "Line 6: latitude and longitude are in degrees"),
        (FILE + "B" * 61 + ";a;b;1;;\n", "Line 6: this is too long"),
    ],
)
def test_a_broken_file_says_where_and_what(text: str, said: str) -> None:
    with pytest.raises(DomainError) as refused:
        rows_of(text)
    assert said in str(refused.value)


@given(st.text(max_size=300))
def test_no_file_breaks_the_reader(text: str) -> None:
    for start in ("", "area,cluster_cy,cluster_en,list_size,latitude,longitude\n"):
        with suppress(DomainError):
            assert rows_of(start + text)


def test_a_steward_loads_the_file_on_the_page_and_a_broken_one_changes_nothing(cast: Cast) -> None:
    path = f"/en/hubs/{cast.hub.slug}/coverage/load/"
    sent = {"file": SimpleUploadedFile("ardaloedd.csv", FILE.encode("cp1252"))}
    assert as_(cast.carys).post(path, sent).status_code == 404
    sent = {"file": SimpleUploadedFile("ardaloedd.csv", FILE.encode("cp1252"))}
    assert as_(cast.alys).post(path, sent).status_code == 302
    assert CoverageArea.objects.count() == 4
    broken = {"file": SimpleUploadedFile("x.csv", b"area,cluster_cy,cluster_en,list_size\na,b,c,d")}
    page = as_(cast.alys).post(path, broken)
    assert b"Line 2: the list size must be a whole number" in page.content
    assert CoverageArea.objects.count() == 4
