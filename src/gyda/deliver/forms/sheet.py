"""A sheet of hours from paper: many lines at once, for members who are offline."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions.entry import Line
from gyda.deliver.actions.propose import Pair, Terms
from gyda.deliver.errors.exchange import GoodsForHours
from gyda.deliver.forms.exchange import NATURES, past_day
from gyda.deliver.models.exchange import MOST_MINUTES, Entry
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.terms import TIME, check_time
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, HoursField, LanguageField, Radios
from gyda.web.fields.moment import moment_of
from gyda.web.forms import Form

LINES, MOST_LINES = 5, 50


class SheetForm(Form):
    """What is the same for the whole sheet."""

    day = DayField(label=_("Day of the sheet"))
    entry = forms.ChoiceField(
        label=_("How did both people on each line say yes?"), choices=Entry, widget=Radios()
    )
    language = LanguageField(label=_("Which language is the sheet in?"))
    nature = forms.ChoiceField(
        label=_("What was it?"), choices=NATURES, initial=TIME, widget=Radios()
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    count = forms.IntegerField(
        widget=forms.HiddenInput, initial=LINES, min_value=1, max_value=MOST_LINES
    )

    def clean_day(self) -> datetime.date:
        return past_day(self.cleaned_data["day"])

    def clean_nature(self) -> str:
        nature: str = self.cleaned_data["nature"]
        try:
            check_time(nature)
        except GoodsForHours as error:
            raise ValidationError(str(error)) from None
        return nature


class LineForm(Form):
    """Who gave, who received, how long, what; a line left empty is passed over."""

    giver = MemberField(label=_("Who gave time"))
    receiver = MemberField(label=_("Who received it"))
    minutes = HoursField(label=_("Hours"), help_text="", most=MOST_MINUTES)
    what = forms.CharField(label=_("What"), max_length=500)
    day = DayField(label=_("Day, if another one"), required=False, help_text="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, empty_permitted=True, **kwargs)
        self.fields["minutes"].step = the_policy().step_minutes  # type: ignore[attr-defined]

    def clean_day(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["day"]
        return past_day(day) if day else None

    def line(self, number: int, sheet: dict[str, Any]) -> Line:
        asked = self.cleaned_data
        terms = Terms(
            what=asked["what"],
            language=sheet["language"],
            minutes=asked["minutes"],
            when_at=moment_of(asked["day"] or sheet["day"], None),
            nature=sheet["nature"],
        )
        pair = Pair(giver=asked["giver"], receiver=asked["receiver"])
        return Line(key_of(sheet["key"], number), pair, terms, sheet["entry"])


def key_of(sheet: UUID, number: int) -> UUID:
    """Return the key of a line: the same sheet sent twice is stored once."""
    return uuid5(sheet, str(number))


def as_typed(form: Form, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed into a form, to begin a new one with: nothing is checked yet."""
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
    }


def filled(forms: Sequence[LineForm]) -> list[tuple[int, LineForm]]:
    """Return the lines on which something was written, with their numbers."""
    return [(number, form) for number, form in enumerate(forms) if form.has_changed()]
