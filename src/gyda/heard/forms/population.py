"""Who lives here: a file, or figures typed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from gyda.heard.models.about import CLOSED, GROUPS, Question
from gyda.heard.population import lacking, read
from gyda.web.fields import DayField, WholeNumberField
from gyda.web.forms import BilingualForm, visible

MOST_BYTES = 100_000


class SourceForm(BilingualForm):
    """Where the figures are from, and of which day."""

    texts = ("source",)

    source_cy = forms.CharField(label=_("Where are the figures from? In Welsh"), max_length=200)
    source_en = forms.CharField(label=_("Where are the figures from? In English"), max_length=200)
    as_of_on = DayField(label=_("Of which day are they?"))

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("source_cy", "source_en", "as_of_on")}


class FileForm(SourceForm):
    """The table as a file."""

    table = forms.FileField(
        label=_("The table (CSV)"),
        help_text=_("Three columns: question, group, people."),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    field_order = ["table"]

    def clean_table(self) -> Any:
        file: Any = self.cleaned_data["table"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(_("This file is too long for a table of groups"))
        try:
            found = read(visible({"": file.read().decode("utf-8-sig")})[""])
        except UnicodeDecodeError:
            raise ValidationError(_("This is no table of text: save it as CSV (UTF-8)")) from None
        if found.faults:
            raise ValidationError(found.faults)
        return found.population

    def population(self) -> dict[str, dict[str, int]]:
        return self.cleaned_data["table"]  # type: ignore[no-any-return]


class TypedForm(SourceForm):
    """The same, a box for each group."""

    def __init__(self, *args: Any, filled: dict[str, dict[str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in CLOSED:
            for group in GROUPS[question]:
                words = {"question": Question(question).label, "group": group.label}
                self.fields[f"{question}-{group.value}"] = WholeNumberField(
                    label=format_lazy("{question}: {group}", **words),
                    min_value=0,
                    max_value=999_999_999,
                    required=False,
                    initial=filled.get(question, {}).get(group.value),
                    widget=forms.TextInput(
                        {"inputmode": "numeric", "class": "govuk-input--width-10"}
                    ),
                )

    def population(self) -> dict[str, dict[str, int]]:
        """Return what was typed; a question without a figure is left out."""
        found: dict[str, dict[str, int]] = {}
        for question in CLOSED:
            for group in GROUPS[question].values:
                people = self.cleaned_data.get(f"{question}-{group}")
                if people is not None:
                    found.setdefault(question, {})[group] = people
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            self.cleaned_data = cleaned
            for fault in lacking(self.population()):
                self.add_error(None, fault)
        return cleaned
