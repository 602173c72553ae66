"""Forms keep what was typed, and lead from each error to its field."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import ClassVar

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy, override

from gyda.web.errors import DomainError
from gyda.web.forms import BilingualForm, Form, add_domain_error
from gyda.web.styleguide import EveryField


def drawn(form: forms.BaseForm) -> str:
    return render_to_string("web/form.html", {"form": form, "submit": "Send"})


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_every_link_of_the_error_summary_leads_to_a_box() -> None:
    html = drawn(EveryField({}))
    links = re.findall(r'href="#([^"]+)"', html)
    boxes = re.findall(r'<(?:input|select|textarea)[^>]*\bid="([^"]+)"', html)
    assert len(links) == 9
    assert set(links) <= set(boxes)


def test_no_id_stands_twice() -> None:
    names = ids(drawn(EveryField({})))
    assert len(names) == len(set(names))


def test_every_description_that_is_pointed_at_exists() -> None:
    html = drawn(EveryField({}))
    wanted = {
        name for group in re.findall(r'describedby="([^"]+)"', html) for name in group.split()
    }
    assert wanted
    assert wanted <= set(ids(html))


def test_every_box_has_a_label() -> None:
    html = drawn(EveryField())
    boxes = re.findall(r'<(?:input|select|textarea)(?![^>]*hidden)[^>]*\bid="([^"]+)"', html)
    assert set(boxes) == set(re.findall(r'<label[^>]*\bfor="([^"]+)"', html))


def test_a_form_keeps_what_was_typed() -> None:
    html = drawn(EveryField({"title": "Tŷ <b>", "words": 'Dim "byd"', "days": ["TUE"]}))
    assert 'value="Tŷ &lt;b&gt;"' in html
    assert "Dim &quot;byd&quot;</textarea>" in html
    assert re.search(r'value="TUE"[^>]* checked', html)


def test_an_empty_field_is_named_in_the_list_of_errors() -> None:
    with override("en"):
        errors = EveryField({}).errors
        assert errors["title"] == ["Fill in: Name"]
        assert errors["agreed"] == ["Tick: I have read this"]
        assert errors["place"] == ["Choose: Which day?"]


def test_only_fields_in_error_are_marked_so() -> None:
    html = str(EveryField({"title": "Gardd"})["title"].as_field_group())
    assert "aria-invalid" not in html
    assert "govuk-form-group--error" not in html


def test_optional_fields_say_so_and_no_browser_bubble_comes_first() -> None:
    with override("en"):
        html = drawn(EveryField())
    assert html.count("(optional)") == 3
    assert " required" not in html
    assert "novalidate" in html


def test_a_form_with_a_picture_is_sent_as_such() -> None:
    assert 'enctype="multipart/form-data"' in drawn(EveryField())


class TooMany(DomainError):
    message = gettext_lazy("Enter no more than %(most)s")
    field = "title"


def test_a_domain_error_stands_at_its_field() -> None:
    form = EveryField({"title": "Gardd"})
    with override("cy"):
        add_domain_error(form, TooMany(most="2 h"))
    assert form.errors["title"] == ["Rhowch ddim mwy na 2 h"]


def test_a_domain_error_of_no_field_stands_over_the_form() -> None:
    form = EveryField({"title": "Gardd"})
    with override("en"):
        add_domain_error(form, TooMany(most=2, field="elsewhere"))
        assert form.non_field_errors() == ["Enter no more than 2"]


def test_a_domain_error_without_data_is_its_message() -> None:
    with override("en"):
        assert str(DomainError()) == "That did not work. Try again."


class About(BilingualForm):
    texts: ClassVar[tuple[str, ...]] = ("name", "words")
    name_cy = forms.CharField()
    name_en = forms.CharField()
    number = forms.IntegerField(required=False)
    words_cy = forms.CharField(required=False)
    words_en = forms.CharField(required=False)


def test_both_languages_stand_side_by_side_each_marked() -> None:
    html = str(About())
    assert html.count('class="gyda-pair"') == 2
    assert re.search(r'name="words_en"[^>]*lang="en"', html)
    assert re.search(r'name="name_cy"[^>]*lang="cy"', html)


def test_a_pair_may_be_empty_but_not_half_empty() -> None:
    both = {"name_cy": "Gardd", "name_en": "Garden"}
    assert About(both).is_valid()
    with override("en"):
        assert About(both | {"words_cy": "Dewch"}).errors == {
            "words_en": ["Write this in English too"]
        }
        assert About(both | {"words_en": "Come"}).errors == {
            "words_cy": ["Write this in Welsh too"]
        }


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_errors_are_in_the_language_of_the_page(lang: str) -> None:
    with override(lang):
        html = drawn(EveryField({}))
    assert ("Mae problem" in html) is (lang == "cy")
    assert ("There is a problem" in html) is (lang == "en")


class Plain(Form):
    kept = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(error_messages={"required": "Say your name"})


def test_a_field_with_words_of_its_own_keeps_them() -> None:
    assert Plain({"kept": "1"}).errors["name"] == ["Say your name"]


def test_a_hidden_field_has_no_label_and_its_error_is_shown_all_the_same() -> None:
    html = drawn(Plain({"name": "Bryn"}))
    assert html.count("<label") == 1
    assert "govuk-error-summary" in html
