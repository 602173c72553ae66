"""Every address of the site, read from the resolver, so that no new page is forgotten."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import override

LANGUAGES = ("cy", "en")
PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One url pattern: its name, how it is written, and what it takes besides the hub."""

    name: str
    route: str
    is_translated: bool

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(
            name for _, name in PARAMETER.findall(self.route) if name not in ("hub", "lang")
        )

    @property
    def is_in_hub(self) -> bool:
        return "<slug:hub>" in self.route

    def path(self, slug: str, args: Sequence[object] = (), language: str = "en") -> str:
        """Return the path in a hub (where it is in one) and in a language (likewise)."""
        with override(language):
            return reverse(self.name, args=[slug, *args] if self.is_in_hub else list(args))


@cache
def addresses() -> tuple[Address, ...]:
    """Return every address, sorted by name."""
    return tuple(sorted(_walk(get_resolver(), "", (), False), key=lambda found: found.name))


def _walk(
    resolver: URLResolver, route: str, spaces: tuple[str, ...], translated: bool
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        if isinstance(entry.pattern, LocalePrefixPattern):
            yield from _walk(entry, "<lang>/", spaces, True)
            continue
        written = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, written, inner, translated)
        elif isinstance(entry, URLPattern):
            yield Address(":".join([*spaces, entry.name or "?"]), written, translated)
