"""The style guide: every component in every state on one page, for eyes and for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gyda.web.bilingual import Text
from gyda.web.fields import Checkboxes, DayField, HoursField, LanguageField, PhoneField, Radios
from gyda.web.forms import BilingualForm, Form
from gyda.web.paging import Page
from gyda.web.templatetags.gyda import COLOURS

DAYS = [("MON", _("Monday")), ("TUE", _("Tuesday")), ("WED", _("Wednesday"))]
JOINING = [("OPEN", _("Anyone may join")), ("ASK", _("A connector says yes first"))]


class EveryField(Form):
    """One of each kind of field."""

    title = forms.CharField(label=_("Name"), help_text=_("As people call you"), max_length=80)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(required=False)
    words = forms.CharField(label=_("In your own words"), widget=forms.Textarea({"rows": 4}))
    hours = HoursField(step=15)
    day = DayField(label=_("On which day?"))
    language = LanguageField()
    joining = forms.ChoiceField(
        label=_("How does someone join?"),
        choices=JOINING,
        widget=Radios(hints={"ASK": _("Usually within a day or two")}),
    )
    days = forms.MultipleChoiceField(
        label=_("Which days suit you?"),
        choices=DAYS,
        widget=Checkboxes(hints={"MON": _("Not on bank holidays")}),
    )
    place = forms.ChoiceField(label=_("Which day?"), choices=[("", "–"), *DAYS])
    picture = forms.FileField(label=_("Picture"), required=False)
    agreed = forms.BooleanField(label=_("I have read this"))
    closed = forms.CharField(label=_("Cannot be changed"), disabled=True, initial="—")


class BothLanguages(BilingualForm):
    """A pair, and a field that stands alone."""

    texts = ("name",)
    name_cy = forms.CharField(label=_("Name in Welsh"))
    name_en = forms.CharField(label=_("Name in English"))
    number = forms.IntegerField(label=_("How many?"), help_text=_("A whole number"))


def _if_in(typed: QueryDict | None, field: str) -> QueryDict | None:
    """Return what was sent if it is of the form that has this field."""
    return typed if typed and field in typed else None


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show all that pages are made of. Nothing is stored."""
    messages.success(request, _("Your offer is on the board."))
    messages.info(request, _("Carys will ring you on Monday."))
    messages.error(request, _("That picture could not be read."))
    wrong = EveryField({"hours": "a while", "day_day": "31", "day_month": "2", "day_year": "2027"})
    typed = request.POST or None
    context: dict[str, Any] = {
        "form": EveryField(_if_in(typed, "title"), request.FILES or None, auto_id="plain_%s"),
        "wrong": wrong,
        "pair": BothLanguages(_if_in(typed, "name_cy"), auto_id="pair_%s"),
        "colours": sorted(COLOURS),
        "other_tongue": Text("Croeso", "cy"),
        "page": Page(rows=[], older="?after=1", newer="?before=2"),
    }
    return render(request, "web/styleguide.html", context)
