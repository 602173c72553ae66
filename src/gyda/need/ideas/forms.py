"""What is asked about ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.answers.queries import organisations
from gyda.initiatives.forms import StartForm
from gyda.keys.uuid7 import uuid7
from gyda.need.ideas.actions.sharing import Thought
from gyda.need.ideas.models import Idea, Side
from gyda.need.ideas.queries import categories, initiatives_of
from gyda.need.rulings.actions import Said
from gyda.people.who import Who
from gyda.web.fields import LanguageField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form


class IdeaForm(Form):
    """What, and where."""

    title = forms.CharField(label=_("Your idea in a few words"), max_length=100)
    what = long_text(_("What would you change, and what would be better then?"), 2000, 6)
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)
    language = LanguageField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shelves = {str(one.id): one for one in categories()}
        if self.shelves:
            pairs = [("", _("None of these")), *((key, one) for key, one in self.shelves.items())]
            self.fields["category"] = forms.ChoiceField(
                label=_("What is it about?"), choices=pairs, required=False
            )

    def thought(self) -> Thought:
        asked = self.cleaned_data
        words = {name: asked[name] for name in ("title", "what", "language", "place")}
        return Thought(**words, category=self.shelves.get(asked.get("category") or ""))


class ShareForm(IdeaForm):
    """A new idea; `seen` is what was offered instead and did not fit."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if who.actor.is_connector and not who.is_acting:
            self.fields["on_paper"] = forms.BooleanField(
                label=_("It came on paper from someone who is no member"), required=False
            )
        if who.subject.organisation is not None and not who.is_acting:
            name = who.subject.organisation.name
            self.fields["for_organisation"] = forms.BooleanField(
                label=_("I say this for an organisation: %(name)s") % {"name": name},
                required=False,
            )


class PointForm(Form):
    """A point for or against."""

    side = forms.ChoiceField(
        label=_("Does it speak for the idea, or against it?"), choices=Side, widget=Radios()
    )
    text = long_text(_("Your point"), 300, 3)
    language = LanguageField()


class PaperForm(Form):
    """A list that came on paper."""

    lines = long_text(
        _("Who stands on the list?"),
        20_000,
        10,
        help_text=_(
            "One on each line: the number of a card, or a name, a comma and a postcode. Of people "
            "who are no members no name is kept."
        ),
    )
    others = forms.BooleanField(
        label=_("I have asked: these are other people than the members of that name"),
        required=False,
    )


class IntoForm(Form):
    """Which idea it is joined with."""

    into: Any = forms.ModelChoiceField(
        label=_("Which idea says the same?"), queryset=None, empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["into"].queryset = Idea.objects.shown().exclude(id=idea.id).order_by("-id")


class PartForm(Form):
    """Why a joining is undone."""

    words = long_text(_("Why is it undone?"), 500, help_text=_("Everyone can read this."))
    language = LanguageField()

    def said(self) -> Said:
        return Said(self.cleaned_data["words"], self.cleaned_data["language"])


class TakeUpForm(Form):
    """In which initiative."""

    initiative: Any = forms.ModelChoiceField(
        label=_("In which initiative?"), queryset=None, empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["initiative"].queryset = initiatives_of(who)


class BeginForm(StartForm):
    """An initiative that begins with what the idea says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["began_with"]


class _WhoAnswers(BilingualForm):
    """Asks who owes an answer."""

    organisation: Any = forms.ModelChoiceField(
        label=_("Who should answer?"),
        queryset=None,
        required=False,
        empty_label=_("The stewards of the hub"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = organisations()


class RulesForm(_WhoAnswers):
    """The monthly cut."""

    top = forms.IntegerField(
        label=_("How many ideas go forward each month?"),
        help_text=_("The top of each category goes as well."),
        min_value=1,
        max_value=50,
    )
    least = forms.IntegerField(
        label=_("How many supporters must an idea have at least?"), min_value=1
    )
    field_order = ["top", "least", "organisation"]


class CategoryForm(_WhoAnswers):
    """A category of ideas."""

    texts = ("name",)

    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=60)
    retired = forms.BooleanField(
        label=_("Offer it no more; ideas that have it keep it"), required=False
    )
    field_order = ["name_cy", "name_en", "organisation", "retired"]


__all__ = [
    "BeginForm",
    "CategoryForm",
    "IdeaForm",
    "IntoForm",
    "PaperForm",
    "PartForm",
    "PointForm",
    "RulesForm",
    "ShareForm",
    "TakeUpForm",
]
