"""What a gift of hours is asked about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions.gift import Present
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import HoursField, LanguageField
from gyda.web.forms import Form


class GiftForm(Form):
    """How many hours, with what words; the key makes a form sent twice one gift."""

    minutes = HoursField(label=_("How many hours?"), step=15, most=100 * 60)
    words = forms.CharField(
        label=_("A few words to go with them"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = LanguageField()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def present(self) -> Present:
        """Return what was typed."""
        return Present(**self.cleaned_data)


class GrantForm(GiftForm):
    """From the pot: the reason is part of it."""

    words = forms.CharField(
        label=_("Why? The person who receives them reads this"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words why, so that the pot stays open to all")},
    )


class ThanksForm(Form):
    """A word of thanks."""

    thanks = forms.CharField(
        label=_("Your thanks"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write a word or two of thanks")},
    )
    language = LanguageField()
