"""The command `gyda draw`: files in, record out, faults in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

from gyda.terminal.draw import main

QUOTAS = "category,feature,min,max\nage,young,1,1\nage,old,1,1\n"
PEOPLE = "id,age\na,young\nb,young\nc,old\nd,old\ne,old\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "quotas.csv").write_text(QUOTAS, encoding="utf-8")
    return [str(tmp_path / "people.csv"), str(tmp_path / "quotas.csv")]


def test_one_json_object_tells_chances_lots_and_rounding(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files, "--seats", "2", "--lots", "60", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["seats"] == 2
    assert record["minimum"] == pytest.approx(1 / 3)
    assert record["chances"]["a"] == pytest.approx(0.5)
    assert sum(lot["weight"] for lot in record["lots"]) == pytest.approx(1)
    assert record["rounded"]["chances"]["a"] == 0.5
    assert record["rounded"]["missed"] == 0


def test_the_folder_holds_picture_list_and_a_proof_that_checks(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    given = [*files, "--seats", "2", "--lots", "60", "--reveal", "rain", "--out", str(out)]
    assert main([*given, "--language", "cy"]) == 0
    assert "siawns" in capsys.readouterr().out
    assert (out / "chances.svg").read_text(encoding="utf-8").startswith("<svg")
    assert len((out / "lots.csv").read_text(encoding="utf-8").splitlines()) == 61
    assert main(["--check", str(out / "proof.json"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fine"] is True


def test_a_damaged_proof_ends_with_one_and_no_proof_with_two(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main([*files, "--seats", "2", "--out", str(out)])
    proof = json.loads((out / "proof.json").read_text(encoding="utf-8"))
    proof["chances"][0] += 1
    (out / "proof.json").write_text(json.dumps(proof), encoding="utf-8")
    assert main(["--check", str(out / "proof.json"), "--json"]) == 1
    assert main(["--check", files[0], "--json"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_every_fault_is_said_at_once_with_its_line(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[0]).write_text("id,age\na,young\na,old\nb,\n", encoding="utf-8")
    assert main([*files, "--seats", "2", "--language", "en"]) == 2
    said = capsys.readouterr().err
    assert "line 3" in said
    assert "line 4" in said


def test_quotas_that_cannot_be_met_come_with_a_way_out(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files, "--seats", "4", "--json", "--language", "en"]) == 2
    captured = capsys.readouterr()
    assert "Way out 1" in captured.err
    error = json.loads(captured.out)["error"]
    assert error["code"] == "no-panel"
    assert error["values"]["changes"]


MANY = "id,age,area\n" + "".join(
    f"p{i},{('young', 'old')[i % 2]},{('hill', 'town', 'town')[i % 3]}\n" for i in range(36)
)
GROUPS = "feature;value;min;max;min_flex;max_flex\nage;young;3;3;2;6\nage;old;3;3;2;6\narea;hill;2;2;0;4\narea;town;4;4;0;6\n"  # fmt: skip  # noqa: E501


@pytest.fixture
def many(files: list[str]) -> list[str]:
    Path(files[0]).write_text(MANY, encoding="utf-8")
    Path(files[1]).write_text(GROUPS, encoding="utf-8")
    return files


def test_seats_of_those_who_left_are_drawn_again_and_the_balance_is_kept(
    many: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*many, "--seats", "6", "--lots", "100", "--drawn", "7", "--json"]) == 0
    record = capsys.readouterr().out
    (tmp_path / "drawn.json").write_text(record, encoding="utf-8")
    panel = json.loads(record)["panel"]
    (tmp_path / "left.csv").write_text("id;why\n" + f"{panel[0]};ill\n{panel[3]};moved\n")
    again = ["--panel", str(tmp_path / "drawn.json"), "--replace", str(tmp_path / "left.csv")]
    assert main([*many, *again, "--lots", "50", "--reveal", "rain", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["seats"] == 2
    assert found["replacing"] == {
        "stay": [p for p in panel if p not in (panel[0], panel[3])],
        "left": [panel[0], panel[3]],
        "changes": [],
    }
    assert len(found["panel"]) == 6
    groups = {row.split(",")[0]: row.split(",")[1:] for row in MANY.splitlines()}
    assert sum(groups[p][0] == "young" for p in found["panel"]) == 3
    assert sum(groups[p][1] == "hill" for p in found["panel"]) == 2


def test_a_balance_that_cannot_be_kept_gives_way_by_a_little_and_says_so(
    many: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "panel.txt").write_text("p0\np2\np4\np1\np3\np5\n", encoding="utf-8")
    (tmp_path / "left.txt").write_text("p4\n", encoding="utf-8")
    (tmp_path / "by.txt").write_text("p7\np9\n", encoding="utf-8")
    given = [*many, "--panel", str(tmp_path / "panel.txt"), "--replace", str(tmp_path / "left.txt")]
    given += ["--from", str(tmp_path / "by.txt"), "--lots", "10"]
    assert main([*given, "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["replacing"]["changes"]
    assert [(c["value"], c["min"], c["max"]) for c in changes if c["category"] == "age"] == [
        ("old", 3, 4),
        ("young", 2, 3),
    ]
    assert main([*given, "--out", str(tmp_path / "out"), "--language", "en"]) == 0
    assert "age: old 3-3 → 3-4" in " ".join(capsys.readouterr().out.split())


def test_reserves_stand_by_for_a_panel_with_what_they_are_worth(
    many: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "panel.txt").write_text("p0\np2\np4\np1\np3\np5\n", encoding="utf-8")
    (tmp_path / "leaving.csv").write_text("category,feature,chance\nage,Young,60%\n")
    given = [*many, "--panel", str(tmp_path / "panel.txt"), "--reserves", "3", "--json"]
    given += ["--leaving", str(tmp_path / "leaving.csv"), "--usual", "0"]
    assert main(given) == 0
    found = json.loads(capsys.readouterr().out)["reserves"]
    assert all(int(person[1:]) % 2 == 0 for person in found["people"])
    assert found["expected"] < found["without"]


@pytest.mark.parametrize(
    ("more", "file", "text", "code"),
    [
        ("--leaving", "x.csv", "category,feature,chance\nage,young,3\n", "no-chance"),
        ("--leaving", "x.csv", "category,feature,chance\nage,tall,0.3\n", "no-quota-for"),
        ("--leaving", "x.csv", "group,chance\nage,0.3\n", "missing-columns"),
        ("--replace", "x.csv", "p31\n", "not-in-list"),
        ("--replace", "x.csv", "p2\np2\n", "id-twice"),
        ("--replace", "x.json", "{}", "unusable"),
    ],
)
def test_faulty_lists_are_told(
    many: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    more: str, file: str, text: str, code: str,
) -> None:  # fmt: skip
    (tmp_path / "panel.txt").write_text("p0\np2\np4\np1\np3\np5\n", encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    given = [*many, "--panel", str(tmp_path / "panel.txt"), "--json"]
    given += ["--reserves", "1"] if more == "--leaving" else []
    assert main([*given, more, str(tmp_path / file)]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], bool(error["remedy"])) == (code, True)


def test_the_printed_list_and_the_sheet_hold_the_very_lots_and_their_fingerprint(
    many: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main([*many, "--seats", "6", "--lots", "200", "--out", str(out), "--json"]) == 0
    rounded = json.loads(capsys.readouterr().out)["rounded"]
    sheet = (out / "lots.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(sheet.decode())))[1:]
    assert [row[0] for row in rows] == [f"{n:03}" for n in range(200)]
    assert [row[1:] for row in rows] == rounded["lots"]
    assert hashlib.sha256(sheet).hexdigest() == rounded["sha256"]
    wall = (out / "lots.txt").read_text(encoding="utf-8")
    assert rounded["sha256"] in wall
    assert max(map(len, wall.splitlines())) <= 80
    for number, lot in enumerate(rounded["lots"]):
        block = wall.split(f"\n{number:03}\n")[1].split("\n\n")[0]
        assert " ".join(block.split()).split(", ") == lot
