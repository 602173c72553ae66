"""What a bid to invest and save says."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.actions.bids import Case, Line
from gyda.decide.funds.forms.funds import OfHub, initiative_field, organisation_field
from gyda.decide.funds.forms.parts import MoneyField, PerCentField, YearsField
from gyda.decide.funds.models import Grade, LineKind
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

FIRST, LAST = 2000, 2200


def this_year() -> int:
    return timezone.localdate().year


def year_field(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=FIRST,
        max_value=LAST,
        initial=this_year,
        widget=forms.TextInput({"class": "govuk-input--width-4", "inputmode": "numeric"}),
    )


class CaseForm(OfHub, BilingualForm):
    """The case in words."""

    texts = ("title", "need", "nothing", "risks")
    organisation = organisation_field(_("Which organisation asks, and repays?"))
    title_cy = one_line(_("Name of the bid, in Welsh"))
    title_en = one_line(_("Name of the bid, in English"))
    need_cy = long_text(_("What is needed, in Welsh"), 1000)
    need_en = long_text(_("What is needed, in English"), 1000)
    nothing_cy = long_text(_("What happens if nothing is done, in Welsh"), 1000)
    nothing_en = long_text(_("What happens if nothing is done, in English"), 1000)
    risks_cy = long_text(_("What could go wrong, in Welsh"), 1000)
    risks_en = long_text(_("What could go wrong, in English"), 1000)
    owner = one_line(
        _("Who sees to it that the savings come?"), help_text=_("A post, not a private person")
    )
    first_year = year_field(_("Which is the first year?"))
    price_year = year_field(_("In prices of which year?"))
    second_rate = PerCentField(
        label=_("At which other yearly rate is it worked out too, in per cent?"), initial=500
    )
    initiative = initiative_field()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def case(self) -> Case:
        return Case(**{n: value for n, value in self.cleaned_data.items() if n != "key"})


class LineForm(BilingualForm):
    """A cost or a saving, year by year."""

    texts = ("what",)
    kind = forms.ChoiceField(
        label=_("Cost or saving?"), choices=LineKind, initial=LineKind.ONE_OFF, widget=Radios()
    )
    what_cy = one_line(_("What is it, in Welsh"), 160)
    what_en = one_line(_("What is it, in English"), 160)
    owner = one_line(_("In whose budget?"))
    is_cash = forms.BooleanField(
        label=_("It frees or costs real money; time of volunteers or staff who stay does not"),
        required=False,
    )
    grade = forms.ChoiceField(
        label=_("How sure is it?"), choices=Grade, initial=Grade.D, widget=Radios()
    )
    pence = YearsField(
        label=_("Pounds in each year, the first year first"),
        help_text=_("For example: 0 10000 22000 25000 25000"),
    )

    def line(self) -> Line:
        return Line(**self.cleaned_data)


class InstalmentForm(Form):
    """What is repaid by a day."""

    due_on = DayField(label=_("By which day?"))
    pence = MoneyField(label=_("How much is to be repaid?"))
