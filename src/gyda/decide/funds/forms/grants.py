"""The two-minute form of a small grant, and its answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.actions.grants import Asking, Reply
from gyda.decide.funds.forms.funds import decisions
from gyda.decide.funds.forms.parts import KeyedForm, MoneyField
from gyda.web.fields import LanguageField
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm


class AskForm(KeyedForm):
    """What for, how much, who gains: no more is asked."""

    what = one_line(_("What is it for?"), 160, help_text=_("For example: seeds and two spades"))
    pence = MoneyField(label=_("How much?"))
    gains = long_text(_("Who gains by it, and what?"), 500)
    group = one_line(
        _("Is it for a group? Its name"),
        required=False,
        help_text=_("Everyone can read a group's name. Leave it empty if it is for yourself."),
    )
    language = LanguageField()

    def asking(self) -> Asking:
        return Asking(**{n: value for n, value in self.cleaned_data.items() if n != "key"})


class YesForm(BilingualForm):
    """A yes: the line for everyone, the reason for the asker."""

    texts = ("line", "reason")
    line_cy = one_line(_("What everyone reads, in Welsh"), 160)
    line_en = one_line(
        _("What everyone reads, in English"),
        160,
        help_text=_("What the money is for, with no name and nothing that gives someone away"),
    )
    reason_cy = long_text(_("Why, in Welsh"), 500)
    reason_en = long_text(_("Why, in English"), 500)
    decision: Any = forms.ModelChoiceField(
        label=_("By a published decision of the team or a panel?"),
        queryset=None,
        required=False,
        empty_label=_("No, by two people"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["decision"].queryset = decisions()

    def reply(self) -> Reply:
        return Reply(**self.cleaned_data)


class NoForm(BilingualForm):
    """A no with its reason."""

    texts = ("reason",)
    reason_cy = long_text(_("Why not, in Welsh"), 500)
    reason_en = long_text(_("Why not, in English"), 500)

    def reply(self) -> Reply:
        return Reply(self.cleaned_data["reason_cy"], self.cleaned_data["reason_en"])
