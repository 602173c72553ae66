"""GOV.UK Notify as the post: e-mail and text messages through its HTTP interface."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import base64
import hmac
import json
import time
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from gyda.letters.errors import Refused
from gyda.letters.sms import Sms

TIMEOUT = 20
UUID_LENGTH = 36


def send_sms(*, to: str, body: str) -> Sms:
    """Send a text message by a Notify template that holds ((body)) and nothing else."""
    _post("sms", phone_number=to, template=settings.NOTIFY_SMS_TEMPLATE, words={"body": body})
    return Sms(to, body)


class EmailBackend(BaseEmailBackend):
    """Sends Django's mail by a Notify template whose subject is ((subject)) and text ((body))."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            words = {"subject": str(message.subject), "body": str(message.body)}
            for address in message.recipients():
                _post(
                    "email",
                    email_address=address,
                    template=settings.NOTIFY_EMAIL_TEMPLATE,
                    words=words,
                    **_one_click(message),
                )
        return len(email_messages)


def _one_click(message: EmailMessage) -> dict[str, str]:
    link = message.extra_headers.get("List-Unsubscribe", "").strip("<>")
    return {"one_click_unsubscribe_url": link} if link else {}


def _post(channel: str, *, template: str, words: dict[str, str], **fields: Any) -> None:
    content = {"template_id": template, "personalisation": words, **fields}
    request = Request(  # noqa: S310 - the address is the operator's own setting
        f"{settings.NOTIFY_URL}/v2/notifications/{channel}",
        data=json.dumps(content).encode(),
        headers={"Authorization": f"Bearer {_token()}", "Content-Type": "application/json"},
    )
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            answer.read()
    except HTTPError as error:
        with error:
            reason = error.read().decode(errors="replace")[:160]
        if error.code == 400:  # the address or the text is wrong, and will be wrong tomorrow
            raise Refused(reason) from None
        raise ConnectionError(f"{error.code} {reason}") from None


def _token() -> str:
    """Return a JWT for one request; the key is NAME-SERVICE-SECRET, the last two being UUIDs."""
    secret = settings.NOTIFY_KEY[-UUID_LENGTH:]
    service = settings.NOTIFY_KEY[-2 * UUID_LENGTH - 1 : -UUID_LENGTH - 1]
    claims = {"iss": service, "iat": int(time.time())}
    parts = [
        _base64(json.dumps(part).encode()) for part in ({"typ": "JWT", "alg": "HS256"}, claims)
    ]
    signed = ".".join(parts)
    return f"{signed}.{_base64(hmac.new(secret.encode(), signed.encode(), sha256).digest())}"


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
