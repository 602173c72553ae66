"""Referring in two minutes, answering in one, and what connectors and stewards fill in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.people.models.consent import How
from gyda.referral.actions.refer import Introduction
from gyda.referral.models import Answer, Reach
from gyda.referral.models.referral import By
from gyda.web.fields import Checkboxes, DayField, LanguageField, Radios
from gyda.web.fields.phone import parse_phone
from gyda.web.forms import Form

HEARD = [choice for choice in How.choices if choice[0] != How.ONLINE]
WRITTEN_DOWN = [choice for choice in By.choices if choice[0] != By.CODE]


class ReferForm(Form):
    """One short page; what the person wants kept of them, and no more."""

    name = forms.CharField(label=_("Their name"), max_length=80)
    reach = forms.ChoiceField(
        label=_("How would they like to hear from us?"), choices=Reach, widget=Radios
    )
    address = forms.CharField(
        label=_("The address or number for that"),
        help_text=_("For a letter, the whole postal address."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )
    language = forms.ChoiceField(
        label=_("Which language do they want to be written and spoken to in?"),
        choices=settings.LANGUAGES,
        widget=Radios,
    )
    words = forms.CharField(
        label=_("Why would they like to join, in their own words?"),
        help_text=_("Leave it empty if they do not want to say. No diagnosis: connectors read it."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    words_language = LanguageField(label=_("Which language are these words in?"), required=False)
    consent_how = forms.ChoiceField(
        label=_("How did they say yes to being referred?"), choices=HEARD, widget=Radios
    )
    consent_on = DayField(label=_("When did they say yes?"), initial=timezone.localdate)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        reach, address = data.get("reach"), data.get("address")
        if reach and address:
            try:
                data["address"] = _checked(reach, address)
            except ValidationError as error:
                self.add_error("address", error)
        return data

    def introduction(self) -> Introduction:
        data = dict(self.cleaned_data)
        if not data["words"]:
            data["words_language"] = ""
        return Introduction(**data)


def _checked(reach: str, address: str) -> str:
    """Return the address as it is kept; a slip in it is told now, while the person is there."""
    if reach == Reach.POST:
        return "\n".join(line.strip() for line in address.splitlines() if line.strip())
    line = " ".join(address.split())
    if reach == Reach.EMAIL:
        validate_email(line)
        return line.lower()
    try:
        return parse_phone(line)
    except ValueError:
        raise ValidationError(_("Enter a phone number, such as 01632 960 001")) from None


class CodeForm(Form):
    """A code that came by letter."""

    code = forms.CharField(
        label=_("Code in the letter"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
    )


class HeardForm(Form):
    """What the person said to a connector."""

    answer = forms.ChoiceField(label=_("What did they say?"), choices=Answer, widget=Radios)
    how = forms.ChoiceField(label=_("How did they say it?"), choices=WRITTEN_DOWN, widget=Radios)
    known = MemberField(
        label=_("Are they a member already?"),
        help_text=_("Write their name, or the number of their card. Else leave it empty."),
        required=False,
    )


class PolicyForm(Form):
    """How referrals work here."""

    answer_days = forms.IntegerField(
        label=_("How many days does someone have to answer?"),
        help_text=_("From 7 to 90. After that their details are deleted."),
        min_value=7,
        max_value=90,
    )
    remind_days = forms.IntegerField(
        label=_("After how many days is one reminder sent?"),
        help_text=_("0: none. Nobody is ever reminded twice."),
        min_value=0,
        max_value=89,
    )
    organisations: "forms.ModelMultipleChoiceField[Organisation]" = forms.ModelMultipleChoiceField(
        label=_("Whose people may refer?"), queryset=None, widget=Checkboxes, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["organisations"]).queryset = Organisation.objects.order_by("id")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("remind_days", 0) >= data.get("answer_days", 91):
            self.add_error("remind_days", _("The reminder must come before the time is up"))
        return data


class CoverageForm(Form):
    """The file with the areas."""

    file = forms.FileField(
        label=_("CSV file with the areas"),
        help_text=_("It takes the place of all that was loaded before."),
    )

    def text(self) -> str:
        """Return the file's text, in whichever of the two usual ways it is written."""
        content: bytes = self.cleaned_data["file"].read(1_000_000)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")
