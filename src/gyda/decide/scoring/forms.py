"""What is asked in a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.decide.scoring.actions.deciding import Words
from gyda.decide.scoring.actions.setting_up import Brief
from gyda.decide.scoring.models import (
    Bidder,
    Met,
    ScoreQuestion,
    SessionKind,
    Side,
    Standard,
)
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, LanguageField, PoundsField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form


class BeginForm(BilingualForm):
    """What is bought, and who is there for the young people."""

    texts = ("title", "what")

    title_cy = one_line(_("What is bought? In Welsh"), 200)
    title_en = one_line(_("What is bought? In English"), 200)
    what_cy = long_text(_("What should be better with it? In Welsh"), 2000, 4)
    what_en = long_text(_("What should be better with it? In English"), 2000, 4)
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation buys it?"), queryset=None, empty_label=_("Choose one")
    )
    worker = MemberField(label=_("Which worker is there for the young people?"))
    pence = PoundsField(label=_("How much money is it about?"), required=True)
    starts_on = DayField(label=_("From which day?"))
    ends_on = DayField(label=_("Until which day?"))
    feedback_by_on = DayField(
        label=_("By which day does each young person hear what became of their work?")
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", _("The last day must come after the first."))
        return cleaned

    def brief(self) -> Brief:
        return Brief(**{name: self.cleaned_data[name] for name in Brief.__dataclass_fields__})


class BidderForm(Form):
    """Who offers."""

    name = one_line(_("Who offers to do it?"), 120)


class ScorerForm(Form):
    """Who scores."""

    member = MemberField(label=_("Who scores?"))
    side = forms.ChoiceField(label=_("On which side?"), choices=Side, widget=Radios())
    pair = forms.IntegerField(
        label=_("In which pair?"),
        min_value=1,
        max_value=50,
        initial=1,
        help_text=_("Two in each, or three where the number is odd."),
    )
    needs_parent = forms.BooleanField(
        label=_("A parent must say yes too: they are under 16"), required=False
    )


class PairForm(Form):
    """Another pair."""

    pair = forms.IntegerField(label=_("In which pair?"), min_value=1, max_value=50)


class ParentForm(Form):
    """A parent said yes."""

    said_on = DayField(label=_("On which day did a parent say yes?"))


class SessionForm(Form):
    """A meeting of the young people."""

    kind = forms.ChoiceField(label=_("What was it for?"), choices=SessionKind, widget=Radios())
    on = DayField(label=_("On which day?"))
    adult = MemberField(label=_("Which adult was there?"))
    other_adult = MemberField(label=_("Which other adult was there?"))


class WeightForm(BilingualForm):
    """What the young people's score weighs."""

    texts = ("because",)

    young_weight = forms.IntegerField(
        label=_("What does the young people's score weigh, of 100?"),
        help_text=_("50 is equal. Anything else needs a public reason."),
        min_value=1,
        max_value=99,
    )
    because_cy = long_text(_("Why not equal? In Welsh"), 1000, required=False)
    because_en = long_text(_("Why not equal? In English"), 1000, required=False)


class QuestionForm(Form):
    """A question of one's own side."""

    text = one_line(_("What do you ask of every bidder?"), 300)
    language = LanguageField()
    most = forms.IntegerField(
        label=_("How many points can it give at most?"), min_value=1, max_value=100, initial=25
    )


class PointsForm(Form):
    """Points for every bidder on every question of a side."""

    def __init__(
        self,
        *args: Any,
        questions: Iterable[ScoreQuestion],
        bidders: Iterable[Bidder],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names: dict[str, tuple[UUID, UUID]] = {}
        for question in questions:
            for bidder in bidders:
                self._add(question, bidder)

    def _add(self, question: ScoreQuestion, bidder: Bidder) -> None:
        name = f"{question.id}-{bidder.id}"
        label = format_lazy("{bidder}: {question}", bidder=bidder.name, question=question.text)
        said = _("From 0 to %(most)s points") % {"most": question.most}
        self.names[name] = (question.id, bidder.id)
        self.fields[name] = forms.IntegerField(
            label=label, help_text=said, min_value=0, max_value=question.most
        )

    def points(self) -> dict[tuple[UUID, UUID], int]:
        return {pair: self.cleaned_data[name] for name, pair in self.names.items()}


class StandardsForm(Form):
    """How it was, by the seven standards."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for standard in Standard:
            self.fields[standard.value] = forms.ChoiceField(
                label=standard.label, choices=Met, widget=Radios()
            )
            self.fields[f"{standard.value}_words"] = long_text(
                format_lazy(_("Say more: {standard}"), standard=standard.label), 500, 2,
                required=False,
            )  # fmt: skip
        self.fields["language"] = LanguageField()

    def answers(self) -> dict[str, tuple[str, str]]:
        asked = self.cleaned_data
        return {one.value: (asked[one.value], asked[f"{one.value}_words"]) for one in Standard}


class FeedbackForm(Form):
    """What became of their work."""

    words = long_text(_("What became of it, and what was it that they changed?"), 2000, 6)
    language = LanguageField()


class PublishForm(BilingualForm):
    """The decision in words."""

    texts = ("what", "reasons", "minority")

    what_cy = long_text(_("What was decided? In Welsh"), 4000, 3)
    what_en = long_text(_("What was decided? In English"), 4000, 3)
    reasons_cy = long_text(_("Why? In Welsh"), 4000, 4)
    reasons_en = long_text(_("Why? In English"), 4000, 4)
    minority_cy = long_text(_("How did others see it? In Welsh"), 4000, 3, required=False)
    minority_en = long_text(_("How did others see it? In English"), 4000, 3, required=False)

    def words(self) -> Words:
        return Words(**self.cleaned_data)
