"""Telling of a concern, and answering one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.people.models import Member
from gyda.safeguarding.models.concern import About
from gyda.web.fields import Checkboxes, LanguageField, Radios
from gyda.web.forms import Form


class ConcernForm(Form):
    """As few questions as can be; only the words must be there."""

    about = forms.ChoiceField(
        label=_("What is it about?"), choices=About, widget=Radios, initial=About.PERSON
    )
    about_words = forms.CharField(
        label=_("Who, or where?"),
        help_text=_("As much as you know and want to say."),
        max_length=200,
        required=False,
    )
    words = forms.CharField(
        label=_("What happened, or what worries you?"),
        help_text=_("In your own words. You do not have to be sure."),
        max_length=5000,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Write what happened, or what worries you")},
    )
    language = LanguageField()
    nameless = forms.BooleanField(
        label=_("Do not keep my name with it"),
        help_text=_("You can still read the answer, with a code that you get now."),
        required=False,
    )
    contact = forms.CharField(
        label=_("How can we reach you?"),
        help_text=_("If you want us to. A phone number or an e-mail address, and your name."),
        max_length=200,
        required=False,
    )
    withheld = forms.MultipleChoiceField(
        label=_("Is there one of them who should not read it?"),
        widget=Checkboxes,
        required=False,
    )

    def __init__(
        self, *args: Any, leads: Collection[Member], is_member: bool, fixed: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["withheld"]
        people.choices = [(str(lead.id), lead.name) for lead in leads]
        del self.fields["contact" if is_member else "nameless"]
        if fixed:
            del self.fields["about"], self.fields["about_words"]

    def kept_from(self) -> list[UUID]:
        """Return the leads who are not to read it."""
        return [UUID(one) for one in self.cleaned_data["withheld"]]


class StepForm(Form):
    """What a lead writes: to who told it, or for the leads alone."""

    words = forms.CharField(
        label=_("Your words"), max_length=5000, widget=forms.Textarea({"rows": 6})
    )
    language = LanguageField()


class AnswerCodeForm(Form):
    """The code with which an answer is read."""

    code = forms.CharField(
        label=_("The code that you were given"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
    )
