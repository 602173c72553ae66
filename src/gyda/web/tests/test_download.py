"""A table to take away opens in a spreadsheet, and runs nothing there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.web.download import csv_response, safe_cell


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_has_a_name_a_mark_and_its_rows() -> None:
    response = csv_response("oriau", ["Enw", "Munudau"], [["Ŵyn; a, 'b'", -90], [None, 1.5]])
    assert response.headers["Content-Disposition"] == 'attachment; filename="oriau.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert rows_of(response.content) == [["Enw", "Munudau"], ["Ŵyn; a, 'b'", "-90"], ["", "1.5"]]


@pytest.mark.parametrize("start", list("=+-@\t\r") + ["＝", "  =", "\n"])
def test_a_text_that_looks_like_a_formula_stays_a_text(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    assert rows_of(csv_response("x", ["a"], [[text]]).content)[1][0].startswith("'")


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert not str(safe_cell(text)).lstrip().startswith(("=", "+", "-", "@"))
