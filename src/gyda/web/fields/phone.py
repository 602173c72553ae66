"""Phone numbers as people type them; stored as E.164, so that one phone is one number."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def parse_phone(text: str) -> str:
    """Return the number as E.164, read as one of the United Kingdom unless it says otherwise.

    >>> parse_phone("01632 960 001"), parse_phone("0044 7700 900123")
    ('+441632960001', '+447700900123')
    """
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException as error:
        raise ValueError(text) from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(number: str) -> str:
    """Return the number as people write it here.

    >>> show_phone("+447700900123")
    '07700 900123'
    """
    parsed = phonenumbers.parse(number, "GB")
    form = phonenumbers.PhoneNumberFormat
    at_home = parsed.country_code == 44
    return phonenumbers.format_number(parsed, form.NATIONAL if at_home else form.INTERNATIONAL)


class PhoneField(forms.CharField):
    """Asks for a phone number, gives E.164."""

    default_error_messages = {
        "required": _("Enter a phone number"),
        "invalid": _("Enter a phone number, such as 01632 960 001"),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}
        kwargs.setdefault("widget", forms.TextInput(attrs))
        kwargs.setdefault("label", _("Phone number"))
        super().__init__(max_length=40, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return ""
        try:
            return parse_phone(text)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
