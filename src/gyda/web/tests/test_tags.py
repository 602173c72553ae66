"""Hours, days and people's own words, in either language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from gyda.web import units
from gyda.web.bilingual import Text
from gyda.web.cards import Card
from gyda.web.templatetags.gyda import own_line, own_words, tag_for, tongue


def spoken(minutes: int, lang: str) -> str:
    with override(lang):
        return units.hours(minutes).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("minutes", "cy", "en"),
    [
        (90, "1 awr 30 mun", "1 h 30 min"),
        (60, "1 awr", "1 h"),
        (45, "45 mun", "45 min"),
        (0, "0 awr", "0 h"),
        (-75, "−1 awr 15 mun", "−1 h 15 min"),
        (75_000, "1,250 awr", "1,250 h"),
    ],
)
def test_hours_are_said_in_hours_and_minutes(minutes: int, cy: str, en: str) -> None:
    assert (spoken(minutes, "cy"), spoken(minutes, "en")) == (cy, en)


@pytest.mark.parametrize("fn", [units.hours, units.pounds, units.day, units.moment, units.ago])
def test_nothing_is_shown_of_nothing(fn: object) -> None:
    assert fn(None) == ""  # type: ignore[operator]


@pytest.mark.parametrize(
    ("lang", "day", "weekday", "moment"),
    [
        ("cy", "3 Mawrth 2026", "Dydd Mawrth 3 Mawrth 2026", "3 Gorffennaf 2026, 14:05"),
        ("en", "3 March 2026", "Tuesday 3 March 2026", "3 July 2026, 14:05"),
    ],
)
def test_days_and_moments(lang: str, day: str, weekday: str, moment: str) -> None:
    at = datetime.datetime(
        2026, 7, 3, 13, 5, tzinfo=datetime.UTC
    )  # an hour later by the wall clock
    with override(lang):
        assert units.day(datetime.date(2026, 3, 3)) == day
        assert units.weekday(datetime.date(2026, 3, 3)) == weekday
        assert units.moment(at) == moment


@pytest.mark.parametrize(
    ("days", "cy", "en"),
    [
        (0, "heddiw", "today"),
        (1, "ddoe", "yesterday"),
        (2, "2 ddiwrnod yn ôl", "2 days ago"),
        (5, "5 diwrnod yn ôl", "5 days ago"),
        (40, "22 Ionawr 2026", "22 January 2026"),
        (-3, "6 Mawrth 2026", "6 March 2026"),
    ],
)
def test_ago_is_said_in_days(days: int, cy: str, en: str) -> None:
    today = datetime.date(2026, 3, 3)
    with override("cy"):
        assert units.ago(today - datetime.timedelta(days), today) == cy
    with override("en"):
        assert units.ago(today - datetime.timedelta(days), today) == en


def test_a_text_in_the_other_language_is_marked() -> None:
    with override("en"):
        assert tongue(Text("Tŷ & gardd", "cy")) == '<span lang="cy">Tŷ &amp; gardd</span>'
        assert tongue(Text("House", "en")) == "House"
        assert tongue(Text("", "cy")) == ""
        assert own_line("Tŷ", "cy") == '<span lang="cy">Tŷ</span>'


def test_own_words_keep_their_lines_and_their_language_and_no_markup() -> None:
    html = own_words("Dewch!\n\n<script>x</script>", "cy")
    assert html.startswith('<div class="gyda-words" lang="cy"><p>Dewch!</p>')
    assert "<script>" not in html


def test_a_tag_of_an_unknown_colour_is_grey() -> None:
    assert 'govuk-tag--grey" data-state="OPEN">Ar agor<' in tag_for("OPEN", "Ar agor", '"><b>')


def test_templates_find_the_filters() -> None:
    page = Template("{% load gyda %}{{ 90|hours }} {{ 500|pounds }} {% tag_for 'A' 'a' 'green' %}")
    with override("en"):
        assert page.render(Context()).replace("\u00a0", " ").startswith("1 h 30 min £5 <strong")


def test_a_card_is_for_members_unless_it_says_so() -> None:
    assert Card("x.html", lambda request: None).for_role == "member"
