"""The GOV.UK Notify sender against a server of our own on this machine."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import base64
import hmac
import json
import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.mail import EmailMessage

from gyda.letters import notify
from gyda.letters.errors import Refused

SERVICE = "11111111-2222-3333-4444-555555555555"
SECRET = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"


class Server(HTTPServer):
    answer = 201
    got: dict[str, Any]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        token = self.headers["Authorization"]
        self.server.got = {"path": self.path, "token": token, **json.loads(body)}
        self.send_response(self.server.answer)
        self.end_headers()
        self.wfile.write(b'{"errors": [{"message": "why"}]}')

    def log_message(self, *args: Any) -> None:
        """Keep the tests quiet."""


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as one:
        settings.NOTIFY_URL = f"http://127.0.0.1:{one.server_port}"
        settings.NOTIFY_KEY = f"my-key-{SERVICE}-{SECRET}"
        settings.NOTIFY_EMAIL_TEMPLATE, settings.NOTIFY_SMS_TEMPLATE = "email-id", "sms-id"
        thread = threading.Thread(target=one.serve_forever)
        thread.start()
        yield one
        one.shutdown()
        thread.join()


def unpadded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def test_a_text_message_goes_to_notify_signed_with_our_key(server: Server) -> None:
    assert notify.send_sms(to="+447700900123", body="Dŵr").body == "Dŵr"
    assert server.got["path"] == "/v2/notifications/sms"
    assert server.got["phone_number"] == "+447700900123"
    assert server.got["template_id"] == "sms-id"
    assert server.got["personalisation"] == {"body": "Dŵr"}
    head, claims, signature = server.got["token"].removeprefix("Bearer ").split(".")
    expected = hmac.new(SECRET.encode(), f"{head}.{claims}".encode(), sha256).digest()
    assert unpadded(signature) == expected
    assert json.loads(unpadded(claims))["iss"] == SERVICE
    assert json.loads(unpadded(head)) == {"typ": "JWT", "alg": "HS256"}


def test_an_email_keeps_its_one_click_unsubscribe(server: Server) -> None:
    headers = {"List-Unsubscribe": "<https://example.org/stop>"}
    message = EmailMessage("Pwnc", "Geiriau", to=["bryn@example.org"], headers=headers)
    assert notify.EmailBackend().send_messages([message]) == 1
    assert server.got["email_address"] == "bryn@example.org"
    assert server.got["personalisation"] == {"subject": "Pwnc", "body": "Geiriau"}
    assert server.got["one_click_unsubscribe_url"] == "https://example.org/stop"


def test_a_wrong_number_is_refused_for_good(server: Server) -> None:
    server.answer = 400
    with pytest.raises(Refused, match="why"):
        notify.send_sms(to="12", body="x")


@pytest.mark.parametrize("answer", [403, 429, 500, 503])
def test_any_other_trouble_may_pass(server: Server, answer: int) -> None:
    server.answer = answer
    with pytest.raises(ConnectionError, match=str(answer)):
        notify.send_sms(to="+447700900123", body="x")
