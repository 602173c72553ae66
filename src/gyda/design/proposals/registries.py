"""Rooms above that a proposal comes from, is used in, or is decided by: their kinds and pages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from gyda.initiatives.models import Initiative


@dataclass(frozen=True)
class Seed:
    """What something of a room above says of itself, in its author's own words and language."""

    id: UUID
    title: str
    what: str
    language: str


@dataclass(frozen=True)
class Kind:
    """What it is called, and the name of the url that takes its id."""

    name: str  # need.idea
    label: "str | Promise"
    page: str
    seeds: "Callable[[Initiative | None, UUID | None], list[Seed]] | None" = None  # all, or one


@dataclass(frozen=True)
class Use:
    """Where what a proposal may come from is used in a room above."""

    label: "str | Promise"
    title: Any  # in both languages
    page: str
    id: UUID


_sources: dict[str, Kind] = {}
_decisions: dict[str, Kind] = {}
_uses: list[Callable[[str, UUID], list[Use]]] = []


def register_source(kind: Kind) -> None:
    """Make known what a proposal may come from."""
    _sources[kind.name] = kind


def register_decision(kind: Kind) -> None:
    """Make known by what a proposal may be decided."""
    _decisions[kind.name] = kind


def register_uses(uses: Callable[[str, UUID], list[Use]]) -> None:
    """Let a room above say where it uses what has this kind and id; at most one query."""
    _uses.append(uses)


def uses_of(kind: str, about_id: UUID) -> list[Use]:
    """Return where something is used, for the link on its page."""
    return [use for uses in _uses for use in uses(kind, about_id)]


def seeds_of(initiative: Initiative | None) -> list[tuple[Kind, list[Seed]]]:
    """Return what the rooms above have of an initiative, or of the whole hub, the dearest first."""
    return [(kind, kind.seeds(initiative, None)) for kind in _sources.values() if kind.seeds]


def seed_of(name: str, about_id: UUID) -> Seed | None:
    """Return one, if it is shown."""
    kind = _sources.get(name)
    found = kind.seeds(None, about_id) if kind and kind.seeds else []
    return found[0] if found else None


def source(name: str) -> Kind | None:
    return _sources.get(name)


def decision(name: str) -> Kind | None:
    return _decisions.get(name)
