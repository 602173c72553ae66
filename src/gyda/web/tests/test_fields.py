"""Fields take what people type, and say what to mend."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import contextlib
import datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from gyda.web.fields import (
    Checkboxes,
    DayField,
    HoursField,
    LanguageField,
    PhoneField,
    PoundsField,
    Radios,
)
from gyda.web.fields.hours import MinutesWidget, parse_minutes
from gyda.web.fields.phone import show_phone


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1", 60),
        ("1.5", 90),
        ("1,5", 90),
        (".5", 30),
        ("½", 30),
        ("1½", 90),
        ("2¾", 165),
        ("1:30", 90),
        ("0:45", 45),
        ("90 min", 90),
        ("90m", 90),
        ("90 munud", 90),
        ("2 funud", 2),
        ("1h", 60),
        ("1h30", 90),
        ("1h 30", 90),
        ("1 h 30 min", 90),
        ("1\u00a0h\u00a030\u00a0min", 90),
        ("2 hours and 15 minutes", 135),
        ("1 awr 30 mun", 90),
        ("2 awr a 15 munud", 135),
        ("2 awr", 120),
        ("Hanner awr", 30),
        ("awr a hanner", 90),
        ("  An  hour ", 60),
        ("1.5 hrs.", 90),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, minutes: int) -> None:
    assert HoursField().clean(typed) == minutes


@pytest.mark.parametrize(
    "typed", ["soon", "1:75", "-1", "1h 2h", "1.2.3", "٣٠x", "1e3", "min", ":"]
)
def test_what_is_no_length_of_time_is_refused(typed: str) -> None:
    with override("en"), pytest.raises(ValidationError, match="such as 1.5"):
        HoursField().clean(typed)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_hours(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_minutes(typed) >= 0


@given(st.integers(1, 24 * 60))
def test_minutes_shown_in_the_box_are_read_back_the_same(minutes: int) -> None:
    shown = MinutesWidget().format_value(minutes)
    assert shown is not None
    assert parse_minutes(shown) == minutes


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0", "at least 15"),
        ("10 min", "at least 15"),
        ("5", "no more than 4"),
        ("20 min", "steps of 15"),
        ("", "how long"),
    ],
)
def test_hours_keep_to_their_limits(typed: str, says: str) -> None:
    field = HoursField(step=15, least=15, most=240)
    with override("en"), pytest.raises(ValidationError) as error:
        field.clean(typed)
    with override("en"):
        assert says in str(error.value.messages[0])


def test_hours_of_no_length_are_nothing_where_they_may_be_left_out() -> None:
    assert HoursField(required=False).clean("") is None


class Diary(forms.Form):
    on = DayField()


def a_day(day: str, month: str, year: str) -> Diary:
    return Diary({"on_day": day, "on_month": month, "on_year": year})


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", "Mawrth", "MAWRTH"])
def test_a_month_is_a_number_or_a_name_in_either_language(month: str) -> None:
    form = a_day("1", month, "2027")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == datetime.date(2027, 3, 1)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("", "", ""), "Enter a day"),
        (("", "3", "2027"), "include a day"),
        (("1", "", "2027"), "include a month"),
        (("1", "3", ""), "include a year"),
        (("31", "2", "2027"), "real date"),
        (("1", "Brumaire", "2027"), "real date"),
        (("1", "3", "27"), "real date"),
        (("1", "3", "99999999"), "real date"),
        (("²", "3", "2027"), "real date"),
        (("1", "²", "2027"), "real date"),
    ],
)
def test_a_wrong_day_says_what_to_mend(typed: tuple[str, str, str], says: str) -> None:
    with override("en"):
        assert says in a_day(*typed).errors["on"][0]


def test_a_wrong_day_comes_back_as_it_was_typed() -> None:
    html = str(a_day("31", "Chwefror", "2027"))
    assert 'value="31"' in html
    assert 'value="Chwefror"' in html


def test_a_day_that_is_known_fills_the_boxes() -> None:
    html = str(Diary(initial={"on": datetime.date(2027, 3, 1)})["on"])
    assert 'name="on_month" type="text" value="3"' in html


def test_a_day_changes_only_when_it_changes() -> None:
    form = Diary(
        {"on_day": "1", "on_month": "Mawrth", "on_year": "2027"},
        initial={"on": datetime.date(2027, 3, 1)},
    )
    assert not form.has_changed()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("01632 960 001", "+441632960001"),
        ("(01632) 960001", "+441632960001"),
        ("07700 900123", "+447700900123"),
        ("+44 7700 900 123", "+447700900123"),
        ("+353 1 873 5500", "+35318735500"),
    ],
)
def test_one_phone_is_one_number_however_it_is_typed(typed: str, number: str) -> None:
    assert PhoneField().clean(typed) == number


@pytest.mark.parametrize("typed", ["12", "ffôn", "+", "0" * 30])
def test_what_is_no_phone_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PhoneField().clean(typed)


def test_a_phone_may_be_left_out_where_it_may() -> None:
    assert PhoneField(required=False).clean("") == ""


def test_a_number_abroad_is_shown_with_its_country() -> None:
    assert show_phone("+35318735500") == "+353 1 873 5500"


class Words(forms.Form):
    language = LanguageField()
    one = forms.ChoiceField(choices=[("A", "a")], widget=Radios(hints={"A": "the first"}))
    many = forms.MultipleChoiceField(choices=[("A", "a"), ("B", "b")], widget=Checkboxes())


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_language_of_the_page_is_the_first_guess(lang: str) -> None:
    with override(lang):
        assert Words()["language"].initial == lang


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("250", 25_000), ("£3.50", 350), ("3,50", 350), ("£40,000", 4_000_000), ("", 0),
        ("1,234,567.89", 123_456_789), ("£ 10 000", 1_000_000), ("10,000", 1_000_000),
    ],
)  # fmt: skip
def test_money_is_read_as_people_write_it(typed: str, pence: int) -> None:
    assert PoundsField().clean(typed) == pence


@pytest.mark.parametrize("typed", ["many", "10,00,0", "1,2345", "3.5", "-3"])
def test_what_is_no_money_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PoundsField().clean(typed)


def test_a_hint_belongs_to_its_choice() -> None:
    html = str(Words()["one"])
    assert 'aria-describedby="id_one_0_hint"' in html
    assert 'id="id_one_0_hint">the first</div>' in html


def test_a_choice_without_a_hint_points_nowhere() -> None:
    assert "describedby" not in str(Words()["many"])
