"""The header's entries and the footer's, for base.html."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.site.collect import items, role_of
from gyda.web.links import hub_path
from gyda.web.nav import may_see


@dataclass(frozen=True)
class Entry:
    """A link of the header or the footer, as this page shows it."""

    label: str | Promise
    path: str
    is_here: bool = False
    is_around: bool = False


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the links that this reader is shown on this page."""
    hub = getattr(request, "hub", None)
    return {"navigation": _hub_entries(request, hub.slug) if hub else [], "footer_links": _footer()}


def _hub_entries(request: HttpRequest, slug: str) -> list[Entry]:
    role = role_of(getattr(request, "who", None))
    paths = [
        (item.label, hub_path(slug, item.name)) for item in items() if may_see(item.for_role, role)
    ]
    around = max((p for _l, p in paths if request.path.startswith(p)), key=len, default="")
    return [
        Entry(label, path, is_here=path == request.path, is_around=path == around)
        for label, path in paths
    ]


FOOTER = [
    (_("Help"), "help"),
    (_("Accessibility"), "accessibility"),
    (_("Privacy"), "privacy"),
    (_("Cookies"), "cookies"),
    (_("Source code"), "source"),
]


def _footer() -> list[Entry]:
    return [Entry(label, reverse(name)) for label, name in FOOTER]
