"""Forms that ask the facts of a table: of a case, of a made-up person, of a rule."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.design.criteria.errors import BadTable
from gyda.design.criteria.models import Outcome
from gyda.design.criteria.words import fact_name
from gyda.methods import criteria as method
from gyda.methods.criteria.cells import Part
from gyda.methods.criteria.facts import Fact, Kind
from gyda.methods.criteria.rules_sheet import cell_of, cell_text
from gyda.methods.criteria.writing import cell_data
from gyda.methods.errors import BadInput
from gyda.web.bilingual import text_of
from gyda.web.fields import Checkboxes, Radios, WholeNumberField, plain_number
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

ANSWERS: list[tuple[str, Any]] = [("yes", _("Yes")), ("no", _("No"))]
PREFIX = "fact_"


class FactsForm(Form):
    """One question for each fact; what nobody knows is left empty."""

    def __init__(self, *args: Any, facts: Iterable[Fact], told: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts = list(facts)
        asked = {PREFIX + fact.code: _asked(fact, (told or {}).get(fact.code)) for fact in facts}
        self.fields = {**asked, **self.fields}

    def told(self) -> dict[str, Any]:
        """Return what is known."""
        told = {fact.code: _answer(fact, self.cleaned_data) for fact in self.facts}
        return {code: value for code, value in told.items() if value is not None}


def _answer(fact: Fact, cleaned: dict[str, Any]) -> Any:
    value = cleaned.get(PREFIX + fact.code)
    if value in (None, ""):
        return None
    return value == "yes" if fact.kind is Kind.YES_NO else value


def _answers(fact: Fact) -> list[tuple[str, Any]]:
    """Return the answers of a fact that has a few."""
    if fact.kind is Kind.YES_NO:
        return list(ANSWERS)
    return [(one.code, str(text_of(one.cy, one.en))) for one in fact.choices]


def _asked(fact: Fact, value: Any) -> forms.Field:
    name = str(fact_name(fact))
    if fact.kind is Kind.NUMBER:
        box = forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-5"})
        return WholeNumberField(
            label=name, required=False, widget=box, initial=value,
            min_value=fact.low, max_value=fact.high if fact.high is not None else 10**9,
        )  # fmt: skip
    if fact.kind is Kind.YES_NO:
        value = {True: "yes", False: "no"}.get(value)
    choices = [*_answers(fact), ("", _("Not known"))]
    return forms.ChoiceField(
        label=name, choices=choices, required=False, widget=Radios(), initial=value or ""
    )


class RuleForm(BilingualForm):
    """A row of the decision table: a cell for each fact, and what then holds."""

    texts = ("because",)

    outcome = forms.ChoiceField(label=_("What then?"), choices=Outcome, widget=Radios())
    because_cy = long_text(_("Why this rule? In Welsh"))
    because_en = long_text(_("Why this rule? In English"))

    def __init__(
        self, *args: Any, facts: Iterable[Fact], cells: dict[str, Part] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.facts = list(facts)
        own = cells or {}
        asked = {PREFIX + fact.code: _cell_asked(fact, own.get(fact.code)) for fact in self.facts}
        self.fields = {**asked, **self.fields}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.cells = {}
        for fact in self.facts:
            try:
                cell = _cell(fact, cleaned.get(PREFIX + fact.code))
            except BadInput as error:
                error.values |= {"fact": str(fact_name(fact))}  # its code says nothing to people
                self.add_error(PREFIX + fact.code, ValidationError(str(BadTable(error))))
                continue
            if cell is not None:
                self.cells[fact.code] = cell_data(cell)
        return cleaned


def _cell(fact: Fact, said: Any) -> Part | None:
    if not said:
        return None
    if fact.kind is Kind.NUMBER:
        return cell_of(fact, plain_number(said))
    if fact.kind is Kind.YES_NO:
        return frozenset({said == "yes"})
    return frozenset(said)


def _cell_asked(fact: Fact, cell: Part | None) -> forms.Field:
    name = str(fact_name(fact))
    if fact.kind is Kind.NUMBER:
        return forms.CharField(
            label=name, required=False, max_length=40,
            help_text=_("65, or >= 65, or <= 10, or 65-74. Leave it empty if it does not matter."),
            widget=forms.TextInput({"class": "govuk-input--width-10"}),
            initial=cell_text(fact, cell) if cell is not None else "",
        )  # fmt: skip
    if fact.kind is Kind.YES_NO:
        value = "" if not isinstance(cell, frozenset) else "yes" if True in cell else "no"
        choices = [*ANSWERS, ("", _("Does not matter"))]
        return forms.ChoiceField(
            label=name, choices=choices, required=False, widget=Radios(), initial=value
        )
    return forms.MultipleChoiceField(
        label=name, required=False, widget=Checkboxes(),
        choices=_answers(fact),
        help_text=_("Tick none if it does not matter."),
        initial=sorted(str(one) for one in cell) if isinstance(cell, frozenset) else [],
    )  # fmt: skip


class ExampleForm(FactsForm, BilingualForm):
    """A made-up person, and what should become of them."""

    texts = ("name",)

    name_cy = one_line(_("Who is it? In Welsh"), help_text=_("A made-up person, in a few words"))
    name_en = one_line(_("Who is it? In English"))
    expected = forms.ChoiceField(
        label=_("What should become of them?"), choices=Outcome, widget=Radios()
    )


def by_code(facts: Iterable[method.Fact]) -> dict[str, method.Fact]:
    return {fact.code: fact for fact in facts}
