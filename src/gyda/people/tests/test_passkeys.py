"""Passkeys: made, used and removed, with an authenticator in software."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
import json
import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from gyda.people.tests.builders import Cast
from gyda.people.tests.pages import at, text

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Device:
    """A phone that keeps one passkey and signs with it."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(b"a passkey").digest()
        self.user = ""

    def create(self, options: dict[str, Any]) -> str:
        asked = options["publicKey"]
        self.user = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        data = AttestedCredentialData.create(Aaguid(b"\0" * 16), self.id, public)
        seen = AuthenticatorData.create(self._site(), PRESENT | VERIFIED | ATTESTED, 0, data)
        made = AttestationObject.create("none", seen, {})
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=bytes(made))

    def get(self, options: dict[str, Any], counter: int = 1) -> str:
        client = self._client("webauthn.get", options["publicKey"]["challenge"])
        seen = bytes(AuthenticatorData.create(self._site(), PRESENT | VERIFIED, counter))
        signed = self.key.sign(seen + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=client,
            authenticatorData=seen,
            signature=signed,
            userHandle=websafe_decode(self.user),
        )

    def _site(self) -> bytes:
        return hashlib.sha256(b"testserver").digest()

    def _client(self, kind: str, challenge: str) -> bytes:
        told = {"type": kind, "challenge": challenge, "origin": "https://testserver"}
        return json.dumps(told).encode()

    def _answer(self, **parts: bytes) -> str:
        response = {name: websafe_encode(part) for name, part in parts.items()}
        own = websafe_encode(self.id)
        return json.dumps(
            {"id": own, "rawId": own, "type": "public-key", "response": response}
            | {"clientExtensionResults": {}}
        )


def fresh(cast: Cast) -> Client:
    """Return Bryn's browser, a moment after he signed in."""
    import time

    client = Client()
    client.force_login(cast.bryn.present_person)
    session = client.session
    session["entered_at"] = time.time()
    session.save()
    return client


def add(client: Client, device: Device) -> Any:
    page = text(client.get("/en/account/passkeys/add/"))
    options = re.search(r'id="passkey-options" type="application/json">(.*?)</script>', page)
    assert options
    credential = device.create(json.loads(options.group(1)))
    told = {"name": "Fy ffôn", "credential": credential}
    return client.post("/en/account/passkeys/add/", told, follow=True)


def sign_in(client: Client, device: Device, **told: str) -> Any:
    asked = client.get("/en/account/passkeys/sign-in/", HTTP_ACCEPT="application/json").json()
    told["credential"] = device.get(asked["request_options"])
    return client.post("/en/account/passkeys/sign-in/", told)


def test_a_passkey_is_made_and_signs_in_by_itself(cast: Cast, client: Client) -> None:
    device = Device()
    page = text(add(fresh(cast), device))
    assert "The passkey is added." in page
    assert "Fy ffôn" in page
    response = sign_in(client, device)
    assert client.session["_auth_user_id"] == str(cast.bryn.person_id)
    assert response.url == f"/cy/hubs/{cast.hub.slug}/"


def test_a_passkey_goes_where_the_person_was_going(cast: Cast, client: Client) -> None:
    device = Device()
    add(fresh(cast), device)
    response = sign_in(client, device, next=at(cast.hub, "me"))
    assert response.url == at(cast.hub, "me", language="cy")


def test_the_session_key_changes_with_a_passkey_too(cast: Cast, client: Client) -> None:
    device = Device()
    add(fresh(cast), device)
    client.get("/en/account/passkeys/sign-in/", HTTP_ACCEPT="application/json")
    before = client.session.session_key
    sign_in(client, device)
    assert client.session.session_key != before


def test_a_code_does_as_well_after_a_passkey_is_made(cast: Cast, client: Client) -> None:
    from gyda.people.tests.test_sign_in import ask, give, is_in, sent_code

    add(fresh(cast), Device())
    ask(client, cast.bryn.present_person.email or "")
    give(client, sent_code())
    assert is_in(client)


def test_an_answer_is_good_once(cast: Cast, client: Client) -> None:
    device = Device()
    add(fresh(cast), device)
    asked = client.get("/en/account/passkeys/sign-in/", HTTP_ACCEPT="application/json").json()
    credential = device.get(asked["request_options"])
    client.post("/en/account/passkeys/sign-in/", {"credential": credential})
    other = Client()
    other.post("/en/account/passkeys/sign-in/", {"credential": credential})
    assert "_auth_user_id" not in other.session


@pytest.mark.parametrize("rubbish", ["", "{", "{}", '{"id": 1}', "[]", '"x"', "null"])
def test_rubbish_is_answered_with_a_sentence(cast: Cast, client: Client, rubbish: str) -> None:
    path = "/en/account/passkeys/sign-in/"
    client.get(path, HTTP_ACCEPT="application/json")
    answered = client.post(path, {"credential": rubbish}, follow=True)
    assert answered.status_code == 200
    added = fresh(cast).post("/en/account/passkeys/add/", {"credential": rubbish})
    assert "There is a problem" in text(added)
    assert not Authenticator.objects.exists()


def test_a_passkey_is_removed_and_no_longer_signs_in(cast: Cast, client: Client) -> None:
    device, bryn = Device(), fresh(cast)
    add(bryn, device)
    passkey = Authenticator.objects.get()
    page = bryn.post(f"/en/account/passkeys/{passkey.pk}/remove/", follow=True)
    assert "The passkey is removed." in text(page)
    sign_in(client, device)
    assert "_auth_user_id" not in client.session


def test_the_only_way_in_is_not_removed(cast: Cast) -> None:
    device, bryn = Device(), fresh(cast)
    add(bryn, device)
    bryn.post("/en/account/ways/remove/email/")
    cast.bryn.present_person.refresh_from_db()
    assert cast.bryn.present_person.email is None
    passkey = Authenticator.objects.get()
    page = bryn.post(f"/en/account/passkeys/{passkey.pk}/remove/", follow=True)
    assert "only way to sign in" in text(page)
    assert Authenticator.objects.exists()


def test_nobody_removes_another_s_passkey(cast: Cast) -> None:
    add(fresh(cast), Device())
    passkey = Authenticator.objects.get()
    carys = Client()
    carys.force_login(cast.carys.present_person)
    session = carys.session
    session["entered_at"] = 2**40
    session.save()
    assert carys.post(f"/en/account/passkeys/{passkey.pk}/remove/").status_code == 404


def test_who_signed_in_long_ago_shows_first_that_it_is_them(cast: Cast) -> None:
    from gyda.people.tests.test_sign_in import give, sent_code

    client = Client()
    client.force_login(cast.bryn.present_person)
    for path in ("passkeys/add/", "ways/add/", "ways/remove/email/"):
        response = client.get(f"/en/account/{path}")
        assert response.url.startswith("/en/account/confirm/?next=")
    client.post("/en/account/confirm/", {"next": "/en/account/passkeys/add/"})
    assert give(client, sent_code(), "en").url == "/en/account/passkeys/add/"
    assert client.get("/en/account/passkeys/add/").status_code == 200
