"""Which letters a member gets, and how often."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.letters.kinds import Cadence, all_kinds
from gyda.web.fields import Radios
from gyda.web.forms import Form


class ChoicesForm(Form):
    """One question for each kind of letter that a member may do without."""

    def __init__(self, *args: Any, chosen: Mapping[str, str], **kwargs: Any) -> None:
        kwargs["initial"] = chosen
        super().__init__(*args, **kwargs)
        for kind in all_kinds():
            if kind.can_unsubscribe:
                self.fields[kind.name] = forms.ChoiceField(
                    label=str(kind.label),
                    choices=Cadence.choices,
                    widget=Radios,
                    error_messages={
                        "required": _("Choose how often you want these letters"),
                        "invalid_choice": _("Choose how often you want these letters"),
                    },
                )
