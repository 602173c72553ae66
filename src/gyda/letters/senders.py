"""The two ways out by wire. Sign-in codes use them straight; letters use them at each tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string

from gyda.letters.sms import Sms


def send_email(
    *, to: str, subject: str, body: str, headers: Mapping[str, str] | None = None
) -> None:
    """Send one plain-text e-mail by Django's e-mail backend (EMAIL_URL; the console at first)."""
    EmailMessage(subject=subject, body=body, to=[to], headers=dict(headers or {})).send()


def send_sms(*, to: str, body: str) -> Sms:
    """Send one text message by the backend in settings.SMS_BACKEND (the console at first)."""
    return cast(Sms, import_string(settings.SMS_BACKEND)(to=to, body=body))
