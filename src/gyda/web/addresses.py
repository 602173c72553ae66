"""Addresses of a room in an order in which one is found soon."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable

from django.urls import URLPattern, URLResolver, include, path


def by_first_word(patterns: Iterable[URLPattern]) -> list[URLPattern | URLResolver]:
    """Put addresses that begin with one word behind that word, so that the rest is not tried.

    Each request tries the addresses in turn: with every room's, that was a tenth of its work.
    Those that begin with no word of their own stay where they are.

    >>> show = lambda request: None
    >>> found = by_first_word([path("a/", show), path("b/", show), path("a/b/", show)])
    >>> [str(one.pattern) for one in found], [str(one.pattern) for one in found[0].url_patterns]
    (['a/', 'b/'], ['', 'b/'])
    """
    groups: dict[str, list[URLPattern]] = {}
    for pattern in patterns:
        groups.setdefault(_first_word(str(pattern.pattern)), []).append(pattern)
    return [
        group[0] if len(group) == 1 else path(word, include([_behind(word, one) for one in group]))
        for word, group in groups.items()
    ]


def _first_word(route: str) -> str:
    word, slash, _rest = route.partition("/")
    return route if "<" in word else word + slash


def _behind(word: str, pattern: URLPattern) -> URLPattern:
    rest = str(pattern.pattern).removeprefix(word)
    return path(rest, pattern.callback, pattern.default_args, name=pattern.name)
