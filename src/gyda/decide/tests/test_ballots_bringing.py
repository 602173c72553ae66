"""The page on which a steward brings in a finished election: all of it, or nothing and why."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gyda.decide.ballots.forms import bringing
from gyda.decide.ballots.models import Ballot, Method, Option, Paper
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.tests.builders import Cast

GOOD = """META
key;value
description;Cronfa'r Cwm
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
7;60;Y parc
9;50;{name}
VOTES
voter_id;vote
1;7
2;7,9
3;9
"""


def signed_in(member: Member) -> Client:
    client = Client()
    assert member.person is not None
    client.force_login(member.person)
    return client


def brought(cast: Cast, text: str, language: str = "en", **fields: Any) -> Any:
    """Send a file as the steward does."""
    file = SimpleUploadedFile("cwm.pb", text.encode())
    given = {"file": file, "method": Method.EQUAL_SHARES, "key": str(uuid7())} | fields
    path = f"/{language}/hubs/{cast.hub.slug}/ballots/bring/"
    return signed_in(cast.alys).post(path, given, follow=True)


def said(response: Any) -> str:
    return str(response.content.decode())


def test_a_steward_brings_one_in_and_reads_the_result(cast: Cast) -> None:
    page = said(brought(cast, GOOD.format(name="Y llyfrgell")))
    assert "The election is brought in and counted" in page
    assert "The result: Cronfa&#x27;r Cwm" in page
    assert "Y parc" in page
    ballot = Ballot.objects.get()
    assert (ballot.title_cy, ballot.pence, ballot.is_counted) == ("Cronfa'r Cwm", 100_00, True)
    assert sum(Paper.objects.values_list("votes", flat=True)) == 3


def test_a_long_name_and_the_number_in_the_file_are_not_lost(cast: Cast) -> None:
    brought(cast, GOOD.format(name="Llyfr " * 40))
    option = Option.objects.get(number=2)
    assert option.title_en.endswith("…")
    assert option.summary_en == "Pabulib: 9. " + ("Llyfr " * 40).strip()


def test_titles_in_both_languages_take_the_place_of_the_file_s(cast: Cast) -> None:
    titles = {"title_cy": "Cyllideb y bobl", "title_en": "The people's budget"}
    assert "The result: The people&#x27;s budget" in said(brought(cast, GOOD, **titles))
    assert Ballot.objects.get().title_cy == "Cyllideb y bobl"
    again = said(brought(cast, GOOD, title_cy="Un yn unig"))
    assert "Give the title in both languages, or in neither" in again


def test_sent_twice_it_is_brought_in_once(cast: Cast) -> None:
    key = str(uuid7())
    for _time in range(2):
        assert "The result:" in said(brought(cast, GOOD, key=key))
    assert Ballot.objects.count() == 1


FAULTS = {
    "cost": (GOOD.replace("7;60", "7;-60"), "Line 8: project 7 costs -60.",
             "Llinell 8: "),
    "cut short": (GOOD.replace("2;7,9", "2"), "Line 13: this line has 1 fields", "Llinell 13: "),
    "a part of a penny": (GOOD.replace("7;60", "7;60.005"), "the amount 60.005 cannot be kept",
                          "ni ellir cadw'r swm 60.005"),
    "too great": (GOOD.replace("budget;100", "budget;1" + "0" * 40), "cannot be kept",
                  "ni ellir cadw'r swm"),
    "another file": ("id,name\n1,Alys\n", "the file does not begin with META", "Llinell 1: "),
    "no text": ("META\n\0", "Line 2: ", "Llinell 2: "),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_said_with_its_line_and_nothing_is_kept(cast: Cast, name: str) -> None:
    text, english, welsh = FAULTS[name]
    titles = {"title_cy": "Cyllideb y bobl", "title_en": "The people's budget"}
    for language, words in (("en", english), ("cy", welsh)):
        page = said(brought(cast, text, language, **titles)).replace("&#x27;", "'")
        assert words in page
        assert 'value="Cyllideb y bobl"' in page
    assert not Ballot.objects.exists()
    assert not Option.objects.exists()


def test_what_would_take_too_long_is_refused_first(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "MOST_BYTES", 100)
    assert "This file is too long." in said(brought(cast, GOOD))
    monkeypatch.undo()
    monkeypatch.setattr("gyda.decide.ballots.actions.importing.MOST_VOTES", 2)
    assert "there are 3 ballots. At most 2 are counted here" in said(brought(cast, GOOD))
    assert not Ballot.objects.exists()


def test_only_stewards_find_the_page(cast: Cast) -> None:
    path = f"/en/hubs/{cast.hub.slug}/ballots/"
    for member, there in ((cast.alys, True), (cast.carys, False), (cast.bryn, False)):
        client = signed_in(member)
        assert client.get(path + "bring/").status_code == (200 if there else 404)
        assert client.post(path + "bring/").status_code == (200 if there else 404)
        assert ("ballots/bring/" in said(client.get(path))) == there
    assert Client().get(path + "bring/").status_code == 302
