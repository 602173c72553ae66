"""The paper as a form: ticks, places, points, or yes, no and abstain."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots import errors, marks
from gyda.decide.ballots.models import Ballot, Kind, Option, Ward
from gyda.people.forms.member import MemberField
from gyda.web.errors import DomainError
from gyda.web.fields import Checkboxes, Radios
from gyda.web.forms import Form, add_domain_error
from gyda.web.units import pounds

ANSWERS = [("YES", _("Yes")), ("NO", _("No")), ("ABSTAIN", _("I abstain"))]
CONSENT = [
    ("YES", _("I agree, or can live with it")),
    ("NO", _("I object: it would do harm")),
    ("ABSTAIN", _("I abstain")),
]


class VoteForm(Form):
    """What a voter is asked; `said` is the paper as it is kept."""

    said = ""

    def __init__(
        self, *args: Any, ballot: Ballot, options: Sequence[Option], before: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ballot, self.options = ballot, options
        self.fields.update(_fields(ballot, options, before))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                said = self._said(cleaned)
                self.said = marks.proper(self.ballot, said, [one.number for one in self.options])
            except DomainError as error:
                add_domain_error(self, error)
        return cleaned

    def _said(self, cleaned: dict[str, Any]) -> str:
        if self.ballot.is_plain:
            return str(cleaned["answer"])
        if self.ballot.kind == Kind.APPROVE:
            return marks.approved([int(one) for one in cleaned["chosen"]])
        given = {one.number: cleaned.get(f"option_{one.number}") or 0 for one in self.options}
        given = {number: value for number, value in given.items() if value}
        if not given:
            raise errors.NothingChosen
        if self.ballot.kind == Kind.RANK:
            return marks.ranked(marks.by_place(given))
        return marks.shared_out(given)


def _fields(ballot: Ballot, options: Sequence[Option], before: str) -> dict[str, forms.Field]:
    if ballot.is_plain:
        answers = CONSENT if ballot.kind == Kind.CONSENT else ANSWERS
        label = _("Your vote")
        return {
            "answer": forms.ChoiceField(
                label=label, choices=answers, widget=Radios(), initial=before
            )
        }
    if ballot.kind == Kind.APPROVE:
        return {"chosen": _ticks(ballot, options, before)}
    chosen, points = marks.numbers_on(before), marks.points_on(before)
    given = dict(zip(chosen, points or range(1, len(chosen) + 1), strict=True))
    return {f"option_{one.number}": _number(ballot, one, given.get(one.number)) for one in options}


def _ticks(ballot: Ballot, options: Sequence[Option], before: str) -> forms.Field:
    hint = (
        _("At most %(most)s") % {"most": ballot.most} if ballot.most else _("As many as you like")
    )
    return forms.MultipleChoiceField(
        label=_("Which of these do you want?"),
        choices=[(one.number, f"{one.number}. {one.title}") for one in options],
        widget=Checkboxes(hints={str(one.number): hint_of(one) for one in options}),
        error_messages={"required": errors.NothingChosen.message},
        help_text=hint,
        initial=marks.numbers_on(before),
    )


def hint_of(option: Option) -> str:
    """Return cost, who gains and who loses in one line."""
    words = _("%(cost)s. Gains: %(gains)s. Loses: %(loses)s.")
    told = {"gains": str(option.gains).rstrip("."), "loses": str(option.loses).rstrip(".")}
    line = str(words) % (told | {"cost": pounds(option.pence)})
    return f"{option.ward.name}. {line}" if option.ward else line


def _number(ballot: Ballot, option: Option, given: int | None) -> forms.Field:
    words = _("Place of %(option)s") if ballot.kind == Kind.RANK else _("Points for %(option)s")
    return forms.IntegerField(
        label=str(words) % {"option": f"{option.number}. {option.title}"},
        help_text=hint_of(option),
        min_value=0,
        max_value=ballot.points or 9999,
        required=False,
        initial=given,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )


class CallerForm(Form):
    """Who is on the phone."""

    member = MemberField(label=_("Who is calling?"))


class MarkForm(Form):
    """Who hands a paper in."""

    member = MemberField(label=_("Who hands in a paper?"))


class PrintForm(Form):
    """How many papers."""

    count = forms.IntegerField(
        label=_("How many papers?"),
        min_value=1,
        max_value=200,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    ward = forms.TypedChoiceField(
        label=_("For which ward?"),
        help_text=_("Its options and those that all share stand on the paper"),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Radios(),
    )

    def __init__(self, *args: Any, wards: Sequence[Ward], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        named = [(one.number, one.name) for one in wards]
        fields["ward"].choices = [("", _("For those who live in none of them")), *named]
        if not wards:
            del fields["ward"]


class CodeForm(Form):
    """The number of a paper, or the words of a receipt."""

    code = forms.CharField(
        label=_("The words on it"), max_length=40, help_text=_("Such as bado-kemi-tulo-rasa")
    )
