"""Gathers what the rooms declare: entries of the header, cards of the home page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from gyda.web.cards import Card
from gyda.web.nav import Item, Role


def _declared(module: str, name: str) -> list[Any]:
    """Return what every room's module of that name declares under a name."""
    rooms = [app.name for app in apps.get_app_configs() if app.name.startswith("gyda.")]
    paths = [f"{room}.{module}" for room in rooms if find_spec(f"{room}.{module}")]
    return [entry for path in paths for entry in getattr(import_module(path), name, ())]


@cache
def items() -> tuple[Item, ...]:
    """Return the entries of the header, in order."""
    return tuple(sorted(_declared("nav", "ITEMS"), key=lambda item: item.order))


@cache
def cards() -> tuple[Card, ...]:
    """Return the cards of the home page, in order."""
    return tuple(sorted(_declared("home", "CARDS"), key=lambda card: card.order))


def role_of(who: Any) -> Role:
    """Return what the reader is in this hub, as far as pages are shown or not."""
    if not who:
        return "anyone"
    if who.actor.is_steward:
        return "steward"
    return "connector" if who.actor.is_connector else "member"
