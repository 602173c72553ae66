"""What is asked about hours between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.between.actions.paying import Sum
from gyda.deliver.venues.codes import as_typed
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import HoursField, LanguageField
from gyda.web.forms import Form

MOST = 60 * 10_000


class SumForm(Form):
    """How many hours, with what words."""

    minutes = HoursField(label=_("How many hours?"), step=5, most=100 * 60)
    words = forms.CharField(
        label=_("What for? They read this"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = LanguageField()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def sum(self) -> Sum:
        """Return what was typed."""
        names = ("key", "minutes", "words", "language")
        return Sum(**{name: self.cleaned_data[name] for name in names})


class PayForm(SumForm):
    """The same, for someone whose code one has."""

    code = forms.CharField(
        label=_("The person's code for other hubs"),
        max_length=20,
        help_text=_("Eight letters and figures. They find it under Other hubs."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-10"}),
    )

    field_order = ("code", "minutes", "words", "language")

    def clean_code(self) -> str:
        return as_typed(self.cleaned_data["code"])


class TermsForm(Form):
    """The limits of an agreement."""

    slug = forms.SlugField(
        label=_("The other hub's name in its address"),
        help_text=_("It stands after /hubs/ in the address of its pages."),
    )
    we_may_owe = HoursField(label=_("How many hours may we owe them at most?"), most=MOST)
    they_may_owe = HoursField(label=_("How many hours may they owe us at most?"), most=MOST)
    shows_offers = forms.BooleanField(
        label=_("Their members may read our members' offers"), required=False
    )


class AcceptForm(Form):
    """A yes to what the other hub offers."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    shows_offers = forms.BooleanField(
        label=_("Their members may read our members' offers"), required=False
    )


class SettleForm(Form):
    """How much of what they owe is given up, and out of what."""

    minutes = HoursField(label=_("How many hours are settled?"), most=MOST)
    from_pot = forms.ChoiceField(
        label=_("What makes up for them in our book?"),
        required=False,
        choices=[("", _("New hours, issued by the hub")), ("yes", _("Hours out of our pot"))],
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen."""
        what = Sum(key=self.cleaned_data["key"], minutes=self.cleaned_data["minutes"])
        return {"what": what, "from_pot": bool(self.cleaned_data["from_pot"])}
