"""`gyda count`: one JSON object for machines, words for people, and no trace on bad files."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from pathlib import Path
from typing import Any

import pytest

from gyda.terminal.count import main

SMALL = """META
key;value
description;Arian i'r cwm
budget;100
num_votes;10
currency;GBP
PROJECTS
project_id;cost;name
1;60;Park
2;60;Road
3;30;Bench
4;500;Castle
5;10;Nobody's
VOTES
voter_id;vote
""" + "".join(f"{k};{'1,2' if k < 6 else '3,4'}\n" for k in range(10))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cwm.pb"
    path.write_text(SMALL)
    return path


def told(capsys: Any, *arguments: object) -> dict[str, Any]:
    assert main([*map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_record_has_what_a_stranger_needs_to_count_again(file: Path, capsys: Any) -> None:
    record = told(capsys, file)
    assert (record["rule"], record["budget"], record["cost"]) == ("equal-shares", 100, 90)
    assert record["selected"] == ["1", "3"]
    assert len(record["file_sha256"]) == 64
    assert record["settings"]["step"] == "unit"
    road = record["projects"]["2"]
    assert (road["cost"], road["support"], road["effective_support"]) == (60, 6, 1.0)
    codes = {one: project["why"]["code"] for one, project in record["projects"].items()}
    assert codes == {
        "1": "elected",
        "2": "not-affordable",
        "3": "elected",
        "4": "over-budget",
        "5": "unsupported",
    }


@pytest.mark.parametrize("rule", ["equal-shares", "phragmen", "greedy", "bounded-overspending"])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_rule_tells_people_who_won(
    rule: str, language: str, file: Path, tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "out"
    assert main([str(file), "--rule", rule, "--language", language, "--out", str(out)]) == 0
    lines = capsys.readouterr().out
    assert "Park" in lines
    assert ("Heb eu hethol" in lines) == (language == "cy")
    assert json.loads((out / "record.json").read_text())["selected"]
    assert (out / "picture.svg").read_text().count("<text") >= 5


def test_choices_reach_the_count(file: Path, capsys: Any) -> None:
    exclusive = told(capsys, file, "--exclusive", "1,3")
    assert exclusive["projects"]["3"]["why"] == {"code": "rival-elected", "rival": "1"}
    withdrawn = told(capsys, file, "--withdraw", "1", "--completion", "none", "--utility", "count")
    assert withdrawn["selected"] == ["3", "2"]
    high = told(capsys, file, "--threshold", "5", "--completion", "add1-share", "--size", "1/50")
    assert high["selected"] == ["1"]
    assert high["settings"]["size"] == "1/50"


def test_pots_are_counted_in_order_and_money_moves_on(file: Path, capsys: Any) -> None:
    record = told(capsys, file, file)
    assert [one["budget"] for one in record["pots"]] == [100, 110]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("1;60;", "1;0;", "line 9: project 1 costs 0."),
        ("num_votes;10", "num_votes;99", "ends after 10"),
        ("0;1,2", "0;1,7", "line 16: there is no project 7."),
        ("VOTES\n", "", "VOTES is missing"),
        ("1;60;Park", '1;60;"Park', "line 9: a quotation mark opens"),
    ],
)
def test_bad_files_are_refused_in_a_sentence(
    old: str, new: str, words: str, file: Path, capsys: Any
) -> None:
    file.write_text(SMALL.replace(old, new, 1))
    assert main([str(file), "--language", "en"]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_numbers_that_are_none_are_refused(file: Path, capsys: Any) -> None:
    for bad in ("0", "-1", "1/0", "many"):
        assert main([str(file), "--size", bad, "--language", "en"]) == 2
        assert "not a number above zero" in capsys.readouterr().err
    assert main([str(file), "--ties", "lot"]) == 2
