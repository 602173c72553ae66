"""Opening a fund, promising out of it, and the rules of the hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.decide.decisions.models import Decision
from gyda.decide.funds.actions.funds import Terms
from gyda.decide.funds.actions.promises import Promise
from gyda.decide.funds.actions.setup import Rates
from gyda.decide.funds.forms.parts import MoneyField, PerCentField
from gyda.decide.funds.models import Payee
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.web.fields import DayField, LanguageField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

MANY = 200


def organisation_field(label: Any, **kwargs: Any) -> Any:
    kwargs.setdefault("empty_label", _("Choose one"))
    return forms.ModelChoiceField(label=label, queryset=None, **kwargs)


class OfHub(Form):
    """Fills the lists with what the hub has, which is known only when a form is shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for name in ("giver", "organisation"):
            if name in fields:
                fields[name].queryset = Organisation.objects.order_by("name_en")
        if "initiative" in fields:
            fields["initiative"].queryset = Initiative.objects.under_way().order_by("-id")
        if "decision" in fields:
            fields["decision"].queryset = decisions()


def decisions() -> Any:
    """Return the decisions by which money may be promised."""
    rows = Decision.objects.holding().filter(overruling__isnull=True)
    return rows.order_by("-id")


def initiative_field() -> Any:
    return forms.ModelChoiceField(
        label=_("Does it belong to an initiative?"),
        queryset=None,
        required=False,
        empty_label=_("No, to the whole hub"),
    )


class FundForm(OfHub, BilingualForm):
    """A fund and its conditions."""

    texts = ("title", "purpose", "conditions")
    giver = organisation_field(_("Who gives the money?"))
    title_cy = one_line(_("Name of the fund, in Welsh"))
    title_en = one_line(_("Name of the fund, in English"))
    purpose_cy = long_text(_("What it is for, in Welsh"), 1000)
    purpose_en = long_text(_("What it is for, in English"), 1000)
    conditions_cy = long_text(_("On which conditions, in Welsh"), 1000)
    conditions_en = long_text(_("On which conditions, in English"), 1000)
    pence = MoneyField(label=_("How much is granted?"))
    from_on = DayField(label=_("From which day?"), initial=timezone.localdate)
    until_on = DayField(label=_("Until which day?"))
    initiative = initiative_field()
    gives_small_grants = forms.BooleanField(
        label=_("Members may ask for small grants out of it"), required=False
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        start, end = said.get("from_on"), said.get("until_on")
        if start and end and end < start:
            self.add_error("until_on", _("The last day cannot be before the first"))
        return said

    def terms(self) -> Terms:
        return Terms(**{name: value for name, value in self.cleaned_data.items() if name != "key"})


class PromiseForm(OfHub, BilingualForm):
    """Who is promised how much, for what, by which decision."""

    texts = ("title",)
    decision: Any = forms.ModelChoiceField(
        label=_("By which decision?"),
        help_text=_("It must be published first"),
        queryset=None,
        empty_label=_("Choose one"),
    )
    title_cy = one_line(_("What for, in Welsh"), 160)
    title_en = one_line(
        _("What for, in English"), 160, help_text=_("Everyone reads this. Name no private person.")
    )
    pence = MoneyField(label=_("How much?"))
    payee = forms.ChoiceField(
        label=_("Who is paid?"), choices=Payee, initial=Payee.ORGANISATION, widget=Radios()
    )
    organisation = organisation_field(_("Which organisation?"), required=False)
    member = MemberField(label=_("Which member?"), required=False)
    name = one_line(_("Name of the payee outside"), required=False)
    initiative = initiative_field()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def promise(self, bid: Any = None) -> Promise:
        left = ("key", "decision")
        said = {name: value for name, value in self.cleaned_data.items() if name not in left}
        return Promise(bid=bid, **said)


class LimitsForm(Form):
    """The hub's own limits."""

    second_above_pence = MoneyField(
        label=_("Above which sum must a second person say yes to a payment?"),
        help_text=_("Several payments of one promise count together"),
    )
    grant_most_pence = MoneyField(label=_("How large may a small grant be?"))
    stewards_most_pence = MoneyField(
        label=_("How much may two people grant, without a published decision?")
    )


class RatesForm(Form):
    """Rates with their day and source."""

    name = one_line(_("What is this setting called?"), 80)
    since_on = DayField(label=_("From which day does it hold?"))
    review_on = DayField(label=_("When is it looked at again, if that is known?"), required=False)
    to_year_30 = PerCentField(label=_("Yearly rate up to year 30, in per cent"))
    to_year_75 = PerCentField(label=_("Yearly rate from year 31 to year 75, in per cent"))
    later = PerCentField(label=_("Yearly rate after that, in per cent"))
    source = one_line(_("Where does it stand?"), 300)

    def rates(self) -> Rates:
        return Rates(**self.cleaned_data)


class NumberForm(OfHub):
    """The public number of an organisation."""

    organisation = organisation_field(_("Which organisation?"))
    number = one_line(
        _("Its public number"),
        60,
        help_text=_("As org-id.guide writes it, such as GB-COH-09876543 or GB-CHC-1234567"),
    )

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        if not number.replace("-", "").isalnum() or number.count("-") < 2:
            raise forms.ValidationError(
                _("Enter the list and the number, such as GB-COH-09876543"), code="invalid"
            )
        return number


class FreeForm(Form):
    """Why what is left is no longer promised."""

    because = long_text(_("Why is the rest no longer needed?"), 500)
    language = LanguageField()


class RefusalForm(Form):
    """Why a payment is refused."""

    because = long_text(_("Why not?"), 500)
