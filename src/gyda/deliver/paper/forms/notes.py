"""What is asked about notes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.exchange import MOST_MINUTES
from gyda.deliver.paper.actions.handing import Hand
from gyda.deliver.paper.actions.printing import Print
from gyda.deliver.paper.models import NoteBatch, Source
from gyda.deliver.paper.models.batch import MOST_NOTES
from gyda.deliver.paper.sources import sources_for
from gyda.deliver.queries.policy import the_policy
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.people.who import Who
from gyda.web.fields import DayField, HoursField, LanguageField, Radios
from gyda.web.forms import Form

SHORT = {"inputmode": "numeric", "class": "govuk-input--width-5", "autocomplete": "off"}
HINTS = {str(Source.MEMBER.value): _("Hours that they have in their account already")}


def number(label: Any, **kwargs: Any) -> forms.IntegerField:
    """Ask for a whole number in a short box."""
    return forms.IntegerField(
        label=label,
        min_value=1,
        widget=forms.TextInput(SHORT),
        error_messages={"invalid": _("Enter a whole number, such as 20")},
        **kwargs,
    )


class PrintForm(Form):
    """Notes of one value."""

    minutes = HoursField(label=_("What is each note worth?"), most=MOST_MINUTES, initial=60)
    count = number(
        _("How many notes?"),
        max_value=MOST_NOTES,
        initial=40,
        help_text=_("Eight fit on a sheet of A4; at most 1,000 at a time."),
    )
    expires_on = DayField(
        label=_("Last day on which they count"),
        help_text=_("Leave it empty if they count for good. Later, their hours go into the pot."),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].step = the_policy().step_minutes  # type: ignore[attr-defined]

    def asked(self) -> Print:
        """Return what was typed."""
        return Print(**self.cleaned_data)


class HandForm(Form):
    """Which notes, for whom, from where."""

    first = number(_("Number of the first note"))
    count = number(_("How many notes?"), max_value=MOST_NOTES, initial=1)
    holder = MemberField(
        label=_("Who gets them?"),
        required=False,
        help_text=_(
            "A name, or the number on the card. Leave it empty for someone who is no member:"
            " a note belongs to whoever has it."
        ),
    )
    source = forms.ChoiceField(label=_("Where do the hours come from?"), widget=Radios(hints=HINTS))
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation?"),
        help_text=_("Only if an organisation gives the hours"),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    words = forms.CharField(label=_("What for, in a few words"), max_length=200, required=False)
    language = LanguageField()
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["source"].choices = [(one.value, one.label) for one in sources_for(who)]
        fields["organisation"].queryset = Organisation.objects.order_by("name_cy", "id")

    def hand(self, batch: NoteBatch) -> Hand:
        """Return what was typed."""
        return Hand(batch=batch, **self.cleaned_data)


class BringForm(Form):
    """A code, as it is typed from the paper or brought along by the camera."""

    code = forms.CharField(
        label=_("The code on the note"),
        help_text=_(
            "Sixteen letters and figures. Small letters and spaces do no harm, and O is read as"
            " nought, I and L as one."
        ),
        max_length=60,
        widget=forms.TextInput(
            {"class": "govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}
        ),
        error_messages={"required": _("Type the code that stands on the note")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
