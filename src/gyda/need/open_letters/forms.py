"""What is asked about open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.keys.uuid7 import uuid7
from gyda.need.open_letters.actions.signing import Asked
from gyda.need.open_letters.actions.writing import Words
from gyda.need.open_letters.models import Kind, Translated
from gyda.people.models import Member
from gyda.web.fields import DayField, LanguageField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form


class WordsForm(BilingualForm):
    """The letter, in both languages, and who gets it."""

    texts = ("title", "text", "recipient")

    title_cy = forms.CharField(label=_("Title in Welsh"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=120)
    text_cy = long_text(_("The letter in Welsh"), 6000, 12)
    text_en = long_text(_("The letter in English"), 6000, 12)
    original = LanguageField(label=_("In which language was it written first?"))
    translated = forms.ChoiceField(
        label=_("How did the other language come about?"), choices=Translated, widget=Radios()
    )
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation gets it?"),
        queryset=None,
        required=False,
        empty_label=_("Someone outside the hub"),
    )
    recipient_cy = forms.CharField(
        label=_("If outside the hub: who gets it? In Welsh"), max_length=120, required=False
    )
    recipient_en = forms.CharField(
        label=_("If outside the hub: who gets it? In English"), max_length=120, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()

    def letter(self) -> Words:
        names = Words.__dataclass_fields__
        return Words(**{name: self.cleaned_data[name] for name in names})


class OpenForm(WordsForm):
    """A new letter."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


NAME_SHOWN = _("My name may stand under the letter in public")


class SignForm(Form):
    """A member signs."""

    is_public = forms.BooleanField(label=NAME_SHOWN, required=False)

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if member.organisation is not None:
            self.fields["kind"] = forms.ChoiceField(
                label=_("For whom do you sign?"),
                choices=Kind,
                initial=Kind.PERSON,
                help_text=member.organisation.name,
                widget=Radios(),
            )
            self.order_fields(["kind", "is_public"])


class AskForm(Form):
    """Someone who is no member signs, and confirms by e-mail."""

    kind = forms.ChoiceField(
        label=_("For whom do you sign?"), choices=Kind, initial=Kind.PERSON, widget=Radios()
    )
    name = forms.CharField(label=_("Your name, or that of the organisation"), max_length=80)
    authority = forms.BooleanField(
        label=_("If for an organisation: I may sign for it"), required=False
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We write to it once, so that you can confirm. Then we forget it."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    is_public = forms.BooleanField(label=NAME_SHOWN, required=False)
    hears = forms.BooleanField(
        label=_("Keep my address until then, and tell me what was answered"), required=False
    )
    language = LanguageField(label=_("In which language do we write to you?"))

    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class CodeForm(Form):
    """The code from the e-mail."""

    code = forms.CharField(label=_("The code from the e-mail"), max_length=20)


class SheetForm(Form):
    """A paper sheet."""

    lines = long_text(
        _("Who stands on the sheet?"),
        40_000,
        12,
        help_text=_("One on each line: the number of a card, or a name, a comma and a postcode."),
    )
    is_public = forms.BooleanField(
        label=_("The sheet says that the names may stand in public"), required=False
    )
    others = forms.BooleanField(
        label=_("I have asked: these have not signed in another way"), required=False
    )


class DeliverForm(Form):
    """When, and to whom."""

    delivered_on = DayField(label=_("On which day was it handed over?"), initial=timezone.localdate)
    delivered_to = forms.CharField(
        label=_("To whom?"), help_text=_("A post, or a name that may stand here in public"),
        max_length=120,
    )  # fmt: skip


class RulesForm(Form):
    """Who may sign."""

    non_members = forms.BooleanField(
        label=_("People who are no members may sign, and confirm by e-mail"), required=False
    )
    forget_days = forms.IntegerField(
        label=_("After how many days is a signature forgotten that nobody confirmed?"),
        min_value=1,
        max_value=90,
    )
