"""The faults that people really make, each told with its line and what to do."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from gyda.terminal import commands, frame
from gyda.terminal.tests.samples import SAMPLES


@dataclass(frozen=True)
class Fault:
    """A text that is replaced in a file, and the line that must be named; 0 for none."""

    command: str
    file: str
    before: str
    after: str
    line: int


FAULTS = {
    "a cost below nothing": Fault("count", "vote.pb", "2;450;Coed", "2;-450;Coed", 15),
    "a cost that is no number": Fault("count", "vote.pb", "2;450;Coed", "2;many;Coed", 15),
    "a project twice": Fault("count", "vote.pb", "2;450;Coed", "1;450;Coed", 15),
    "a vote for nothing known": Fault("count", "vote.pb", "\n0;1,2\n", "\n0;1,99\n", 20),
    "a voter twice": Fault("count", "vote.pb", "\n1;1,3\n", "\n0;1,3\n", 21),
    "no budget": Fault("count", "vote.pb", "budget;1000\n", "", 0),
    "a budget of nothing": Fault("count", "vote.pb", "budget;1000", "budget;0", 9),
    "a count with no end": Fault(
        "count", "vote.pb", "num_projects;4", "num_projects;" + "9" * 5000, 7
    ),
    "no column of costs": Fault(
        "count", "vote.pb", "project_id;cost;name", "project_id;x;name", 13
    ),
    "a person twice": Fault("draw", "respondents.csv", "\np1,man", "\np0,man", 3),
    "a person of no known group": Fault("draw", "respondents.csv", "\np1,man", "\np1,men", 3),
    "a column missing": Fault("draw", "respondents.csv", "id,gender,area", "id,gender,place", 0),
    "a quota upside down": Fault("draw", "quotas.csv", "gender,woman,3,5", "gender,woman,5,3", 2),
    "a quota below nothing": Fault(
        "draw", "quotas.csv", "gender,woman,3,5", "gender,woman,-3,5", 2
    ),
    "a quota that is no number": Fault("draw", "quotas.csv", "woman,3,5", "woman,some,5", 2),
    "a group twice": Fault("draw", "quotas.csv", "gender,man,3,5", "gender,woman,3,5", 3),
    "quotas for more than the seats": Fault("draw", "quotas.csv", "woman,3,5", "woman,7,8", 0),
    "quotas for more than there are": Fault("draw", "quotas.csv", "valley,2,5", "valley,0,0", 0),
    "no such vote": Fault("map", "votes.csv", ",1,0,1\n", ",1,0,7\n", 2),
    "a statement twice": Fault("map", "comments.csv", ",1,1,1,2,1,", ",0,0,1,2,1,", 0),
    "no column of votes": Fault("map", "votes.csv", "voter-id,vote", "voter-id,said", 1),
}
READY = {what: fault for what, fault in FAULTS.items() if fault.command in commands.MODULES}


@pytest.mark.parametrize("what", READY)
def test_it_is_told_with_its_line_and_a_remedy(
    what: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fault = READY[what]
    sample = SAMPLES[fault.command]
    monkeypatch.chdir(tmp_path)
    for file, text in sample.files.items():
        Path(file).write_text(text, encoding="utf-8")
    spoilt = sample.files[fault.file].replace(fault.before, fault.after, 1)
    assert spoilt != sample.files[fault.file]
    Path(fault.file).write_text(spoilt, encoding="utf-8")
    assert commands.run(fault.command, [*sample.arguments, "--json"]) == frame.UNUSABLE
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["remedy"]
    if fault.line:
        assert error["line"] == fault.line, error


@pytest.mark.skipif("count" not in commands.MODULES, reason="needs gyda count")
def test_ten_thousand_projects_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    sample = SAMPLES["count"].files["vote.pb"]
    more = "".join(f"x{n};{100 + n % 900};Prosiect {n}\n" for n in range(10_000))
    text = sample.replace("num_projects;4", "num_projects;10004").replace(
        "VOTES\n", more + "VOTES\n"
    )
    Path("vote.pb").write_text(text, encoding="utf-8")
    assert commands.run("count", ["vote.pb", "--json"]) == frame.FINE
    assert len(json.loads(capsys.readouterr().out)["projects"]) == 10_004
