"""What the steward is asked: venues, agreements, grants, rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.forms.exchange import WordsForm
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.venues.forms.spare import count_field, line
from gyda.deliver.venues.models.rules import Expiry, NoShow
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.web.fields import DayField, HoursField, PoundsField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form

MOST_MINUTES = 60 * 100_000


class VenueForm(BilingualForm):
    """Where it is, and what to know before one comes."""

    texts = ("place", "about")

    place_cy = line(_("Where is it? In Welsh"), 200)
    place_en = line(_("Where is it? In English"), 200)
    about_cy = long_text(_("What should people know before they come? In Welsh"), required=False)
    about_en = long_text(_("What should people know before they come? In English"), required=False)
    is_open = forms.BooleanField(label=_("People can book here"), required=False, initial=True)


class AgreementForm(Form):
    """Who pays the venue back, and how much."""

    funder: Any = forms.ModelChoiceField(
        label=_("Who pays the venue back?"),
        queryset=None,
        required=False,
        empty_label=_("Nobody: the venue is thanked"),
    )
    pence_per_hour = PoundsField(label=_("How much for each hour spent there?"))

    def __init__(self, *args: Any, but: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.exclude(id=but.id).order_by("name_cy", "id")
        self.fields["funder"].queryset = rows  # type: ignore[attr-defined]


class BudgetForm(WordsForm):
    """How many hours, how much money, and why."""

    minutes = HoursField(
        label=_("How many hours can the organisation give?"), least=0, most=MOST_MINUTES
    )
    pence = PoundsField(label=_("How much money is behind them, if any?"))
    words = long_text(_("Why?"))

    field_order = ("minutes", "pence", "until_on", "words", "language")

    def budget(self) -> tuple[int, int]:
        return self.cleaned_data["minutes"], self.cleaned_data["pence"]


class GrantForm(BudgetForm):
    """The same for a new grant."""

    until_on = DayField(label=_("Until which day, if any?"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class ReasonForm(WordsForm):
    words = long_text(_("Why?"))


class GiveForm(WordsForm):
    """To whom, how many, what for."""

    member = MemberField(label=_("Who gave time?"))
    minutes = HoursField(label=_("How many hours?"))
    words = long_text(_("What did they do?"))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    field_order = ("member", "minutes", "words", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].step = the_policy().step_minutes  # type: ignore[attr-defined]


class PaidForm(Form):
    """What the treasurers call the payment."""

    reference = line(
        _("Reference of the payment"), 80, _("For the treasurers. You can leave it empty."),
        required=False,
    )  # fmt: skip
    pence = forms.IntegerField(widget=forms.HiddenInput)  # the sum that was read beside it
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def read_again(self, pence: int) -> None:
        """Take the sum that the page shows now; all else stays as it was typed."""
        self.data = self.data.copy()
        self.data["pence"] = pence


class RulesForm(Form):
    """Every rule has a default that works."""

    cancel_hours = count_field(
        _("Until how many hours before can people cancel?"), most=336, least=0
    )
    no_show = forms.ChoiceField(
        label=_("When someone books and does not come, what becomes of the hours?"),
        choices=NoShow,
        widget=Radios(),
    )
    tick_days = count_field(_("How many days does a venue have to say who came?"), most=60)
    below_nothing = forms.BooleanField(
        label=_("People may book with hours that they do not have yet"), required=False
    )
    settle_by_two = forms.BooleanField(
        label=_("A second person confirms each payment to a venue"), required=False
    )
    expiry = forms.ChoiceField(
        label=_("What becomes of hours that nobody spends?"),
        help_text=_("No hours go back sooner than 60 days after this is changed."),
        choices=Expiry,
        widget=Radios(),
    )
    expiry_months = count_field(_("If hours go after some months: how many?"), most=60)
    return_percent = count_field(_("If a part goes each month: how many per cent?"), most=50)
    return_free_minutes = HoursField(
        label=_("How many hours does everyone keep in any case?"),
        help_text=_("For the part that goes each month. For example: 10"),
        least=0,
        most=MOST_MINUTES,
    )
