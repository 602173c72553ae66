"""What is asked about gifts and stories: strengths come first."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.methods.gentle_words import Hint, gentler
from gyda.need.gifts.actions.assets import Found
from gyda.need.gifts.actions.stories import Telling
from gyda.need.gifts.models import AssetKind, Audience, Holder, StoryScope
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, LanguageField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import Form

KIND_HINTS = {
    AssetKind.PERSON: _("What someone knows, can do or cares about: head, hand and heart"),
    AssetKind.ASSOCIATION: _("People who come together because they want to: a choir, a team"),
    AssetKind.INSTITUTION: _("A school, a surgery, a library, with its people and its rooms"),
    AssetKind.PLACE: _("A field, a hall, a bench in the sun, a wall without a picture"),
    AssetKind.EXCHANGE: _("A shop, a market, a time bank, a custom of lending"),
    AssetKind.CULTURE: _("A song, a festival, what is told about the place"),
}


class _Gentle(Form):
    """Gentler words for people are offered once, and never block."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, initial="0")
    initiative: Any = forms.ModelChoiceField(
        label=_("Does it belong to an initiative?"),
        queryset=None,
        required=False,
        empty_label=_("No"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["initiative"].queryset = Initiative.objects.under_way().order_by("-id")
        fields["initiative"] = fields.pop("initiative")  # last

    def hints(self) -> list[Hint]:
        """Return gentler words, the first time; then what is typed is taken as it is."""
        if not self.is_bound or not self.is_valid() or self.cleaned_data["seen"] == "1":
            return []
        hints = gentler(self.cleaned_data["title"], self.cleaned_data["language"])
        if hints:
            self.data = self.data.copy()
            self.data["seen"] = "1"
        return hints


class AssetForm(_Gentle):
    """A gift, where it is, and in which conversation it was found."""

    title = forms.CharField(
        label=_("What is there that is good?"),
        help_text=_("For example: a piano that anyone may play"),
        max_length=100,
    )
    kind = forms.ChoiceField(
        label=_("What kind of gift is it?"),
        choices=AssetKind,
        widget=Radios(hints=cast(Any, KIND_HINTS)),
    )
    holder = forms.ChoiceField(
        label=_("Whose is it?"), choices=Holder, initial=Holder.NOBODY, widget=Radios()
    )
    member = MemberField(
        label=_("With whom did you talk when you found it?"),
        help_text=_(
            "A name, or the number on the card. They are asked first; their own gift is shown "
            "only when they have said yes."
        ),
        required=False,
    )
    found_on = DayField(label=_("On which day?"), initial=timezone.localdate)
    what = long_text(_("More about it"), 1000, 3, required=False)
    place = forms.CharField(
        label=_("Where is it?"),
        help_text=_("A village or a part of town, no address"),
        max_length=80,
        required=False,
    )
    through = forms.CharField(
        label=_("Through whom can people ask about it?"), max_length=200, required=False
    )
    audience = forms.ChoiceField(
        label=_("Who may read of it?"), choices=Audience, initial=Audience.HUB, widget=Radios()
    )
    language = LanguageField()

    def found(self) -> Found:
        left = ("seen", "key")
        return Found(**{n: value for n, value in self.cleaned_data.items() if n not in left})


class StoryForm(_Gentle):
    """One's own story; what was strong in it is asked first."""

    strength = long_text(
        _("What was strong in it: who or what helped, what did you yourself bring?"), 1000, 3
    )
    title = forms.CharField(label=_("What do you call your story?"), max_length=100)
    words = long_text(_("The story, as you tell it"), 5000, 8, required=False)
    language = LanguageField()
    scope = forms.ChoiceField(
        label=_("Who may read it?"),
        help_text=_("You can change this, or take the story back, at any time."),
        choices=StoryScope,
        initial=StoryScope.PRIVATE,
        widget=Radios(),
    )
    named = forms.BooleanField(label=_("My name may stand with it"), required=False)

    def telling(self) -> Telling:
        left = ("seen", "key")
        return Telling(**{n: value for n, value in self.cleaned_data.items() if n not in left})


def initial_of(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what a form says before it is changed."""
    return {name: getattr(row, name) for name in names}


ASSET = (
    "title", "kind", "holder", "member", "found_on", "what", "place", "through", "audience",
    "language", "initiative",
)  # fmt: skip
STORY = ("strength", "title", "words", "language", "scope", "named", "initiative")
