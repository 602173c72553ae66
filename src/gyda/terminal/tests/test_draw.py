"""The command `gyda draw`: files in, record out, faults in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

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
