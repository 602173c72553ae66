"""Finds the hub that a page belongs to, and keeps the whole request inside it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import SimpleLazyObject

from gyda.keys.context import in_hub
from gyda.people.access import HubRequest, find_who
from gyda.people.models import Hub

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
    ) -> None:
        slug = kwargs.pop("hub", None)
        if slug is None:
            return
        hub_request = cast(HubRequest, request)
        hub_request.hub = get_object_or_404(Hub, slug=slug)
        hub_request.hub_stack.enter_context(in_hub(hub_request.hub.id))
        hub_request.who = SimpleLazyObject(lambda: find_who(hub_request))
