"""What is asked along the way of an exchange."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.propose import Terms
from gyda.deliver.models import Category, Exchange
from gyda.deliver.models.exchange import MOST_MINUTES
from gyda.deliver.models.steps import Feeling
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.terms import GOODS, TIME
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, HoursField, LanguageField, Radios
from gyda.web.fields.moment import ClockField, day_and_clock, moment_of
from gyda.web.fields.words import long_text
from gyda.web.forms import Form

NATURES = [
    (TIME, _("Time: help, company, a skill, a lift")),
    (GOODS, _("Things to keep: food, clothes, tools, anything made or bought")),
]
GIVE, RECEIVE = "give", "receive"


class TermsForm(Form):
    """What, how long, when and where."""

    nature = forms.ChoiceField(
        label=_("What is it?"), choices=NATURES, initial=TIME, widget=Radios()
    )
    what = long_text(
        _("What would you do together?"), help_text=_("For example: an hour in the garden")
    )
    language = LanguageField()
    minutes = HoursField(label=_("How long will it take?"), most=MOST_MINUTES)
    day = DayField(label=_("Which day?"), required=False)
    clock = ClockField(label=_("What time?"), required=False)
    place = forms.CharField(label=_("Where?"), required=False, max_length=200)
    category: Any = forms.ModelChoiceField(
        label=_("Kind of help"),
        queryset=None,
        required=False,
        empty_label=_("Not sure"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.in_use()  # type: ignore[attr-defined]
        self.fields["minutes"].step = the_policy().step_minutes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("clock") and not cleaned.get("day"):
            self.add_error("day", _("Enter the day too"))
        return cleaned

    def terms(self) -> Terms:
        asked = self.cleaned_data
        return Terms(
            what=asked["what"],
            language=asked["language"],
            minutes=asked["minutes"],
            place=asked["place"],
            when_at=moment_of(asked["day"], asked["clock"]),
            category=asked["category"],
            nature=asked["nature"],
        )


class ProposeForm(TermsForm):
    """A first proposal, straight to a person: also who gives to whom."""

    way = forms.ChoiceField(label=_("Who gives time?"), widget=Radios())
    field_order = ["way"]

    def __init__(self, *args: Any, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [  # type: ignore[attr-defined]
            (RECEIVE, _("%(name)s gives time to me") % {"name": other}),
            (GIVE, _("I give time to %(name)s") % {"name": other}),
        ]


class AnswerForm(TermsForm):
    """A first proposal in answer to an offer or an ask, which says who gives to whom."""


class ChangeForm(TermsForm):
    """Other terms than the ones on the page."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(exchange: Exchange) -> dict[str, Any]:
        day, clock = day_and_clock(exchange.when_at)
        return {
            "what": exchange.what,
            "language": exchange.language,
            "minutes": exchange.minutes,
            "day": day,
            "clock": clock,
            "place": exchange.place,
            "category": exchange.category_id,
            "version": exchange.version,
        }


class RecordForm(ProposeForm):
    """What two people have done already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].label = _("What did you do together?")
        self.fields["minutes"].label = _("How long did it take?")
        self.fields["day"].label = _("Which day was it?")
        self.fields["day"].required = True
        del self.fields["clock"]

    def clean_day(self) -> datetime.date:
        return past_day(self.cleaned_data["day"])

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"clock": None}


def past_day(day: datetime.date) -> datetime.date:
    """Refuse a day that has not come yet."""
    if day > timezone.localdate():
        raise ValidationError(_("The day must be today or earlier"))
    return day


class VersionForm(Form):
    """One button, for the terms as they were read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class WordsForm(Form):
    """A few words, and their language."""

    words = long_text(_("Your words"))
    language = LanguageField()

    def said(self) -> Words:
        return Words(self.cleaned_data["words"].strip(), self.cleaned_data["language"])


class DeclineForm(WordsForm):
    words = long_text(_("A few words, if you like"), required=False)


class CancelForm(WordsForm):
    words = long_text(_("Why is it called off?"))


class HoursForm(Form):
    """How long it took."""

    minutes = HoursField(
        label=_("How long did it take?"),
        help_text=_("For example: 1.5 or 1 h 30 min. Enter 0 if it did not happen."),
        least=0,
        most=MOST_MINUTES,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].step = the_policy().step_minutes  # type: ignore[attr-defined]


class AcceptForm(Form):
    """One button, for the hours as they were read."""

    minutes = forms.IntegerField(widget=forms.HiddenInput)


class HandForm(WordsForm):
    words = long_text(_("What should the connector know?"), required=False)


class DecideForm(HoursForm, WordsForm):
    words = long_text(_("Why? Both will read this"))
    field_order = ["minutes", "words", "language"]


class ThankForm(WordsForm):
    words = long_text(_("Say thank you in your own words"))
    shared = forms.BooleanField(
        label=_("The hub may show these words, without our names"), required=False
    )


class TellForm(WordsForm):
    feeling = forms.ChoiceField(label=_("How was it?"), choices=Feeling, widget=Radios())
    words = long_text(_("Anything the connectors should know?"), required=False)
    field_order = ["feeling", "words", "language"]


class ReverseForm(WordsForm):
    words = long_text(_("Why do the hours go back? Both will read this"))
