"""Finds the hub that a page belongs to, and keeps the whole request inside it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from gyda.keys.context import in_hub
from gyda.people.access import ACTING, HubRequest, find_who
from gyda.people.models import Hub
from gyda.web.links import hub_path

View = Callable[..., HttpResponse]


class HubMiddleware:
    """Takes `hub` (a slug) out of the url, sets request.hub and request.who, and enters the hub."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as stack:
            cast(Any, request).hub_stack = stack
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.pop("hub", None)
        if slug is None:
            return None
        hub_request = cast(HubRequest, request)
        hub_request.hub = get_object_or_404(Hub, slug=slug)
        hub_request.hub_stack.enter_context(in_hub(hub_request.hub.id))
        hub_request.who = SimpleLazyObject(lambda: find_who(hub_request))
        return _acts_no_longer(hub_request)


def _acts_no_longer(request: HubRequest) -> HttpResponse | None:
    """Do nothing in the wrong name: what is sent after a consent has ended is not done at all."""
    acting = request.session.get(ACTING, {})
    key = str(request.hub.id)
    if key not in acting or (request.who and request.who.is_acting):
        return None
    request.session[ACTING] = {hub: consent for hub, consent in acting.items() if hub != key}
    messages.warning(request, _("You can no longer act for them. You act for yourself again."))
    is_sent = request.method == "POST"
    return redirect(hub_path(request.hub.slug, "hub:home")) if is_sent else None
