"""`gyda verify`: a good export is fine; whatever is done to it is found, and the place is named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gyda
from gyda.methods import seal as method
from gyda.methods import seal_book, seal_check
from gyda.methods.seal_check import Broken
from gyda.site.export_writer import linked
from gyda.site.tests.export_builders import (
    SIZES,
    an_export,
    changed,
    redo_manifest,
)
from gyda.terminal import export_files as files
from gyda.terminal import verify as command
from gyda.terminal import verify_words
from gyda.terminal.verify import BROKEN, FINE, UNREADABLE, main, verify

SAYING = ("Broken", "_Stop", "_Name", "_check_once")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return an_export(tmp_path_factory.mktemp("good") / "export")


@pytest.fixture
def broken(good: Path, tmp_path: Path) -> Callable[..., str]:
    """Change one file of a good export; return what verify then says first."""

    def change(name: str, how: Callable[[list[dict[str, Any]]], Any]) -> str:
        result = verify(changed(good, tmp_path / "bent", name, how))
        return str(result.broken[0]) if result.broken else "fine"

    return change


def test_a_good_export_is_fine(good: Path) -> None:
    result = verify(good)
    assert result.broken == []
    assert result.counts == {"seals": 3, "entries": 11, "accounts": 4, "transfers": 7}


def test_a_changed_entry_is_named(broken: Any) -> None:
    def how(lines: list[dict[str, Any]]) -> None:
        lines[7]["entry"]["data"]["minutes"] = 1

    assert broken(files.ENTRIES, how).startswith(
        "Entry 3 of seal 3: was changed after it was sealed"
    )


def test_a_dropped_entry_is_named(broken: Any) -> None:
    words = broken(files.ENTRIES, lambda lines: lines.pop(1))
    assert words.startswith("Entry 2 of seal 1: is not here, but entry 3 of seal 1")
    assert broken(files.ENTRIES, lambda lines: lines.pop()) == "Entry 6 of seal 3: is missing"


def test_an_entry_changed_with_its_leaf_breaks_its_seal(broken: Any) -> None:
    def how(lines: list[dict[str, Any]]) -> None:
        lines[4]["entry"]["verb"] = "other.done"
        lines[4]["leaf"] = method.leaf_of(lines[4]["entry"])

    assert broken(files.ENTRIES, how).startswith("Seal 2: does not fit its entries")


def test_a_replaced_seal_breaks_the_chain_behind_it(broken: Any) -> None:
    def how(lines: list[dict[str, Any]]) -> None:
        lines[1]["sealed_at"] = "2027-01-01T00:00:00.000000Z"
        lines[1]["hash"] = method.hash_of_seal(lines[1])

    assert broken(files.SEALS, how).startswith("Seal 3: does not follow the seal before")


def test_a_chain_forged_to_its_end_is_told_by_the_seal_that_somebody_kept(
    good: Path, tmp_path: Path
) -> None:
    kept = verify(good).seals[-1]

    def how(lines: list[dict[str, Any]]) -> None:
        lines[2]["sealed_at"] = "2027-01-01T00:00:00.000000Z"
        lines[2]["hash"] = method.hash_of_seal(lines[2])

    forged = changed(good, tmp_path / "forged", files.SEALS, how)
    manifest = json.loads((forged / files.MANIFEST).read_text())
    manifest["latest_seal"] = verify(forged).seals[-1]
    (forged / files.MANIFEST).write_text(json.dumps(manifest))
    redo_manifest(forged)
    assert verify(forged).broken == []
    assert "rewritten since you kept it" in str(verify(forged, kept).broken[0])
    assert verify(good, kept).broken == []


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("amount", 46, "Account 2 (bryn): its balance is 160"),
        ("amount", 61, "Transfer 3 (c): takes more than was held"),
        ("amount", 0, "Transfer 3 (c): moves nothing"),
        ("credit", "pot", "Transfer 3 (c): resolves what is no hold of these accounts"),
        ("credit", "bryn", "Transfer 3 (c): pays the account that it comes from"),
        ("credit", "nobody", "Transfer 3 (c): names an account that is not in the book"),
        ("unit", "PENCE", "Transfer 3 (c): mixes hours and money"),
        ("resolves", None, "Transfer 3 (c): resolves nothing"),
        ("resolves", [], "Transfer 3 (c): names another in a way"),
        ("phase", "DREAMT", "Transfer 3 (c): has an unknown phase"),
        ("id", "a", "Transfer 3 (a): stands in the book twice"),
    ],
)
def test_a_forger_who_redoes_all_hashes_is_caught_by_the_sums(
    broken: Any, key: str, value: Any, words: str
) -> None:
    assert broken(files.TRANSFERS, relinked(2, **{key: value})).startswith(words)


def relinked(place: int, **values: Any) -> Callable[[list[dict[str, Any]]], None]:
    def how(lines: list[dict[str, Any]]) -> None:
        lines[place].update(values)
        lines[:] = list(linked({k: v for k, v in one.items() if k != "hash"} for one in lines))

    return how


def test_a_hold_is_resolved_once_and_a_transfer_reversed_once(broken: Any) -> None:
    again = {"phase": "RELEASE", "resolves": "b", "credit": "carys", "amount": 60}
    words = broken(files.TRANSFERS, relinked(6, **again))
    assert words == "Transfer 7 (g): resolves a hold for the second time"
    turned = {"phase": "POSTED", "debit": "pot", "credit": "bryn", "amount": 20, "reverses": "e"}
    words = broken(files.TRANSFERS, relinked(6, **turned))
    assert words == "Transfer 7 (g): reverses for the second time"
    words = broken(files.TRANSFERS, relinked(5, amount=19))
    assert words == "Transfer 6 (f): is not the exact reverse of what it names"


def test_an_account_below_its_floor_and_a_book_that_is_not_zero_are_named(broken: Any) -> None:
    words = broken(files.ACCOUNTS, relinked(1, floor=160))
    assert words == "Account 2 (bryn): is below its floor of 160"
    words = broken(files.ACCOUNTS, relinked(1, balance=161))
    assert words == "All accounts in MINUTES: sum to 1, not to zero"


bends = st.sampled_from(["flip", "drop", "swap", "copy", "edit"])
names = st.sampled_from([files.SEALS, files.ENTRIES, files.ACCOUNTS, files.TRANSFERS])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=names, bend=bends, place=st.integers(0, 99), careful=st.booleans())
def test_whatever_is_done_to_a_line_is_found_there(
    good: Path, tmp_path: Path, name: str, bend: str, place: int, careful: bool
) -> None:
    before = (good / name).read_bytes().splitlines(keepends=True)
    place %= len(before) - (bend == "swap")
    after = bent(list(before), bend, place)
    path = changed(good, tmp_path / "bent", name, lambda lines: None)
    (path / name).write_bytes(b"".join(after))
    if careful:
        redo_manifest(path)
    found = verify(path).broken
    assert found
    if not (bend == "drop" and place == len(before) - 1):  # what lacks at the end lacks elsewhere
        assert place + 1 + (bend == "copy") in lines_named(found[0])


def lines_named(broken: Broken) -> set[int]:
    """Return the numbers of the lines that may be meant."""
    numbers = [int(number) for number in re.findall(r"\b\d+\b", broken.which % broken.values)]
    if broken.what == "entry" and len(numbers) == 2:
        place, seal = numbers
        return {sum(SIZES[: seal - 1]) + place}
    if broken.what == "seal":  # its own line, or one of its entries'
        before = sum(SIZES[: numbers[0] - 1])
        size = (*SIZES, 0)[numbers[0] - 1]
        return {numbers[0], *range(before + 1, before + size + 1)}
    return {numbers[0]}


def bent(lines: list[bytes], bend: str, place: int) -> list[bytes]:
    if bend == "flip":  # one bit of the line's middle
        line = bytearray(lines[place])
        line[len(line) // 2] ^= 1
        lines[place] = bytes(line)
    elif bend == "drop":
        del lines[place]
    elif bend == "swap":
        lines[place : place + 2] = lines[place : place + 2][::-1]
    elif bend == "copy":
        lines.insert(place, lines[place])
    else:
        record = json.loads(lines[place])
        key = next(k for k in sorted(record) if type(record[k]) is int)
        lines[place] = method.canonical(record | {key: record[key] + 1}) + b"\n"
    return lines


def test_the_same_from_a_zip_for_machines_and_without_django(tmp_path: Path) -> None:
    path = an_export(tmp_path / "export.zip")
    code = (
        "import sys; sys.argv = ['gyda', 'verify', sys.argv[1], '--json']\n"
        "from gyda.cli import main\n"
        "try: main()\n"
        "finally: assert not any(name.split('.')[0] == 'django' for name in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env=os.environ | {"PYTHONPATH": str(Path(gyda.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == FINE, run.stderr
    said = json.loads(run.stdout)
    assert (said["fine"], said["checked"]["entries"], said["broken"]) == (True, 11, [])


def test_the_exit_status_tells_fine_from_broken_from_unreadable(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(good)]) == FINE
    assert "Fine: every entry fits its seal" in capsys.readouterr().out
    bad = changed(good, tmp_path / "bad", files.ENTRIES, lambda lines: lines.pop())
    assert main([str(bad)]) == BROKEN
    assert "BROKEN  Entry 6 of seal 3: is missing." in capsys.readouterr().out
    assert main([str(tmp_path / "nowhere.zip")]) == UNREADABLE
    (tmp_path / "other.zip").write_bytes(b"no zip")
    assert main([str(tmp_path / "other.zip")]) == UNREADABLE
    (bad / files.SEALS).unlink()
    assert main([str(bad)]) == UNREADABLE
    (bad / files.MANIFEST).write_text("[]")
    assert main([str(bad)]) == UNREADABLE


def test_a_line_that_says_the_same_twice_is_no_record(good: Path, tmp_path: Path) -> None:
    path = changed(good, tmp_path / "bent", files.TRANSFERS, lambda lines: None)
    text = (path / files.TRANSFERS).read_text().replace('"amount":95', '"amount":1,"amount":95')
    (path / files.TRANSFERS).write_text(text)
    assert str(verify(path).broken[0]) == "Line 4 of transfers.jsonl: is no JSON object"


def test_every_sentence_of_the_checks_is_known_to_the_translators() -> None:
    said = set()
    for module in (seal_check, seal_book, files, verify_words, command):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING:
                said |= {one.value for one in node.args[1:] if isinstance(one, ast.Constant)}
    sentences = {one for one in said if isinstance(one, str) and " " in one}
    assert len(sentences) > 20
    assert sentences <= verify_words.SAID


def test_it_speaks_welsh_and_names_the_same_line(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(good), "--language", "cy"]) == FINE
    assert "Iawn: mae pob cofnod" in capsys.readouterr().out
    bad = changed(good, tmp_path / "bad", files.ENTRIES, lambda lines: lines.pop())
    assert main([str(bad), "--language=cy"]) == BROKEN
    assert "WEDI TORRI  Cofnod 6 o sêl 3: ar goll." in capsys.readouterr().out
    assert main([str(tmp_path / "nowhere.zip"), "--language", "cy"]) == UNREADABLE
    assert "Ni ellir darllen hwn" in capsys.readouterr().out
