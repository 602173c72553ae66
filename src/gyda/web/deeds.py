"""The second half of most views: a form leads to one action, and the action to the next page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from gyda.web.access import HubRequest
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path

T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What an action returned."""

    result: T


def attempt(form: BaseForm, act: Callable[[], T]) -> Done[T] | None:
    """Carry out what a form asks for, once it is filled in rightly; None where it is not yet.

    What stands in the way is said on the form, and everything typed stays there.
    """
    if not form.is_valid():
        return None
    try:
        return Done(act())
    except DomainError as error:
        add_domain_error(form, error)
        return None


def go(request: HubRequest, words: str, name: str, *args: object) -> HttpResponseRedirect:
    """Say that it is done, and lead to a page of the hub."""
    messages.success(request, words)
    return redirect(hub_path(request.hub.slug, name, *args))


def turn_back(request: HubRequest, words: str, name: str, *args: object) -> HttpResponseRedirect:
    """Say why it is not done, and lead to a page of the hub."""
    messages.error(request, words)
    return redirect(hub_path(request.hub.slug, name, *args))


def press(
    request: HubRequest, act: Callable[[], object], words: str, name: str, *args: object
) -> HttpResponse:
    """Carry out what a single button asks for, say how it went, and lead to a page of the hub."""
    try:
        act()
    except DomainError as error:
        return turn_back(request, str(error), name, *args)
    return go(request, words, name, *args)
