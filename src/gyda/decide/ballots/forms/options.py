"""What is asked of who puts an option on the paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.actions.options import Plan
from gyda.decide.ballots.forms.lines import LANGS
from gyda.decide.ballots.models import Ballot, Option, Ward
from gyda.web.fields import HoursField, PoundsField
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm


class OptionForm(BilingualForm):
    """An option: no money without who gains and who loses."""

    texts: ClassVar[tuple[str, ...]] = ("title", "summary", "gains", "loses")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    summary_cy = long_text(_("What will happen? In Welsh"), 1000)
    summary_en = long_text(_("What will happen? In English"), 1000)
    pence = PoundsField(label=_("What does it cost, in pounds?"), required=True)
    minutes = HoursField(label=_("How many hours of people's time?"), required=False)
    gains_cy = long_text(_("Who gains by it? In Welsh"))
    gains_en = long_text(_("Who gains by it? In English"))
    loses_cy = long_text(_("Who loses by it? In Welsh"))
    loses_en = long_text(_("Who loses by it? In English"))
    rivals = forms.IntegerField(
        label=_("Does it exclude others?"),
        help_text=_("Give options of which only one can win the same number, such as 1"),
        required=False,
        min_value=1,
        max_value=99,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    ward: Any = forms.ModelChoiceField(
        label=_("Which ward is it for?"),
        queryset=None,
        required=False,
        empty_label=_("The whole place"),
    )

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["ward"].queryset = Ward.objects.filter(ballot=ballot).order_by("number")
        if not fields["ward"].queryset:
            del fields["ward"]

    def clean_pence(self) -> int:
        pence: int = self.cleaned_data["pence"]
        if pence <= 0:
            raise forms.ValidationError(_("A cost is more than nothing"))
        return pence

    def plan(self) -> Plan:
        asked = dict(self.cleaned_data)
        asked["minutes"] = asked["minutes"] or 0
        return Plan(**asked)


def initial_of_option(option: Option) -> dict[str, Any]:
    """Return what the form shows of an option that is there."""
    names = [f"{name}_{lang}" for name in OptionForm.texts for lang in LANGS]
    shown = {name: getattr(option, name) for name in (*names, "pence", "minutes", "rivals")}
    return shown | {"ward": option.ward_id}
