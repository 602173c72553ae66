"""Rooms above that a proposal comes from, or by which it is decided: their kinds and pages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Kind:
    """What it is called, and the name of the url that takes its id."""

    name: str  # need.idea
    label: "str | Promise"
    page: str


_sources: dict[str, Kind] = {}
_decisions: dict[str, Kind] = {}


def register_source(kind: Kind) -> None:
    """Make known what a proposal may come from."""
    _sources[kind.name] = kind


def register_decision(kind: Kind) -> None:
    """Make known by what a proposal may be decided."""
    _decisions[kind.name] = kind


def source(name: str) -> Kind | None:
    return _sources.get(name)


def decision(name: str) -> Kind | None:
    return _decisions.get(name)
