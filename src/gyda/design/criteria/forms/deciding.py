"""Forms for decisions, appeals, help and the hub's figures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.design.criteria.actions.cases import Verdict
from gyda.design.criteria.actions.setup import Place
from gyda.design.criteria.forms.facts import FactsForm
from gyda.design.criteria.models import Need
from gyda.design.criteria.models.case import FINAL
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.web.fields import LanguageField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form


class _VerdictForm(FactsForm):
    """What holds, and why."""

    def verdict(self) -> Verdict:
        asked = self.cleaned_data
        return Verdict(asked["outcome"], asked["reason"], asked["language"])


class DecideForm(_VerdictForm):
    """A case."""

    member = MemberField(
        label=_("Whom is it about?"),
        required=False,
        help_text=_("A name, or the number on the card. Leave it empty for who is no member."),
    )
    outcome = forms.ChoiceField(
        label=_("If the rules leave it to you: what holds?"),
        choices=[*FINAL, ("", _("The rules decide"))],
        required=False,
        widget=Radios(),
    )
    reason = long_text(
        _("If the rules leave it to you: why?"),
        1000,
        required=False,
        help_text=_("Write nothing about anybody's health."),
    )
    language = LanguageField()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class AnswerForm(_VerdictForm):
    """A second look."""

    outcome = forms.ChoiceField(label=_("What holds now?"), choices=FINAL, widget=Radios())
    reason = long_text(_("Why?"), 2000, 4, help_text=_("Write nothing about anybody's health."))
    language = LanguageField()


class AppealForm(Form):
    """Why it should be looked at again."""

    words = long_text(_("What is wrong with it?"), 2000, 5)
    language = LanguageField()


class HelpForm(BilingualForm):
    """Where help is to be had today."""

    texts = ("name", "how")

    need = forms.ChoiceField(label=_("What for?"), choices=Need, widget=Radios())
    name_cy = one_line(_("Name in Welsh"))
    name_en = one_line(_("Name in English"))
    how_cy = long_text(_("Where, when and how? In Welsh"))
    how_en = long_text(_("Where, when and how? In English"))
    phone = one_line(_("Phone"), 40, required=False)
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation?"), queryset=None, required=False, empty_label=_("None")
    )
    retired = forms.BooleanField(label=_("It no longer helps; do not show it"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = Organisation.objects.order_by("name_cy", "id")

    def place(self) -> Place:
        return Place(**{n: v for n, v in self.cleaned_data.items() if n != "retired"})


class NeedsForm(Form):
    """Three questions; nothing of it is kept."""

    food = forms.BooleanField(label=_("I have not enough to eat today"), required=False)
    warmth = forms.BooleanField(label=_("I cannot keep warm today"), required=False)
    shelter = forms.BooleanField(label=_("I have nowhere safe to sleep tonight"), required=False)

    def needs(self) -> list[str] | None:
        told = [name.upper() for name, ticked in self.cleaned_data.items() if ticked]
        return told or None


class PolicyForm(Form):
    """The hub's figures."""

    most_rise = forms.IntegerField(
        label=_("By how many in a hundred may the share refused rise in a group?"),
        help_text=_("More than that blocks publishing until it is changed or answered for."),
        min_value=0,
        max_value=100,
    )
    most_apart = forms.IntegerField(
        label=_("By how many in a hundred more than among everyone?"), min_value=0, max_value=100
    )
    months = forms.IntegerField(
        label=_("For how many months do rules hold?"), min_value=1, max_value=24
    )
    remind_days = forms.IntegerField(
        label=_("How many days before that does a reminder go out?"), min_value=0, max_value=180
    )
    keep_months = forms.IntegerField(
        label=_("For how many months is kept what was asked about a case?"),
        min_value=1,
        max_value=84,
    )
