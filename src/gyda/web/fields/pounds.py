"""Money as people write it: pounds asked for, pence given."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

POUNDS = re.compile(r"£?\s*(\d{1,7})(?:[.,](\d{2}))?")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # £10,000


class PoundsField(forms.CharField):
    """Asks for pounds, gives pence; where it may be left empty, nothing written is nothing."""

    default_error_messages = {"invalid": _("Enter a sum of money, such as £250 or 3.50")}

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"class": "govuk-input--width-5"}))
        kwargs.setdefault("help_text", _("For example: £250 or 3.50"))
        super().__init__(max_length=20, required=required, **kwargs)

    def clean(self, value: Any) -> int:
        text = THOUSANDS.sub("", str(value or "").strip().replace(" ", ""))
        if not text:
            super().validate("")
            return 0
        found = POUNDS.fullmatch(text)
        if not found:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(found[1]) * 100 + int(found[2] or 0)

    def prepare_value(self, value: Any) -> Any:
        return f"{Decimal(value) / 100:.2f}" if isinstance(value, int) and value else value or ""
