"""Asking to join, answering, inviting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.people.forms.members import RoleForm
from gyda.people.models import Hub
from gyda.people.models.hub import Joining
from gyda.web.fields import LanguageField, Radios
from gyda.web.forms import BilingualForm, Form


class JoinForm(Form):
    """A few words, and what would help to take part."""

    words = forms.CharField(
        label=_("A few words about you"),
        help_text=_("What brings you here? Connectors read this, nobody else."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    needs = forms.CharField(
        label=_("What would make it easy for you to take part?"),
        help_text=_("For example: large print, no steps, someone beside me. We ask this once."),
        max_length=300,
        required=False,
    )
    language = LanguageField()

    def __init__(self, *args: Any, hub: Hub, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hub.joining == Joining.OPEN:
            del self.fields["words"]


class InvitationCodeForm(Form):
    """The code of an invitation."""

    code = forms.CharField(
        label=_("Code of your invitation"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
        error_messages={"required": _("Enter the code of your invitation")},
    )


class DeclineForm(Form):
    """A kind no."""

    reason = forms.CharField(
        label=_("Why not, or not yet?"),
        help_text=_("They get these words by letter. Be kind, and say what they could do instead."),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write a kind reason: it goes to the person")},
    )
    language = LanguageField()


class InviteForm(RoleForm):
    """Whom an invitation is for."""

    days = forms.TypedChoiceField(
        label=_("How long does it work?"),
        choices=[(7, _("A week")), (30, _("A month")), (90, _("Three months"))],
        coerce=int,
        initial=30,
        widget=Radios,
    )


class HubForm(BilingualForm):
    """What a hub says of itself, in both languages, and how people join."""

    texts = ("name", "place", "about")
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=80)
    name_en = forms.CharField(label=_("Name in English"), max_length=80)
    place_cy = forms.CharField(label=_("Place in Welsh"), max_length=80, required=False)
    place_en = forms.CharField(label=_("Place in English"), max_length=80, required=False)
    about_cy = forms.CharField(
        label=_("About, in Welsh"), required=False, widget=forms.Textarea({"rows": 5})
    )
    about_en = forms.CharField(
        label=_("About, in English"), required=False, widget=forms.Textarea({"rows": 5})
    )
    joining = forms.ChoiceField(label=_("How do people join?"), choices=Joining, widget=Radios)


class OrganisationForm(BilingualForm):
    """An organisation whose people come to the hub."""

    texts = ("name", "about")
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=80)
    name_en = forms.CharField(label=_("Name in English"), max_length=80)
    about_cy = forms.CharField(
        label=_("About, in Welsh"), required=False, widget=forms.Textarea({"rows": 3})
    )
    about_en = forms.CharField(
        label=_("About, in English"), required=False, widget=forms.Textarea({"rows": 3})
    )


def initial_of(row: Any, form: type[forms.Form]) -> dict[str, Any]:
    """Return what a row holds for each field of a form."""
    fields = cast(Any, form).base_fields
    return {name: getattr(row, name) for name in fields if hasattr(row, name)}
