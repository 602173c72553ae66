"""The header's entries and the footer's, for base.html."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gyda.site.collect import items, role_of
from gyda.web.links import hub_path
from gyda.web.nav import Group, Item, Role, may_see

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


@dataclass(frozen=True)
class Here:
    """What the menu of a page hangs on: pages that stand in one place show the same."""

    language: str
    slug: str
    role: Role
    around: str  # the address of the entry that the page stands under, if there is one
    is_here: bool  # the page is that entry's own


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the links that this reader is shown on this page."""
    hub = getattr(request, "hub", None)
    menu = _menu(here_of(request, hub.slug)) if hub else ""
    return {"hub_menu": menu, "footer": _footer(get_language() or "")}


def here_of(request: HttpRequest, slug: str) -> Here:
    """Return where in the menu a page stands, for this reader."""
    language, role = get_language() or "", role_of(getattr(request, "who", None))
    paths = [path for _item, path in _paths(language, slug, role)]
    around = max((path for path in paths if request.path.startswith(path)), key=len, default="")
    return Here(language, slug, role, around, is_here=request.path == around)


def parts_of(here: Here) -> list[Part]:
    """Return the menu as it stands on the pages that stand there."""
    entries = [
        (item.group, _entry(item, path, here))
        for item, path in _paths(here.language, here.slug, here.role)
    ]
    parts = [
        Part(label, [entry for its, entry in entries if its == group])
        for group, label in GROUPS.items()
    ]
    return [part for part in parts if part.entries]


def _entry(item: Item, path: str, here: Here) -> Entry:
    is_around = path == here.around
    return Entry(item.label, path, is_here=is_around and here.is_here, is_around=is_around)


@lru_cache(maxsize=256)
def _paths(language: str, slug: str, role: Role) -> list[tuple[Item, str]]:
    return [(i, hub_path(slug, i.name)) for i in items() if may_see(i.for_role, role)]


@lru_cache(maxsize=2048)
def _menu(here: Here) -> SafeString:
    """Draw the menu once: it was a third of the work of every page."""
    return render_to_string("web/menu.html", {"parts": parts_of(here)})


FOOTER = [
    (_("Help"), "help"),
    (_("Accessibility"), "accessibility"),
    (_("Privacy"), "privacy"),
    (_("Cookies"), "cookies"),
    (_("Source code"), "source"),
]


@lru_cache(maxsize=8)
def _footer(language: str) -> SafeString:
    """Draw the footer once in each language: it is the same on every page."""
    links = [Entry(label, reverse(name)) for label, name in FOOTER]
    return render_to_string("web/footer.html", {"links": links})
