"""Rules, checks and references, as forms."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, cast

from django import forms
from django.apps import apps
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.people.models import Member
from gyda.safeguarding.actions.references import Referee, Said
from gyda.safeguarding.models import Level, Part
from gyda.safeguarding.models.reference import Trust
from gyda.web.fields import DayField, LanguageField, PhoneField, Radios
from gyda.web.forms import BilingualForm, Form

PART_HINTS: Any = {
    Part.GIVER: _("For all kinds of help, or for one shelf below"),
    Part.CONNECTOR: _("Asked for when a steward gives the role"),
    Part.STEWARD: _("Asked for when a steward gives the role"),
}
LEVEL_HINTS: Any = {
    Level.ACCOMPANIED: _("Nothing waits for it: a connector is asked who goes along"),
    Level.BASIC: _("Anyone may ask for their own; for one shelf or one role, never for all"),
    Level.STANDARD: _("Only for roles that the law names"),
    Level.ENHANCED: _("Only for roles that the law names"),
    Level.BARRED: _("Only for regulated activity with children or adults at risk"),
}


class RequirementForm(BilingualForm):
    """One rule of the hub."""

    texts = ("because",)
    part = forms.ChoiceField(
        label=_("Who needs it?"), choices=Part, widget=Radios(hints=PART_HINTS)
    )
    category: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("For which shelf of help?"),
        help_text=_("Only where someone gives time to someone."),
        queryset=None,
        required=False,
        empty_label=_("All of them"),
    )
    level = forms.ChoiceField(
        label=_("What is needed?"), choices=Level, widget=Radios(hints=LEVEL_HINTS)
    )
    asked = forms.BooleanField(
        label=_("For a standard or an enhanced check: we found out that the law lets us ask"),
        help_text=_("Most neighbours who help neighbours may not be asked for one."),
        required=False,
    )
    because_cy = forms.CharField(
        label=_("Why, in Welsh"), max_length=200, required=False,
        help_text=_("Everybody can read it."),
    )  # fmt: skip
    because_en = forms.CharField(label=_("Why, in English"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The shelves stand a floor above this room, so they are asked for by name.
        shelves = apps.get_model("deliver", "Category")._default_manager
        in_use = shelves.filter(retired_at__isnull=True).order_by("id")
        cast(Any, self.fields["category"]).queryset = in_use


class CheckForm(Form):
    """A check that one has seen: no number and no copy is asked for, for none is kept."""

    level = forms.ChoiceField(label=_("What have you seen?"), choices=Level, widget=Radios)
    seen_on = DayField(label=_("When did you see it?"), initial=timezone.localdate)
    valid_until = DayField(
        label=_("Until when does it count?"),
        help_text=_("The last day. Leave it empty if it does not end."),
        required=False,
    )


class RefereeForm(Form):
    """Someone who knows the member."""

    name = forms.CharField(label=_("Name"), max_length=80)
    language = forms.ChoiceField(
        label=_("Which language do they want to be written to in?"),
        choices=settings.LANGUAGES,
        widget=Radios,
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(required=False)
    post = forms.CharField(
        label=_("Postal address"),
        help_text=_("One of the three is enough; the first that is there is used."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def referee(self) -> Referee:
        return Referee(**self.cleaned_data)


class CodeForm(Form):
    """A code that came by letter."""

    code = forms.CharField(
        label=_("Code in the letter"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
    )


class ReferenceForm(Form):
    """Two questions and a few words."""

    knows = forms.CharField(
        label=_("How do you know them, and since when?"), max_length=300,
    )  # fmt: skip
    trusts = forms.ChoiceField(
        label=_("Would you let them help someone close to you?"), choices=Trust, widget=Radios
    )
    words = forms.CharField(
        label=_("A few words"),
        help_text=_("What should a connector know? Only connectors read this."),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
    )
    language = LanguageField()

    def said(self) -> Said:
        return Said(**self.cleaned_data)


class CompanionForm(Form):
    """Who goes along."""

    companion: "forms.ModelChoiceField[Member]" = forms.ModelChoiceField(
        label=_("Who goes along?"), queryset=None
    )

    def __init__(self, *args: Any, helper: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = Member.objects.active().exclude(role="MEMBER").exclude(id=helper.id)
        cast(Any, self.fields["companion"]).queryset = able.order_by("name_folded")
