"""Addresses of the room for its tests, in one language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.test import Client
from django.utils.translation import override

from gyda.people.models import Hub, Member
from gyda.web.links import hub_path


def at(hub: Hub, name: str, *args: Any, language: str = "en") -> str:
    """Return the address of a page of the room."""
    with override(language):
        return hub_path(hub.slug, f"people:{name}", *args)


def signed_in(member: Member) -> Client:
    """Return a browser in which the member is signed in."""
    client = Client()
    client.force_login(member.present_person)
    return client


def text(response: Any) -> str:
    """Return the page, or what stands at the end of the redirects."""
    body: str = response.content.decode()
    return body
