"""What is asked about proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.design.proposals.actions.amending import Answer, Change
from gyda.design.proposals.actions.beginning import Words
from gyda.design.proposals.actions.translating import Piece
from gyda.design.proposals.actions.working import Cost
from gyda.design.proposals.models import (
    Extent,
    HoursOf,
    Payer,
    Proposal,
    Purpose,
    Rhythm,
    Side,
    Verdict,
    Version,
)
from gyda.design.proposals.models.effect import TEXTS
from gyda.initiatives.forms import side_field
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Member
from gyda.web.fields import HoursField, LanguageField, PoundsField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import Form

YEARS_OF_WORK = 60 * 100_000  # minutes that a line may hold


class WordsForm(Form):
    """A title and what it would do."""

    title = one_line(_("The proposal in a few words"))
    what = long_text(_("What would it do?"), 6000, 12)
    language = LanguageField()

    def words(self) -> Words:
        asked = self.cleaned_data
        return Words(asked["title"], asked["what"], asked["language"])


class BeginForm(WordsForm):
    """A new draft."""

    initiative: Any = forms.ModelChoiceField(
        label=_("On which initiative?"), queryset=None, empty_label=_("Choose one")
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["initiative"].queryset = Initiative.objects.under_way().order_by("-id")
        fields["side"] = side_field(member)
        self.order_fields(["initiative", "title", "what", "language", "side"])


class PublishForm(Form):
    """A word on the change."""

    why = long_text(_("Why is it changed? One sentence"), 300, 2)
    why_language = LanguageField()


class CostForm(Form):
    """One line of what it costs."""

    what = one_line(_("What is it for?"), 160)
    purpose = forms.ChoiceField(
        label=_("What kind of cost is it?"),
        choices=Purpose,
        initial=Purpose.DOING,
        widget=Radios(
            hints={
                Purpose.TAKING_PART: _("Interpreters, childcare, travel, training, plain words"),
                Purpose.SAVING: _("Money alone. Hours that people give are never a saving"),
            }
        ),
    )
    rhythm = forms.ChoiceField(label=_("How often?"), choices=Rhythm, widget=Radios())
    pence = PoundsField(label=_("Pounds"))
    payer = forms.ChoiceField(label=_("Who pays?"), choices=Payer, required=False, widget=Radios())
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation pays?"), queryset=None, required=False, empty_label=_("None")
    )
    minutes = HoursField(label=_("Hours of work"), required=False, most=YEARS_OF_WORK)
    hours_of = forms.ChoiceField(
        label=_("Whose hours?"), choices=HoursOf, required=False, widget=Radios()
    )
    replaces_paid = forms.TypedChoiceField(
        label=_("If citizens give these hours: is somebody paid for this work today?"),
        choices=[("no", _("No")), ("yes", _("Yes"))],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=Radios(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()

    def cost(self) -> Cost:
        asked = dict(self.cleaned_data)
        organisation = asked.pop("organisation")
        asked["minutes"] = asked["minutes"] or 0
        return Cost(**asked, organisation_id=organisation.id if organisation else None)


class EffectForm(Form):
    """A group, what it gains, what it loses."""

    group = one_line(_("Which group of people?"), 80)
    gains = long_text(_("What do they gain?"), 300, 2)
    loses = long_text(
        _("What do they lose, or pay?"),
        300,
        2,
        help_text=_("Say it as plainly as what they gain. If it is nothing, say so."),
    )

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in TEXTS}


LABELS = {
    "title": _("The proposal in a few words"),
    "group": _("Which group of people?"),
    "gains": _("What do they gain?"),
    "loses": _("What do they lose, or pay?"),
}


class TranslateForm(Form):
    """Each text beside what stands there in the other language."""

    def __init__(
        self, *args: Any, version: Version, pieces: list[Piece], before: dict[str, str], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        for piece in pieces:
            if not (piece.there and version.is_published):
                self.fields[piece.key] = _translation(piece, before.get(piece.key, ""))


def _translation(piece: Piece, before: str) -> forms.CharField:
    """Return the field of one text: the words that are there stand above the box."""
    own = format_html('<span lang="{}">{}</span>', piece.language, piece.words)
    common: dict[str, Any] = {
        "help_text": own, "required": False, "initial": piece.there or before,
    }  # fmt: skip
    if piece.name == "what" and piece.key == "what":
        field = long_text(_("What would it do?"), 6000, 12, **common)
    else:
        most = {"title": 120, "what": 160, "group": 80}.get(piece.name, 300)
        label = LABELS.get(piece.name, _("What is it for?"))
        field = one_line(label, most, **common)
    field.widget.attrs["lang"] = piece.other
    return field


class AmendForm(Form):
    """Other words for a passage, or for the whole."""

    extent = forms.ChoiceField(
        label=_("What would you change?"), choices=Extent, initial=Extent.PASSAGE, widget=Radios()
    )
    language = LanguageField(label=_("In which language do you change it?"))
    passage = long_text(
        _("The passage, as it stands in the text"),
        2000,
        4,
        required=False,
        help_text=_("Copy it from the proposal. For the whole text, leave this empty."),
    )
    text = long_text(
        _("Your words instead"),
        6000,
        6,
        required=False,
        help_text=_("Leave it empty to take the passage out."),
    )
    why = long_text(_("Why?"), 500)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["language"].choices = languages
        if len(languages) == 1:
            fields["language"].initial = languages[0][0]

    def change(self) -> Change:
        asked = self.cleaned_data
        names = ("extent", "language", "passage", "text", "why")
        return Change(**{name: asked[name] for name in names}, why_language=asked["language"])


class AnswerForm(Form):
    """What the authors say to an amendment."""

    answer = long_text(_("Your reasons, to who proposed it"), 500)
    language = LanguageField()

    def said(self) -> Answer:
        return Answer(self.cleaned_data["answer"], self.cleaned_data["language"])


class PointForm(Form):
    """A point for or against."""

    side = forms.ChoiceField(
        label=_("Does it speak for the proposal, or against it?"), choices=Side, widget=Radios()
    )
    text = long_text(_("Your point"), 300, 3)
    language = LanguageField()


class BecauseForm(Form):
    """A reason."""

    because = long_text(_("Why?"), 300)
    language = LanguageField()


class FeasibilityForm(Form):
    """Whether it can be done."""

    verdict = forms.ChoiceField(label=_("Can it be done?"), choices=Verdict, widget=Radios())
    because = long_text(_("Why? What would have to change?"), 1000, 5)
    language = LanguageField()


class InviteForm(Form):
    """Who is asked to write it together."""

    member = MemberField(label=_("Who should write it with you?"))


class JoinForm(Form):
    """From which side someone writes."""

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"] = side_field(member)


class MergeForm(Form):
    """With which proposal it is joined."""

    def __init__(self, *args: Any, others: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = [(str(one.id), str(one.newest[0])) for one in others]  # type: ignore[attr-defined]
        self.fields["into"] = forms.ChoiceField(
            label=_("Which proposal wants the same?"), choices=[("", _("Choose one")), *pairs]
        )
