"""What is asked for in an answer, and of who owes one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.answers.actions.answering import News, Reply
from gyda.answers.models import Kept, Verdict
from gyda.answers.models.policy import LONGEST
from gyda.answers.queries import organisations
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form


class ReplyForm(BilingualForm):
    """Yes, in part or no; what will be done, who sees to it and by when, or why not."""

    texts = ("action", "reason")

    verdict = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=Verdict,
        widget=Radios(
            hints={
                Verdict.ACCEPT: _("Say what will be done, who sees to it and by when"),
                Verdict.PART: _("Say what will be done, and why not all of it"),
                Verdict.REJECT: _("Give the reason"),
            }
        ),
    )
    action_cy = long_text(_("What will be done? In Welsh"), 1000, required=False)
    action_en = long_text(_("What will be done? In English"), 1000, required=False)
    owner = forms.CharField(
        label=_("Who sees to it?"),
        help_text=_("A post, or a name that may stand here in public"),
        max_length=120,
        required=False,
    )
    by_on = DayField(label=_("By which day will it be done?"), required=False)
    reason_cy = long_text(_("Why not, or why not all of it? In Welsh"), 2000, 4, required=False)
    reason_en = long_text(_("Why not, or why not all of it? In English"), 2000, 4, required=False)

    def reply(self) -> Reply:
        return Reply(**self.cleaned_data)


class NewsForm(BilingualForm):
    """What became of a promise."""

    texts = ("words",)

    kept = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[
            (Kept.DONE, _("It is done")),
            (Kept.OPEN, _("It takes longer")),
            (Kept.NOT_DONE, _("It will not be done")),
        ],
        widget=Radios(),
    )
    words_cy = long_text(_("Say more, in Welsh"), 1000)
    words_en = long_text(_("Say more, in English"), 1000)
    by_on = DayField(label=_("If it takes longer: by which day will it be done?"), required=False)

    def news(self) -> News:
        return News(**self.cleaned_data)


class OrganisationForm(Form):
    """An organisation of the hub."""

    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation?"), queryset=None, empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()


class ContactForm(OrganisationForm):
    """Who answers for an organisation."""

    member = MemberField(label=_("Who answers for it?"))


class ClockForm(Form):
    """How long an answer may take."""

    days = forms.IntegerField(
        label=_("How many days may an answer take?"),
        help_text=_("What was asked before keeps its day."),
        min_value=1,
        max_value=LONGEST,
    )
    remind_days = forms.IntegerField(
        label=_("How many days before that does a reminder go out?"), min_value=0
    )


class AskForm(BilingualForm):
    """A question on the thread of an initiative."""

    texts = ("title",)

    title_cy = forms.CharField(label=_("What do you ask? In Welsh"), max_length=200)
    title_en = forms.CharField(label=_("What do you ask? In English"), max_length=200)
    organisation: Any = forms.ModelChoiceField(
        label=_("Who should answer?"),
        queryset=None,
        required=False,
        empty_label=_("The stewards of the hub"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()
