"""What holds for every request, whatever page it asks for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Respond = Callable[[HttpRequest], HttpResponse]

MOST_BYTES = 12_000_000  # a picture of 10 MB and the words that come with it
LONGEST_QUERY = 6_000


def bounded(get_response: Respond) -> Respond:
    """Middleware: read nothing that is too large, from whomever, so that no disk fills up."""

    def respond(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length[:20]) <= MOST_BYTES:
            return get_response(request)
        return render(request, "413.html", status=413)

    return respond


def readable(get_response: Respond) -> Respond:
    """Middleware: refuse addresses that no link and no form of ours makes."""

    def respond(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path or "%00" in query or "\0" in query or len(query) > LONGEST_QUERY:
            raise BadRequest("no text, or too much of it")
        return get_response(request)

    return respond


def not_kept(get_response: Respond) -> Respond:
    """Middleware: what someone signed in has seen stays in no cache of a shared computer."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return respond
