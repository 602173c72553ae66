"""Signing in: an address, a code, a name, a card."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from gyda.web.fields import Radios
from gyda.web.fields.phone import parse_phone
from gyda.web.forms import Form
from gyda.web.templatetags.gyda import page_language

TEXTS_GO_TO = "+44"  # codes by SMS cost money, so they go to numbers of these islands


class AddressField(forms.CharField):
    """One box: an e-mail address in small letters, or a phone number as E.164."""

    default_error_messages = {
        "required": _("Enter an e-mail address or a phone number"),
        "invalid": _("Enter an e-mail address such as beti@example.org, or a phone number"),
        "abroad": _("Text messages go to numbers of these islands only. Use an e-mail address."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "username webauthn", "spellcheck": "false", "inputmode": "email"}
        super().__init__(
            max_length=254, widget=forms.TextInput(attrs | {"autocapitalize": "none"}), **kwargs
        )

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return ""
        return self._email(text) if "@" in text else self._phone(text)

    def _email(self, text: str) -> str:
        try:
            validate_email(text)
        except ValidationError:
            raise self._error("invalid") from None
        return text.lower()

    def _phone(self, text: str) -> str:
        try:
            number = parse_phone(text)
        except ValueError:
            raise self._error("invalid") from None
        if not number.startswith(TEXTS_GO_TO):
            raise self._error("abroad")
        return number

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class AddressForm(Form):
    """The one box of the sign-in page."""

    address = AddressField(
        label=_("E-mail address or phone number"),
        help_text=_("We send a code of six digits there. Nobody needs a password here."),
    )


class NewAddressForm(Form):
    """Another e-mail address or phone number to sign in with."""

    address = AddressField(
        label=_("New e-mail address or phone number"),
        help_text=_("We send a code there, to see that it is yours."),
    )


class CodeForm(Form):
    """The code that was sent."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            {
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "govuk-input--width-5",
            }
        ),
        error_messages={"required": _("Enter the six digits that we sent")},
    )


class NewPersonForm(Form):
    """Who is new here."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As others call you. You can change it later."),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter your name")},
    )
    language = forms.ChoiceField(
        label=_("Which language do you want to be written to in?"),
        choices=settings.LANGUAGES,
        initial=page_language,
        widget=Radios,
    )


class WhoseCardForm(Form):
    """The number on a card, as it is read to the reader or scanned."""

    number = forms.CharField(
        label=_("Number of the card"),
        max_length=40,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )


class CardForm(Form):
    """Number and PIN of a printed card."""

    number = forms.CharField(
        label=_("Number of the card"),
        help_text=_("The twelve digits on the front"),
        max_length=30,
        widget=forms.TextInput(
            {"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-20"}
        ),
        error_messages={"required": _("Enter the number of the card")},
    )
    pin = forms.CharField(
        label=_("PIN"),
        max_length=10,
        widget=forms.PasswordInput(
            {"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-4"}
        ),
        error_messages={"required": _("Enter the PIN")},
    )
