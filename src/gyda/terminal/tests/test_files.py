"""People's files are read as they come, and what is wrong is said with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

import pytest

from gyda.methods.errors import BadInput
from gyda.terminal.faults import Unusable, about
from gyda.terminal.files import MANY, read_bytes, read_text


def _file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    return path


def _refusal(path: Path) -> Unusable:
    with pytest.raises(Unusable) as refused:
        read_bytes(path)
    assert refused.value.remedy
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_changes_nothing(tmp_path: Path, encoding: str) -> None:
    assert read_text(_file(tmp_path, "Tŷ,1\n".encode(encoding))) == "Tŷ,1\n"


@pytest.mark.parametrize("before", [0, 3, MANY, 2 * MANY - 6])
def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path, before: int) -> None:
    content = b"a\n" * before + "é\nŷ".encode() + "Ynys Môn".encode("latin-1") + b"\nb\n"
    refused = _refusal(_file(tmp_path, content))
    assert (refused.line, refused.code) == (before + 2, "not-utf-8")


def test_a_letter_cut_off_at_the_end_is_named(tmp_path: Path) -> None:
    assert _refusal(_file(tmp_path, "a\nŷ".encode()[:-1])).line == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        ("a,b".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04 rest", "spreadsheet"),
        (b"a,b\nc\x00d\n", "null"),
    ],
)
def test_what_is_no_text_is_said(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in str(_refusal(_file(tmp_path, content)))


def test_a_folder_or_nothing_is_no_file(tmp_path: Path) -> None:
    assert "folder" in _refusal(tmp_path).words
    assert "no such file" in _refusal(tmp_path / "x").words


def test_a_name_that_cannot_be_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        read_bytes(tmp_path / ("x" * 5000))
    with pytest.raises(Unusable):
        read_bytes(tmp_path / "a\0b")


def test_a_fault_names_the_file_that_was_opened_for_it(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused, about("outer"), about(tmp_path):
        raise BadInput("odd", file="votes.csv", line=3)
    assert refused.value.file == str(tmp_path / "votes.csv")
    with pytest.raises(BadInput) as refused, about("outer"):
        raise BadInput("odd")
    assert refused.value.file == "outer"
