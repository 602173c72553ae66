"""What is asked about advisers, evidence, questions, meetings, costs and votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.decide.panels.actions.hearing import Interest, Source
from gyda.decide.panels.actions.voting import Proposal, Reasons
from gyda.decide.panels.models import Choice, MeetingKind, PanelAdviser, Rule
from gyda.heard.forms.meetings import PlanForm
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, HoursField, LanguageField, PoundsField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

INTEREST = ("knows_cy", "knows_en", "interest_cy", "interest_en")


def sums_of(said: dict[str, Any]) -> dict[str, int | None]:
    """Return the sums that were named; none is not the same as nothing."""
    return {name: said[name] or None for name in ("pence", "minutes")}


class AdviserForm(BilingualForm):
    """Who advises, on what, and with what interest."""

    texts = ("knows", "interest")

    member = MemberField(label=_("Who advises the panel?"))
    knows_cy = one_line(_("What do they know about? In Welsh"), 200)
    knows_en = one_line(_("What do they know about? In English"), 200)
    interest_cy = one_line(
        _("What interest do they have in what is decided? In Welsh"),
        300,
        help_text=_(
            "Whom they work for, what they own, whom they are close to; or that there is none."
        ),
    )
    interest_en = one_line(_("What interest do they have in what is decided? In English"), 300)

    def interest(self) -> Interest:
        return Interest(**{name: self.cleaned_data[name] for name in INTEREST})


class EvidenceForm(BilingualForm):
    """Something to read."""

    texts = ("title",)

    title_cy = one_line(_("What does it show? In Welsh"), 200)
    title_en = one_line(_("What does it show? In English"), 200)
    source = one_line(_("Who says so?"), 200)
    on = DayField(label=_("Of which day is it?"))
    url = forms.URLField(
        label=_("Where can it be read?"),
        max_length=300,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
    )
    words = long_text(_("Or the words themselves"), 5000, 6, required=False)
    language = LanguageField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("url") and not cleaned.get("words") and "url" not in self.errors:
            self.add_error("words", _("Say where it can be read, or what it says"))
        return cleaned

    def evidence(self) -> Source:
        return Source(**self.cleaned_data)


class QuestionForm(Form):
    """A question to the advisers."""

    text = long_text(_("What does the panel ask?"), 1000, 4)
    language = LanguageField()
    to = forms.ChoiceField(label=_("Who is to answer?"), required=False)

    def __init__(self, *args: Any, advisers: list[PanelAdviser], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.advisers = {str(one.id): one for one in advisers}
        fields: dict[str, Any] = self.fields
        fields["to"].choices = [
            ("", _("All advisers")),
            *((key, one.member.shown_name) for key, one in self.advisers.items()),
        ]

    def asked(self) -> dict[str, Any]:
        asked = self.cleaned_data
        to = self.advisers.get(asked["to"])
        return {"text": asked["text"], "language": asked["language"], "to": to}


class ReplyForm(Form):
    """An adviser's answer."""

    text = long_text(_("Your answer, for everyone to read"), 3000, 6)
    language = LanguageField()


class MeetingForm(PlanForm):
    """A meeting of the panel: who sits and who advises is invited."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=MeetingKind, widget=Radios())
    field_order = ["kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["open_to_all"].initial = False


class MinutesForm(BilingualForm):
    """What was said, in both languages."""

    texts = ("minutes",)

    minutes_cy = long_text(_("The minutes in Welsh"), 20_000, 12)
    minutes_en = long_text(_("The minutes in English"), 20_000, 12)


class CostsForm(Form):
    """What it cost to take part."""

    pence = PoundsField(label=_("How much was it?"), required=True)
    words = one_line(_("What was it for?"), 200, help_text=_("Travel, or care for someone"))
    language = LanguageField()


class MotionForm(BilingualForm):
    """What is put to the vote."""

    texts = ("title", "what")

    title_cy = one_line(_("Title in Welsh"), 160)
    title_en = one_line(_("Title in English"), 160)
    what_cy = long_text(_("What is to be decided? In Welsh"), 3000, 5)
    what_en = long_text(_("What is to be decided? In English"), 3000, 5)
    pence = PoundsField(
        label=_("How much money is it about?"),
        help_text=_("This much at most can then be promised out of a fund"),
    )
    minutes = HoursField(label=_("How many hours is it about?"), required=False, most=10_000_000)
    rule = forms.ChoiceField(
        label=_("When is it carried?"), choices=Rule, initial=Rule.MAJORITY, widget=Radios()
    )

    def proposal(self) -> Proposal:
        return Proposal(**self.cleaned_data | sums_of(self.cleaned_data))


class VoteForm(Form):
    """For, against, or neither."""

    choice = forms.ChoiceField(label=_("How do you vote?"), choices=Choice, widget=Radios())


class PublishForm(BilingualForm):
    """The decision's reasons and its dissent."""

    texts = ("reasons", "minority")

    reasons_cy = long_text(_("Why was it decided so? In Welsh"), 3000, 5)
    reasons_en = long_text(_("Why was it decided so? In English"), 3000, 5)
    minority_cy = long_text(_("How did others see it? In Welsh"), 3000, 4, required=False)
    minority_en = long_text(_("How did others see it? In English"), 3000, 4, required=False)
    effective_on = DayField(label=_("From which day does it hold?"))
    review_on = DayField(label=_("When will you look back on it?"), required=False)
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation must answer, or may overrule it?"),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()

    def reasons(self) -> Reasons:
        return Reasons(**self.cleaned_data)
