"""What is asked about decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.decide.decisions.actions.after import News, Reply, Signed
from gyda.decide.decisions.actions.publish import Correction
from gyda.decide.decisions.draft import Draft
from gyda.decide.decisions.grounds_fields import Grounds
from gyda.decide.decisions.models import Fate, Kind, Method
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, HoursField, LanguageField, PoundsField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

HANDS = (Kind.MEETING, Kind.STEWARDS, Kind.AUTHORITY)
WAYS = (Method.CONSENT, Method.MAJORITY, Method.TWO_THIRDS, Method.ALONE)


class WordsForm(BilingualForm):
    """What every decision says in words, whoever made it."""

    texts: ClassVar[tuple[str, ...]] = ("title", "what", "reasons", "minority")

    title_cy = one_line(_("What is it about? In Welsh"), 200)
    title_en = one_line(_("What is it about? In English"), 200)
    what_cy = long_text(_("What was decided? In Welsh"), 4000, 4)
    what_en = long_text(_("What was decided? In English"), 4000, 4)
    reasons_cy = long_text(_("Why? In Welsh"), 4000, 4)
    reasons_en = long_text(_("Why? In English"), 4000, 4)
    minority_cy = long_text(_("How did others see it? In Welsh"), 4000, 4, required=False)
    minority_en = long_text(_("How did others see it? In English"), 4000, 4, required=False)
    effective_on = DayField(label=_("From which day does it hold?"))
    review_on = DayField(
        label=_("When will you look back on it?"),
        help_text=_("You are reminded on that day."),
        required=False,
    )


class MeetingForm(Grounds, WordsForm):
    """What a meeting, the stewards or an organisation decided, written down by hand."""

    kind = forms.ChoiceField(
        label=_("Who decided?"),
        choices=[(one, one.label) for one in HANDS],
        widget=Radios(),
        initial=Kind.MEETING,
    )
    method = forms.ChoiceField(
        label=_("How was it decided?"),
        choices=[(one, one.label) for one in WAYS],
        widget=Radios(),
        initial=Method.CONSENT,
    )
    in_favour = forms.IntegerField(label=_("How many were for it?"), min_value=0, required=False)
    against = forms.IntegerField(label=_("How many were against it?"), min_value=0, required=False)
    abstained = forms.IntegerField(label=_("How many abstained?"), min_value=0, required=False)
    pence = PoundsField(label=_("How much money was it about?"))
    minutes = HoursField(label=_("How many hours was it about?"), required=False)
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation must answer, or may overrule it?"),
        help_text=_(
            "An advice starts its clock. What citizens decide it can overrule only before the "
            "clock runs out, signed and with a reason."
        ),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()

    def draft(self) -> Draft:
        """Return all of it; a sum or a time that was left empty is none at all."""
        names = [name for name in Draft.__dataclass_fields__ if name in self.fields]
        asked: dict[str, Any] = {name: self.cleaned_data.get(name) for name in names}
        asked |= {name: asked[name] or None for name in ("pence", "minutes")}
        return Draft(**asked, evidence=self.evidence(), advice=self.advisers())


class CorrectForm(MeetingForm):
    """A correction, with its reason."""

    texts = (*MeetingForm.texts, "because")

    because_cy = long_text(_("What was wrong? In Welsh"), 1000)
    because_en = long_text(_("What was wrong? In English"), 1000)
    field_order = ["because_cy", "because_en"]

    def why(self) -> Correction:
        return Correction(self.cleaned_data["because_cy"], self.cleaned_data["because_en"])


class OverruleForm(BilingualForm):
    """Who signs, why, and what happens instead."""

    texts = ("role", "reason", "instead")

    name = one_line(_("Your name, as it stands under the reason"), 120)
    role_cy = one_line(_("Your office, in Welsh"), 120)
    role_en = one_line(_("Your office, in English"), 120)
    reason_cy = long_text(_("Why is the decision overruled? In Welsh"), 4000, 5)
    reason_en = long_text(_("Why is the decision overruled? In English"), 4000, 5)
    instead_cy = long_text(_("What happens instead? In Welsh"), 2000, 3)
    instead_en = long_text(_("What happens instead? In English"), 2000, 3)
    signed_on = DayField(label=_("Signed on"))

    def signed(self) -> Signed:
        return Signed(**self.cleaned_data)


class LookBackForm(BilingualForm):
    """What became of it."""

    texts = ("words",)

    fate = forms.ChoiceField(label=_("What became of it?"), choices=Fate, widget=Radios())
    words_cy = long_text(_("Say more, in Welsh"), 2000, 4)
    words_en = long_text(_("Say more, in English"), 2000, 4)
    next_on = DayField(
        label=_("If it is under way: when will you look at it again?"), required=False
    )

    def news(self) -> News:
        return News(**self.cleaned_data)


class AppealForm(Form):
    """Why someone should look again."""

    words = long_text(_("What should be looked at again, and why?"), 2000, 5)
    language = LanguageField()


class AppealAnswerForm(BilingualForm):
    """What is said to an appeal."""

    texts = ("answer",)

    upheld = forms.TypedChoiceField(
        label=_("What do you answer?"),
        choices=[("no", _("The decision stands")), ("yes", _("It is looked at again"))],
        coerce=lambda value: value == "yes",
        widget=Radios(),
    )
    answer_cy = long_text(_("Why? In Welsh"), 2000, 4)
    answer_en = long_text(_("Why? In English"), 2000, 4)

    def reply(self) -> Reply:
        return Reply(**self.cleaned_data)
