"""The frame of the commands: one object for machines, words for people, never a trace."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from gyda.methods.errors import BadInput
from gyda.terminal import commands
from gyda.terminal.arguments import Parser
from gyda.terminal.faults import about
from gyda.terminal.files import read_text
from gyda.terminal.frame import (
    BROKEN,
    FINE,
    INTERRUPTED,
    NOBODY_READS,
    UNUSABLE,
    Answer,
    Command,
    main,
)

FAULTS = {"odd": ("%(number)s is odd", "Give an even number.")}


def _arguments(parser: Parser) -> None:
    parser.add_argument("file", type=Path)


def _lines(asked: Namespace) -> Answer:
    with about(asked.file):
        numbers = [_even(n, line) for n, line in enumerate(read_text(asked.file).split(), start=1)]
    return Answer(
        {"numbers": numbers, "sum": sum(numbers)},
        lambda: [f"Sum: {sum(numbers)}"],
        asked.file.stem,
        {"picture.svg": lambda: "<svg/>\n"},
    )


def _even(line: int, text: str) -> int:
    if int(text) % 2:
        raise BadInput("odd", line=line, number=text)
    return int(text)


ADDS = Command("adds", "Adds numbers up.", _arguments, _lines, FAULTS)


def _that(does: Callable[[], object]) -> Command:
    def run(asked: Namespace) -> Answer:
        does()
        return Answer({}, list, "x")

    return Command("fails", "Fails.", lambda parser: None, run)


def _raising(error: BaseException) -> Callable[[], object]:
    def does() -> object:
        raise error

    return does


@pytest.fixture
def numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "some.txt"
    path.write_text("2\n4\n", encoding="utf-8-sig")
    return path


def test_people_get_words_a_picture_and_a_record(
    numbers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADDS, [str(numbers)]) == FINE
    assert capsys.readouterr().out == "Sum: 6\n\nPicture and record: some.adds\n"
    folder = numbers.with_name("some.adds")
    assert sorted(path.name for path in folder.iterdir()) == ["picture.svg", "record.json"]
    assert (folder / "record.json").read_text() == '{"numbers":[2,4],"sum":6}\n'


def test_machines_get_one_object_and_no_files(
    numbers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADDS, [str(numbers), "--json"]) == FINE
    said = capsys.readouterr()
    assert json.loads(said.out) == {"numbers": [2, 4], "sum": 6}
    assert said.err == ""
    assert list(numbers.parent.iterdir()) == [numbers]


def test_with_json_a_named_folder_is_filled(numbers: Path, tmp_path: Path) -> None:
    main(ADDS, [str(numbers), "--json", "--out", str(tmp_path / "a" / "b")])
    assert (tmp_path / "a" / "b" / "picture.svg").exists()


def test_a_folder_that_cannot_be_made_is_said(
    numbers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADDS, [str(numbers), "--out", str(numbers)]) == UNUSABLE
    assert "Choose another with --out." in capsys.readouterr().err


def test_bad_input_is_told_with_file_line_and_remedy(
    numbers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers.write_text("2\n3\n")
    assert main(ADDS, ["some.txt"]) == UNUSABLE
    said = capsys.readouterr()
    assert said.err == "some.txt, line 2: 3 is odd. Give an even number.\n"
    assert said.out == ""


def test_machines_are_told_of_bad_input_in_one_object(
    numbers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers.write_text("2\n3\n")
    assert main(ADDS, ["some.txt", "--json"]) == UNUSABLE
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], error["line"], error["values"]) == ("odd", 2, {"number": "3"})


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["a", "--so"], ["--language", "fr", "a"]])
def test_arguments_that_nobody_knows_are_told_with_a_way_on(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(ADDS, arguments) == UNUSABLE
    assert "gyda adds --help" in capsys.readouterr().err


def test_welsh_is_spoken_when_asked_for(numbers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ADDS, ["nowhere.txt", "--language", "cy"]) == UNUSABLE
    assert capsys.readouterr().err.startswith("nowhere.txt: nid oes ffeil o’r enw hwn.")
    assert main(ADDS, ["--help", "--language=cy"]) == FINE
    assert "defnydd: gyda adds" in capsys.readouterr().out


def test_a_fault_of_ours_is_one_line_unless_the_trace_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    falls = _that(lambda: [][0])
    assert main(falls, ["--json"]) == BROKEN
    assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(IndexError):
        main(falls, ["--trace"])


def test_too_little_memory_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(_that(_raising(MemoryError())), []) == UNUSABLE
    assert "memory" in capsys.readouterr().err


def test_stopping_it_leaves_no_trace() -> None:
    assert main(_that(_raising(KeyboardInterrupt())), []) == INTERRUPTED


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    code = (
        "import sys; from gyda.terminal.frame import *; from gyda.terminal import frame\n"
        "say = lambda: ('x' * 80 for _ in range(100_000))\n"
        "c = Command('a', 'A.', lambda p: None, lambda asked: Answer({}, say, 'a'))\n"
        "sys.exit(frame.main(c, []))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, **pipes) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.readline()
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == NOBODY_READS


@pytest.mark.parametrize("name", sorted(commands.MODULES))
def test_every_command_says_what_it_is_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert dict(commands.listed())[name].endswith(".")
    with suppress(SystemExit):
        commands.run(name, ["--help"])
    assert f"gyda {name}" in capsys.readouterr().out
