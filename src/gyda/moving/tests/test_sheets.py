"""Files as people have them: encodings, delimiters, hours, days, and TimeOverflow's own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import contextlib
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.moving.sheets import cells
from gyda.moving.sheets.columns import COLUMNS, Kind
from gyda.moving.sheets.faults import WORDS, BadCell, Unreadable, words_of
from gyda.moving.sheets.reading import read_file
from gyda.moving.writing.hub import template
from gyda.moving.writing.tables import lines_of

PEOPLE = "number,name\n1,Siân Rees\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_any_usual_encoding(encoding: str) -> None:
    found = read_file(PEOPLE.encode(encoding))
    assert found.sheet.rows[0]["name"] == "Siân Rees"
    assert [note.code for note in found.notes] == ["windows-letters"] * (encoding == "cp1252")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_with_any_usual_delimiter(delimiter: str) -> None:
    assert read_file(PEOPLE.replace(",", delimiter).encode()).sheet.rows[0]["number"] == "1"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"a\0b,c", "not-text"),
        (b"\x81\x8d", "not-text"),
        (b"colour,size\nred,3\n", "unknown-table"),
        (b'number,name\n1,"open\n', "open-quotes"),
    ],
)
def test_a_file_that_is_no_table_is_told_so(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_file(data)
    assert caught.value.fault.code == code


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1.5", 90), ("1,5", 90), ("1:30", 90), ("1h30", 90), ("-1:30", -90), ("120:00", 7200)],
)
def test_hours_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert cells.minutes(text) == minutes


@pytest.mark.parametrize("text", ["soon", "1:75", "", "1e9", "9" * 5000, "nan", "--1"])
def test_what_is_no_length_of_time_is_told_so(text: str) -> None:
    with pytest.raises(BadCell):
        cells.minutes(text)


@pytest.mark.parametrize("text", ["3/4/2025", "03.04.2025", "2025-04-03", "3-4-2025"])
def test_days_come_first_unless_the_year_does(text: str) -> None:
    assert cells.day(text) == datetime.date(2025, 4, 3)


def test_a_moment_keeps_its_time() -> None:
    assert cells.moment("2015-03-02 10:11:12 UTC").hour == 10
    assert cells.moment("02/03/2015 10:11").minute == 11


@pytest.mark.parametrize("text", ["31/02/2025", "1850-01-01", "tomorrow", "9999-12-31"])
def test_what_is_no_day_is_told_so(text: str) -> None:
    with pytest.raises(BadCell):
        cells.moment(text)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_our_own_templates_read_without_a_fault(kind: Kind, language: str) -> None:
    found = read_file("".join(template(kind, language)).encode())
    assert (found.sheet.kind, found.notes) == (kind, [])
    assert [row.faults for row in found.sheet.rows] == [[]]


def test_heads_differ_between_columns_in_each_language() -> None:
    for columns in COLUMNS.values():
        assert len({column.cy for column in columns}) == len(columns)
        assert len({column.name for column in columns}) == len(columns)


def test_every_fault_can_be_said() -> None:
    values: dict[str, Any] = dict.fromkeys(
        ("text", "other", "most", "choices", "found", "category"), 7
    )
    assert all(words_of(code, values) for code in WORDS)


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_comes_back_as_it_was_but_for_what_cannot_be_seen(texts: list[str]) -> None:
    name = "".join(texts)
    table = "".join(lines_of(["number", "name", "strengths"], [["1", "A", name]]))
    row = read_file(table.encode("utf-8", "ignore")).sheet.rows[0]
    if not row.faults:
        assert _seen(row["strengths"]) == _seen(name)


def _seen(text: str) -> str:
    from gyda.web.forms import HIDDEN

    return HIDDEN.sub("", text.encode("utf-8", "ignore").decode()).strip()


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        assert read_file(data).sheet.kind


TO_MEMBERS = (
    "N,Nombre,Correo,Teléfono,Teléfono alternativo,Creado,Fecha último login,Idioma,Balance\n"
    "1,Ana Puig,ana@example.org,600123456,,2015-03-02 10:11:12 UTC,,ca,-5400\n"
)
TO_OFFERS = (
    '"",Oferta,Etiquetas,Usuario,Creado\n"",Jardinería,"","",""\n'
    '5,Cortar el césped,"jardín, verano",Ana Puig (1),2015-03-02 10:11:12 UTC\n'
)
TO_TRANSFERS = (
    "Date,From,To,Post,Quantity\n"
    "2015-03-02 10:11:12 UTC,Ana Puig (1),Joan (Coll) (2),Plants,1:30\n"
    "2015-03-03 10:11:12 UTC,Deleted user,Ana Puig (1),,0:15\n"
    "2015-03-04 10:11:12 UTC,Banco del Valle,Ana Puig (1),,10:00\n"
)
TO_COMPLETE = (
    "Fecha,from,from ID,to,to ID,post,post ID,Comentarios,quantity\n"
    "2015-03-02 10:11:12 UTC,Ana (1),1,Banco,0,Plants,5,Gracias,1.5\n"
)


def test_timeoverflows_members_have_their_balance_in_seconds() -> None:
    sheet = read_file(TO_MEMBERS.encode()).sheet
    row = sheet.rows[0]
    assert (sheet.make, row["number"], row["name"], row["balance"]) == (
        "TIMEOVERFLOW",
        "1",
        "Ana Puig",
        -90,
    )
    assert (row["phone"], row["contact"]) == ("", "600123456")


def test_timeoverflows_offers_stand_under_their_category() -> None:
    row = read_file(TO_OFFERS.encode()).sheet.rows[0]
    assert (row["kind"], row["member"], row["category"]) == ("OFFER", "1", "Jardinería")


def test_timeoverflows_transfers_name_people_by_number_and_others_not() -> None:
    rows = read_file(TO_TRANSFERS.encode()).sheet.rows
    ends = [(row["from"], row["to"], row["hours"]) for row in rows]
    assert ends == [("1", "2", 90), ("(opening)", "1", 15), ("(opening)", "1", 600)]


def test_timeoverflows_complete_report_has_hours_and_comments() -> None:
    row = read_file(TO_COMPLETE.encode()).sheet.rows[0]
    assert (row["from"], row["to"], row["hours"]) == ("1", "(opening)", 90)
    assert row["words"] == "Plants\nGracias"
