"""What is asked of those who say something, judge it, or type it in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gyda.keys.uuid7 import uuid7
from gyda.need.conversations.actions.judging import Because
from gyda.need.conversations.actions.saying import Words
from gyda.need.conversations.actions.voting import Answered
from gyda.need.conversations.models import Answer, Outcome, Reason, Statement
from gyda.need.conversations.models.statement import LONGEST
from gyda.web.bilingual import Text
from gyda.web.fields import LanguageField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import Form
from gyda.web.templatetags.gyda import tongue


class AnswerForm(Form):
    """One of three buttons."""

    number = forms.IntegerField(min_value=1, max_value=1_000_000)
    answer = forms.TypedChoiceField(choices=Answer, coerce=int)

    def answered(self) -> Answered:
        language = (get_language() or "cy")[:2]
        return Answered(self.cleaned_data["number"], self.cleaned_data["answer"], language)


class SayForm(Form):
    """A short statement."""

    text = long_text(
        _("What do you want to say?"),
        LONGEST,
        help_text=_("One thing, in at most 140 letters. Nobody sees who wrote it."),
    )
    language = LanguageField()
    translation = long_text(
        _("The same in the other language, if you can"),
        LONGEST,
        required=False,
        help_text=_("Else somebody who looks after the conversation writes it"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    sure = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def words(self) -> Words:
        return Words(*(" ".join(str(self.cleaned_data[name]).split()) for name in WORDS))


WORDS = ("text", "language", "translation")


class BecauseForm(Form):
    """A reason; words where the reason needs them."""

    reason = forms.ChoiceField(
        label=_("If it is not shown, why?"),
        choices=[(one.value, one.label) for one in Reason if one.value],
        required=False,
        widget=Radios(),
    )
    words = long_text(_("Words for the author, if you like"), 300, required=False)

    def because(self) -> Because:
        language = (get_language() or "cy")[:2]
        asked = self.cleaned_data
        return Because(asked.get("reason", ""), asked["words"], language)


class JudgeForm(BecauseForm):
    """Shown or not."""

    outcome = forms.ChoiceField(
        label=_("Is it shown?"),
        choices=[(Outcome.SHOWN, _("Yes, show it")), (Outcome.REFUSED, _("No"))],
        widget=Radios(),
    )
    field_order = ["outcome", "reason", "words"]


class MergeForm(Form):
    """Which two."""

    keep = forms.IntegerField(label=_("The number of the statement that stays"), min_value=1)
    drop = forms.IntegerField(label=_("The number of the one that joins it"), min_value=1)


class TranslateForm(Form):
    """The words in the other language."""

    translation = long_text(_("The statement in the other language"), 2 * LONGEST)


class AppealForm(Form):
    """Why the refusal was wrong."""

    words = long_text(_("Why should it be shown?"), 300, 3)
    language = LanguageField()


class CodeForm(Form):
    """A code as it stands on a screen or a sheet."""

    code = forms.CharField(
        label=_("The code"), max_length=20, widget=forms.TextInput({"autocomplete": "off"})
    )


class CountForm(Form):
    """How many sheets."""

    count = forms.IntegerField(
        label=_("How many sheets?"),
        min_value=1,
        max_value=60,
        help_text=_("One for each person, at most 60 at once"),
    )


class SeatsForm(Form):
    """How many people have no phone."""

    seats = forms.IntegerField(
        label=_("How many people here answer without a phone?"), min_value=0, max_value=60
    )


class TicksForm(Form):
    """One answer, or none, for each of several: statements of a sheet, or seats in a room."""

    def __init__(self, *args: Any, lines: Sequence[tuple[int, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, label in lines:
            self.fields[f"n{number}"] = forms.TypedChoiceField(
                label=label, choices=Answer, coerce=int, required=False, widget=Radios(),
                empty_value=None,
            )  # fmt: skip

    def ticked(self) -> dict[int, int]:
        answers = self.cleaned_data.items()
        return {
            int(name[1:]): value
            for name, value in answers
            if name[1:].isdigit() and value is not None
        }


class SheetForm(TicksForm):
    """The ticks of a sheet, and what was written on it."""

    text = long_text(_("What they wrote, if they wrote something"), LONGEST, required=False)
    language = LanguageField(label=_("Which language is the sheet in?"))
    code = forms.CharField(widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, statements: Sequence[Statement], **kwargs: Any) -> None:
        language = (get_language() or "cy")[:2]
        lines = [(one.number, _numbered(one, language)) for one in statements]
        super().__init__(*args, lines=lines, **kwargs)
        self.order_fields([f"n{one.number}" for one in statements])

    def said(self) -> Words | None:
        text = " ".join(self.cleaned_data["text"].split())
        return Words(text, self.cleaned_data["language"]) if text else None


def _numbered(statement: Statement, language: str) -> str:
    words = tongue(Text(*statement.words(language)))
    return format_html("{}. {}", statement.number, words)
