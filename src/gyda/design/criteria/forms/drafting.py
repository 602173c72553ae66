"""Forms for whoever drafts: a set, its facts, its order, files, publishing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.design.criteria.actions.bringing import Source
from gyda.design.criteria.actions.lines import FactSaid
from gyda.design.criteria.actions.publishing import Justification
from gyda.design.criteria.actions.sets import Words
from gyda.design.criteria.models import Hit, Need, Outcome
from gyda.design.criteria.models.line import Kind
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form, visible

MOST_BYTES = 2_000_000
NEEDS = [("", _("None of these")), *[(need.value, need.label) for need in Need]]


class StartForm(BilingualForm):
    """What the rules are about."""

    texts = ("title", "about")

    title_cy = one_line(_("What are the rules about? In Welsh"))
    title_en = one_line(_("What are the rules about? In English"))
    about_cy = long_text(_("What is given, and to whom? In Welsh"), 2000, 4)
    about_en = long_text(_("What is given, and to whom? In English"), 2000, 4)
    need = forms.ChoiceField(
        label=_("Is it one of these?"),
        help_text=_("Nobody can be refused food, warmth or shelter, by any rule."),
        choices=NEEDS,
        required=False,
        widget=Radios(),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def words(self) -> Words:
        names = ("title_cy", "title_en", "about_cy", "about_en")
        return Words(**{name: self.cleaned_data[name] for name in names})


class FactForm(BilingualForm):
    """Something that is asked about a case."""

    texts = ("name",)

    name_cy = one_line(_("What is asked? In Welsh"), 80)
    name_en = one_line(_("What is asked? In English"), 80)
    kind = forms.ChoiceField(label=_("What kind of answer?"), choices=Kind, widget=Radios())
    choices = long_text(
        _("The answers, if it is one of a few"),
        2000,
        4,
        required=False,
        help_text=_("One on each line, in both languages: Cymraeg | English"),
    )

    def said(self) -> FactSaid:
        asked = self.cleaned_data
        return FactSaid(asked["kind"], asked["name_cy"], asked["name_en"], self._choices())

    def _choices(self) -> list[dict[str, str]]:
        found = []
        lines = [line for line in self.cleaned_data["choices"].splitlines() if line.strip()]
        for number, line in enumerate(lines, start=1):
            cy, _mark, en = line.partition("|")
            if cy.strip() and en.strip():
                found.append({"code": f"c{number}", "cy": cy.strip(), "en": en.strip()})
        return found


class OrderForm(Form):
    """What holds where several rules fit, or none."""

    hit = forms.ChoiceField(
        label=_("What holds where more than one rule fits?"), choices=Hit, widget=Radios()
    )
    otherwise = forms.ChoiceField(
        label=_("What holds where no rule fits?"), choices=Outcome, widget=Radios()
    )


class _FileForm(Form):
    """Takes a text file."""

    def clean_file(self) -> str:
        file: Any = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(_("This file is too long"))
        try:
            text: str = visible({"": file.read().decode("utf-8-sig")})[""]
        except UnicodeDecodeError:
            raise ValidationError(_("This is no table of text: save it as CSV (UTF-8)")) from None
        return text


class BringForm(_FileForm):
    """A whole table, or its rules."""

    file = forms.FileField(
        label=_("The table (JSON), or its rules (CSV)"),
        widget=forms.FileInput({"accept": ".json,.csv,text/csv,application/json,text/plain"}),
    )


class _SourceForm(_FileForm, BilingualForm):
    texts = ("source",)

    source_cy = one_line(_("Where are the figures from? In Welsh"), 200)
    source_en = one_line(_("Where are the figures from? In English"), 200)

    def source(self) -> Source:
        return Source(self.cleaned_data["source_cy"], self.cleaned_data["source_en"])


class PopulationForm(_SourceForm):
    """People the rules would hold for, without names."""

    file = forms.FileField(
        label=_("The people (CSV)"),
        help_text=_(
            "A column for each fact by its code, one called quintile (1 is the most deprived), "
            "others called group:NAME, and one called people. Names and addresses are not taken."
        ),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    field_order = ["file"]


class MakeUpForm(_SourceForm):
    """Made-up people with the shares of a real place."""

    file = forms.FileField(
        label=_("The shares (CSV)"),
        help_text=_(
            "Columns: of, answer, q1 to q5. A row called people says how many live in each fifth."
        ),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    people = forms.IntegerField(
        label=_("How many people?"), min_value=1, max_value=20_000, initial=1000
    )
    seed = forms.IntegerField(
        label=_("The number that fixes all chance"), min_value=0, max_value=2**31 - 1, initial=1
    )
    field_order = ["file"]


class PublishForm(BilingualForm):
    """A public reason, where a limit is passed."""

    texts = ("reason",)

    reason_cy = long_text(_("The reason, in Welsh"), 2000, 4, required=False)
    reason_en = long_text(_("The reason, in English"), 2000, 4, required=False)
    signed_by = one_line(
        _("Who answers for it?"),
        required=False,
        help_text=_("A name, and the post; both stand here in public"),
    )

    def __init__(self, *args: Any, is_blocked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_blocked:
            self.fields.clear()
            self.texts = ()  # type: ignore[misc,assignment]

    def why(self) -> Justification:
        return Justification(**self.cleaned_data)
