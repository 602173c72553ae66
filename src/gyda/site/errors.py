"""What people see when something went wrong: always our own face, in their language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from gyda.web.context import languages

log = logging.getLogger(__name__)

LAST_WORDS = "Mae rhywbeth wedi torri. / Something broke.\n"

Respond = Callable[[HttpRequest], HttpResponse]


def server_error(request: HttpRequest) -> HttpResponse:
    """Say so without asking the database, which may be what broke."""
    try:
        page = render_to_string("500.html", languages(request))
    except Exception:
        log.exception("the page about errors could not be drawn")
        return HttpResponse(LAST_WORDS, status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell someone whose form was open for too long how to send it all the same."""
    return render(request, "403_csrf.html", status=403)


def plain_words(get_response: Respond) -> Respond:
    """Middleware: give the empty answer 405 a page, for whoever reloads where a form had gone."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return respond
