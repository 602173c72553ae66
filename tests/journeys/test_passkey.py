"""A passkey in a real browser: made by our own script, then used to sign in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from gyda.people.tests.builders import a_hub, a_member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def a_device(page: Page) -> None:
    """Give the browser a phone's own authenticator."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def a_fresh_session(person: Any) -> str:
    client = Client()
    client.force_login(person)
    session = client.session
    session["entered_at"] = time.time()
    session.save()
    return str(session.session_key)


def test_a_passkey_is_made_and_used(browser: Browser, live_server: Any) -> None:
    bryn = a_member(a_hub("cwm-du"), "Bryn")
    site = live_server.url.replace("127.0.0.1", "localhost")
    page = browser.new_context().new_page()
    errors: list[str] = []
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    a_device(page)
    key = a_fresh_session(bryn.present_person)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    page.goto(f"{site}/en/account/passkeys/add/")
    page.get_by_label("What do you call this passkey?").fill("Fy ffôn")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_text("The passkey is added.").wait_for()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto(f"{site}/cy/account/sign-in/")
    page.get_by_role("button", name="Mewngofnodi ag allwedd fynediad").click()
    page.wait_for_url(f"{site}/cy/hubs/cwm-du/")
    assert errors == []
    page.context.close()
