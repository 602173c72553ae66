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
from gyda.web.nav import Group, Item, may_see

GROUPS: dict[Group, str | Promise] = {
    "need": _("Need"),
    "design": _("Design"),
    "decide": _("Decide"),
    "deliver": _("Deliver"),
    "hub": _("Our hub"),
    "mine": _("My own"),
    "desk": _("For connectors"),
    "rules": _("For stewards"),
}


@dataclass(frozen=True)
class Entry:
    """A link of the header or the footer, as this page shows it."""

    label: str | Promise
    path: str
    is_here: bool = False
    is_around: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the menu, and its entries."""

    label: str | Promise
    entries: list[Entry]

    @property
    def is_here(self) -> bool:
        """Whether the page stands in this part."""
        return any(entry.is_here or entry.is_around for entry in self.entries)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the links that this reader is shown on this page."""
    hub = getattr(request, "hub", None)
    return {"navigation": _hub_menu(request, hub.slug) if hub else [], "footer_links": _footer()}


def _hub_menu(request: HttpRequest, slug: str) -> list[Part]:
    role = role_of(getattr(request, "who", None))
    paths = {i: hub_path(slug, i.name) for i in items() if may_see(i.for_role, role)}
    around = max((p for p in paths.values() if request.path.startswith(p)), key=len, default="")
    entries = {item: _entry(item, path, request.path, around) for item, path in paths.items()}
    parts = [
        Part(label, [entry for item, entry in entries.items() if item.group == group])
        for group, label in GROUPS.items()
    ]
    return [part for part in parts if part.entries]


def _entry(item: Item, path: str, here: str, around: str) -> Entry:
    return Entry(item.label, path, is_here=path == here, is_around=path == around)


FOOTER = [
    (_("Help"), "help"),
    (_("Accessibility"), "accessibility"),
    (_("Privacy"), "privacy"),
    (_("Cookies"), "cookies"),
    (_("Source code"), "source"),
]


def _footer() -> list[Entry]:
    return [Entry(label, reverse(name)) for label, name in FOOTER]
