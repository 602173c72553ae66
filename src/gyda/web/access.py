"""Guards of pages: a signed-out reader is asked to sign in, a stranger finds nothing (404)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
Test = Callable[[Any], bool]


class HubRequest(HttpRequest):
    """A request inside a hub; `who` is a gyda.people.who.Who, or None for strangers."""

    hub: Any
    who: Any


def only(test: Test) -> Callable[[View], View]:
    """Return a decorator that lets in only those of whom the test holds."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HubRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.who or not test(request.who):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


members_only = only(lambda who: True)
connectors_only = only(lambda who: who.actor.is_connector)
stewards_only = only(lambda who: who.actor.is_steward)
