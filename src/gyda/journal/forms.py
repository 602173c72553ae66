"""What a steward may ask the record for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.journal import queries, sentences
from gyda.web.fields import DayField
from gyda.web.forms import Form


class AuditForm(Form):
    """By whom or for whom, what, on which day: each may be left open."""

    name = forms.CharField(
        required=False, max_length=80, label=_("Whose name"), help_text=_("How the name begins")
    )
    verb = forms.ChoiceField(required=False, label=_("What was done"))
    day = DayField(required=False, label=_("On which day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["verb"]
        choice.choices = [("", _("Anything")), *sentences.labels()]

    def clean_name(self) -> list[UUID]:
        """Return the members whose name begins so; an error when it is nobody's."""
        name = self.cleaned_data["name"]
        found = queries.members_named(name) if name else []
        if name and not found:
            raise forms.ValidationError(_("Nobody in this hub has a name that begins like this"))
        return found
