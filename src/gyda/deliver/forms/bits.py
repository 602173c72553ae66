"""Boxes to tick that give the bits of one number."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.db.models import IntegerChoices

from gyda.deliver.models.codes import chosen, together
from gyda.web.fields import Checkboxes


class BitsField(forms.TypedMultipleChoiceField):
    """Any of the choices of an IntegerChoices whose values are bits."""

    widget = Checkboxes

    def __init__(self, of: type[IntegerChoices], **kwargs: Any) -> None:
        self.of = of
        super().__init__(choices=of.choices, coerce=int, empty_value=[], **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return [one.value for one in chosen(self.of, value)] if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        return together(super().clean(value))
