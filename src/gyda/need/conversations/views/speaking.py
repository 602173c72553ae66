"""Whose voice a request is: a member's, or that of a browser with a cookie of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpResponse

from gyda.need.conversations.models import Conversation, Source, Voters
from gyda.need.conversations.voice import Voice, keyed, net_of
from gyda.people import limits
from gyda.people.access import HubRequest

COOKIE, SALT = "gyda_voice", "gyda.voice"
DAYS = 180


@dataclass(frozen=True)
class Speaker:
    """A voice, and the token of a browser that has none yet."""

    voice: Voice
    fresh: str = ""

    def remember(self, response: HttpResponse) -> HttpResponse:
        """Give the browser its token: random, for this alone, read by no script."""
        if self.fresh:
            response.set_signed_cookie(
                COOKIE, self.fresh, salt=SALT, max_age=DAYS * 86_400, httponly=True,
                secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
            )  # fmt: skip
        return response


def speaker_of(request: HubRequest, conversation: Conversation) -> Speaker | None:
    """Return who speaks, or None where only members do and nobody is signed in."""
    who = request.who
    if who:
        source = Source.PROXY if who.is_acting else Source.WEB
        return Speaker(Voice(source, member_id=who.subject.id))
    if conversation.voters != Voters.ANYONE:
        return None
    token = token_of(request)
    fresh = "" if token else secrets.token_urlsafe(24)
    return Speaker(_browser(request, conversation, token or fresh), fresh)


def _browser(request: HubRequest, conversation: Conversation, token: str) -> Voice:
    address = get_adapter().get_client_ip(request)
    secret = conversation.secret
    return Voice(Source.WEB, browser=keyed(secret, token), net=net_of(secret, address))


def token_of(request: HubRequest) -> str:
    """Return the browser's token, or nothing."""
    return request.get_signed_cookie(COOKIE, default="", salt=SALT) or ""


def browser_of(request: HubRequest, conversation: Conversation) -> str:
    """Return what stands for this browser in the conversation, or nothing."""
    token = token_of(request)
    return keyed(conversation.secret, token) if token else ""


def welcome(request: HubRequest, voice: Voice) -> None:
    """Count newcomers from one network: enough for a full hall, too few for a flood."""
    if voice.browser:
        limits.count(request, "answer_first")


def forget(response: HttpResponse) -> HttpResponse:
    """Make the browser somebody else's: the next person at a shared tablet."""
    response.delete_cookie(COOKIE, samesite="Lax")
    return response
