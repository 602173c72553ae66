"""Addresses: of a hub's pages, of this page in the other language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def hub_path(slug: str, name: str, *args: Any) -> str:
    """Return the address of a page of a hub, in the language that is active."""
    return reverse(name, args=[slug, *args])


def in_language(full_path: str, language: str) -> str:
    """Return the same address, query string and all, in another language.

    >>> in_language("/cy/hubs/cwm/?page=2", "en")
    '/en/hubs/cwm/?page=2'
    """
    first, slash, rest = full_path.removeprefix("/").partition("/")
    if first in dict(settings.LANGUAGES) and slash:
        return f"/{language}/{rest}"
    return f"/{language}/"


def next_path(request: HttpRequest, fallback: str) -> str:
    """Return where the form asked to go next, if that is a page of ours; else the fallback."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else fallback


def without_language(path: str) -> str:
    """Return a page's path for a sheet in both languages: the site asks the browser which.

    >>> without_language("/cy/hubs/cwm/card/")
    '/hubs/cwm/card/'
    """
    return "/" + path.removeprefix("/").partition("/")[2]
