"""Bad files: always a clear message with its line and a remedy, exit code 2, never a trace."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from gyda.terminal import commands, frame
from gyda.terminal.faults import UNKNOWN
from gyda.terminal.tests.samples import SAMPLES
from gyda.terminal.tests.spoil import ODD_NUMBERS, SPOILS, Spoil

READY = sorted(set(SAMPLES) & set(commands.MODULES))
TRIES = 12  # seeds for each way to spoil a file


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    error: str


@dataclass
class Desk:
    """A folder with the files of a command, where it can be run."""

    name: str
    capsys: pytest.CaptureFixture[str]

    def run(self, *more: str) -> Ran:
        code = commands.run(self.name, [*SAMPLES[self.name].arguments, *more])
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)

    def put_back(self) -> None:
        for file, text in SAMPLES[self.name].files.items():
            Path(file).write_text(text, encoding="utf-8")


@pytest.fixture
def desk(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    found = Desk(name, capsys)
    found.put_back()
    return found


def _is_clear(ran: Ran, what: str) -> None:
    """All is fine, or there is one message, in words that the command has, and one object."""
    assert ran.code in {frame.FINE, frame.UNUSABLE}, f"{what}: {ran.error}"
    record = json.loads(ran.out)
    if ran.code == frame.FINE:
        assert "error" not in record, what
        return
    error = record["error"]
    assert UNKNOWN[0].partition("%")[0] not in ran.error, f"{what}: no words for {error['code']}"
    assert error["words"], what
    assert error["remedy"], f"{what}: no remedy: {ran.error}"
    assert error["file"] or error["line"] is None, what
    assert ran.error.replace("\n", "").isprintable(), what
    assert len(ran.error) < 2000, what


@pytest.mark.parametrize("name", READY)
def test_the_good_files_are_fine(name: str, desk: Desk) -> None:
    ran = desk.run("--json")
    assert ran.code == frame.FINE, ran.error
    assert json.loads(ran.out)
    assert desk.run().code == frame.FINE


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("name", READY)
def test_a_spoilt_file_is_told_clearly(name: str, desk: Desk, spoil: Spoil) -> None:
    for file, text in SAMPLES[name].files.items():
        for seed in range(TRIES):
            Path(file).write_bytes(spoil(text.encode(), Random(seed)))
            _is_clear(desk.run("--json"), f"{name}: {file} {spoil.__name__} {seed}")
        desk.put_back()


@pytest.mark.parametrize("name", READY)
def test_every_number_gone_odd_is_told_clearly(name: str, desk: Desk) -> None:
    for file, text in SAMPLES[name].files.items():
        first = text.splitlines()
        for odd in ODD_NUMBERS:
            for at in {1, 8, len(first) // 2} & set(range(len(first))):
                mark = ";" if ";" in first[at] else ","
                cells = first[at].split(mark)
                for cell in range(len(cells)):
                    spoilt = mark.join([*cells[:cell], odd, *cells[cell + 1 :]])
                    lines = [*first[:at], spoilt, *first[at + 1 :]]
                    Path(file).write_text("\n".join(lines) + "\n", encoding="utf-8")
                    _is_clear(desk.run("--json"), f"{name}: {file}:{at + 1}: {spoilt[:60]}")
        desk.put_back()


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\xef\xbb\xbf", b"x", b",", b"\0", b"PK\x03\x04"]
)
@pytest.mark.parametrize("name", READY)
def test_what_is_no_such_file_at_all_is_refused(name: str, desk: Desk, content: bytes) -> None:
    for file in SAMPLES[name].files:
        Path(file).write_bytes(content)
        ran = desk.run("--json")
        _is_clear(ran, f"{name}: {file} is {content!r}")
        desk.put_back()


@pytest.mark.parametrize("name", READY)
def test_a_missing_file_and_a_folder_are_named(name: str, desk: Desk) -> None:
    for file in SAMPLES[name].files:
        Path(file).unlink()
        _is_clear(desk.run("--json"), f"{name}: without {file}")
        Path(file).mkdir()
        _is_clear(desk.run("--json"), f"{name}: {file} is a folder")
        Path(file).rmdir()
        desk.put_back()


def _found(ran: Ran) -> dict[str, object]:
    """Return the record without the fingerprints of the files' very bytes."""
    return {key: said for key, said in json.loads(ran.out).items() if "sha256" not in key}


@pytest.mark.parametrize("name", READY)
def test_lines_may_end_as_on_any_machine(name: str, desk: Desk) -> None:
    plain = _found(desk.run("--json"))
    for file, text in SAMPLES[name].files.items():
        for spoilt in (
            text.replace("\n", "\r\n"),
            "\ufeff" + text,
            text.rstrip("\n"),
            text + "\n\n",
        ):
            Path(file).write_text(spoilt, encoding="utf-8", newline="")
            ran = desk.run("--json")
            assert ran.code == frame.FINE, f"{file}: {ran.error}"
            assert _found(ran) == plain
        desk.put_back()


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("name", READY)
def test_what_people_read_keeps_within_80_columns(name: str, desk: Desk, language: str) -> None:
    ran = desk.run("--language", language)
    assert ran.code == frame.FINE
    assert max(len(line) for line in ran.out.splitlines()) <= 80
    assert "None" not in ran.out
    assert "%(" not in ran.out
