"""Letting someone act for another."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.people.models.consent import How, Scope
from gyda.web.fields import DayField, Radios
from gyda.web.forms import Form

SCOPE_HINTS: Any = {
    Scope.TIME_BANK: _("Offers, requests, exchanges and hours; nothing private"),
    Scope.EVERYTHING: _("Also profile, access needs and what is held; never sign-in or consent"),
}


class ConsentForm(Form):
    """How far it goes, and until when."""

    scope = forms.ChoiceField(
        label=_("What may they do?"),
        choices=Scope,
        initial=Scope.TIME_BANK,
        widget=Radios(hints=SCOPE_HINTS),
    )
    until = DayField(
        label=_("Until when?"),
        help_text=_("The last day. Leave it empty if it should last until it is withdrawn."),
        required=False,
    )

    def until_moment(self) -> datetime.datetime | None:
        """Return the end of the last day."""
        day = self.cleaned_data["until"]
        return _start_of(day + datetime.timedelta(days=1)) if day else None


class RecordConsentForm(ConsentForm):
    """The same, told by a connector who heard or read it."""

    how = forms.ChoiceField(
        label=_("How did they say yes?"),
        choices=[choice for choice in How.choices if choice[0] != How.ONLINE],
        widget=Radios,
    )
    given_on = DayField(label=_("On which day?"), help_text=_("For example: 1 3 2027"))
    note = forms.CharField(
        label=_("Anything to remember about it?"),
        help_text=_("Both of them can read this."),
        max_length=300,
        required=False,
    )

    def clean_given_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day is still to come"))
        return day

    def given_moment(self) -> datetime.datetime:
        return _start_of(self.cleaned_data["given_on"])


def _start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
