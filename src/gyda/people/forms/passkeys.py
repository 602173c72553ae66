"""Passkeys: allauth's forms, drawn and worded like ours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import LoginWebAuthnForm, SignupWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

NOTHING_MADE = _("The browser made no passkey. Try again, or leave it: a code does as well.")


class PasskeyForm(LoginWebAuthnForm):  # type: ignore[misc]  # allauth is not typed
    """What the browser answers when someone signs in with a passkey."""

    def clean_credential(self) -> Any:
        return _calmly(super().clean_credential)


class AddPasskeyForm(SignupWebAuthnForm):  # type: ignore[misc]
    """A new passkey and what to call it. It always asks for finger, face or PIN of the device."""

    use_required_attribute = False
    name = forms.CharField(
        label=_("What do you call this passkey?"),
        help_text=_("For example: my phone"),
        max_length=60,
        required=False,
    )
    credential = forms.JSONField(
        widget=forms.HiddenInput,
        error_messages={"required": NOTHING_MADE, "invalid": NOTHING_MADE},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"label_suffix": ""})

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = _calmly(super().clean)
        return cleaned


def _calmly(check: Any) -> Any:
    """Turn what the library raises on rubbish into a sentence."""
    try:
        return check()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, forms.ValidationError):
            raise
        raise get_adapter().validation_error("incorrect_code") from error
