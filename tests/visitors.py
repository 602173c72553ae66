"""The cast at their browsers: who asks for a page, and what they get."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from gyda.people.access import ACTING
from gyda.people.models import ActingConsent, Member
from tests.world import World

NOBODY = "nobody"


@dataclass
class Visitor:
    """A name from the table and a browser in which they are signed in."""

    name: str
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def get(self, path: str, **headers: Any) -> HttpResponse:
        return self._ask("get", path, **headers)

    def post(self, path: str, data: dict[str, Any] | None = None) -> HttpResponse:
        return self._ask("post", path, data or {})

    def send(self, method: str, path: str, body: bytes, kind: str) -> HttpResponse:
        return self._ask("generic", method, path, body, kind)

    def _ask(self, method: str, *args: Any, **kwargs: Any) -> HttpResponse:
        cookies = deepcopy(self.client.cookies)  # signing out is undone, too
        with undone():
            response: HttpResponse = getattr(self.client, method)(*args, **kwargs)
            if response.streaming:
                response.content = b"".join(response)  # type: ignore[attr-defined]
        self.client.cookies = cookies
        return response


@contextmanager
def undone() -> Iterator[None]:
    """Undo in the database whatever the block does."""
    with transaction.atomic():
        point = transaction.savepoint()
        yield
        transaction.savepoint_rollback(point)


def visitors(world: World) -> dict[str, Visitor]:
    """Return everyone of the table, signed in."""
    found = {NOBODY: Visitor(NOBODY)}
    for name in ("eira", "emrys", "bryn", "dafydd", "carys", "alys"):
        found[name] = signed_in(name, getattr(world, name))
    found["gwen/bryn"] = signed_in("gwen/bryn", world.gwen, world.consent)
    return found


def signed_in(name: str, member: Member, acting_under: ActingConsent | None = None) -> Visitor:
    """Return a visitor with a session, and perhaps a consent to act under."""
    visitor = Visitor(name)
    visitor.client.force_login(member.person, backend=settings.AUTHENTICATION_BACKENDS[0])
    if acting_under:
        session = visitor.client.session
        session[ACTING] = {str(member.hub_id): str(acting_under.id)}
        session.save()
        visitor.client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return visitor


def outcome(response: HttpResponse) -> str:
    """Return what a row of the table calls this answer."""
    if response.status_code in (301, 302, 303):
        return "in" if "next=" in response["Location"] else "go"
    return str(response.status_code)
