"""Profile, needs, roles, members brought in by a connector."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.people.actions.profile import Need
from gyda.people.models import Member, Organisation
from gyda.people.models.member import Reach, Role
from gyda.people.models.needs import NeedKind
from gyda.people.queries.doors import organisations
from gyda.web.fields import LanguageField, Radios
from gyda.web.forms import Form

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
NAME = {"required": _("Enter a name")}
ROLE_HINTS = {
    Role.MEMBER: _("Gives and receives"),
    Role.CONNECTOR: _("Helps others to take part, matches, records on behalf"),
    Role.STEWARD: _("Looks after the hub and its settings"),
}


class AreaField(forms.CharField):
    """A town or village; a postcode says too much."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Where in the area?"))
        kwargs.setdefault("help_text", _("A town or village is enough. No postcode, no street."))
        super().__init__(max_length=60, required=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = cast(str, super().clean(value))
        if POSTCODE.search(text):
            raise ValidationError(_("Leave the postcode out: a town or village is enough"))
        return text


class ProfileForm(Form):
    """What a member says of themselves; strengths come first."""

    name = forms.CharField(label=_("Your name"), max_length=80, error_messages=NAME)
    strengths = forms.CharField(
        label=_("What are you good at, what do you like to do?"),
        help_text=_("Whatever others might be glad of: a skill, patience, a van, a good ear."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    strengths_language = LanguageField()
    show_strengths = forms.BooleanField(label=_("Show this to other members"), required=False)
    area = AreaField()
    show_area = forms.BooleanField(label=_("Show this to other members"), required=False)
    reach = forms.ChoiceField(
        label=_("How do you like to be reached?"), choices=Reach, widget=Radios
    )
    contact = forms.CharField(
        label=_("Anything to know about reaching you?"),
        help_text=_("For example: phone 01632 960 001, after six in the evening"),
        max_length=120,
        required=False,
    )
    show_contact = forms.BooleanField(label=_("Show this to other members"), required=False)
    language = forms.ChoiceField(
        label=_("Which language do you want to be written to in?"),
        choices=settings.LANGUAGES,
        widget=Radios,
    )
    show_in_public = forms.BooleanField(
        label=_("My first name may stand on the hub's public page"), required=False
    )


class NeedsForm(Form):
    """One box for each kind of need, each with the question who may know."""

    language = LanguageField()

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = {need.kind: need for need in member.needs.all()}
        language = self.fields.pop("language")
        for kind in NeedKind:
            need = given.get(kind.value)
            self.fields[kind.value] = forms.CharField(
                label=kind.label, max_length=300, required=False, initial=need and need.words
            )
            self.fields[f"{kind.value}_told"] = forms.BooleanField(
                label=_("Tell the person who meets me"),
                required=False,
                initial=bool(need and need.told),
            )
        self.fields["language"] = language

    def needs(self) -> list[Need]:
        """Return what was typed."""
        data = self.cleaned_data
        return [Need(kind, data[kind], data[f"{kind}_told"]) for kind in NeedKind.values]


class OfflineMemberForm(Form):
    """Someone who has neither e-mail nor phone to sign in with."""

    name = forms.CharField(label=_("Name"), max_length=80, error_messages=NAME)
    language = forms.ChoiceField(
        label=_("Which language do they want to be written to in?"),
        choices=settings.LANGUAGES,
        widget=Radios,
    )
    area = AreaField()
    reach = forms.ChoiceField(
        label=_("How do they like to be reached?"),
        choices=[choice for choice in Reach.choices if choice[0] != Reach.WRITING],
        initial=Reach.CONNECTOR,
        widget=Radios,
    )
    contact = forms.CharField(
        label=_("Anything to know about reaching them?"),
        help_text=_("For example: the neighbour takes messages"),
        max_length=120,
        required=False,
    )
    agreed = forms.BooleanField(
        label=_("They asked to join, and know what is kept about them"),
        error_messages={"required": _("Ask them first, then tick this")},
    )


class RoleForm(Form):
    """What a member does for the hub, and for whom they come."""

    role = forms.ChoiceField(
        label=_("Role"), choices=Role, widget=Radios(hints=cast(Any, ROLE_HINTS))
    )
    organisation: "forms.ModelChoiceField[Organisation]" = forms.ModelChoiceField(
        label=_("Comes for an organisation"),
        queryset=None,
        required=False,
        empty_label=_("No, for themselves"),
    )

    def __init__(self, *args: Any, roles: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Any, self.fields["organisation"]).queryset = organisations()
        if roles is not None:
            choices = [choice for choice in Role.choices if choice[0] in roles]
            cast(Any, self.fields["role"]).choices = choices
