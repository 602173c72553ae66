"""The kinds of letter that the rooms write, and how often each goes out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Cadence(models.TextChoices):
    """How soon letters of a kind go out to a member."""

    AT_ONCE = "AT_ONCE", _("At once")
    DAILY = "DAILY", _("Once a day, together")
    WEEKLY = "WEEKLY", _("Once a week, together")
    OFF = "OFF", _("Not at all")


@dataclass(frozen=True)
class Kind:
    """One kind: its text is the template letters/<name>.txt (subject, empty line, body)."""

    name: str  # lower case and underscores: exchange_proposed
    label: "str | Promise"
    default: Cadence = Cadence.AT_ONCE
    can_unsubscribe: bool = True  # False: it must arrive, at once


class UnknownKind(LookupError):
    """A letter was written of a kind that no room has registered."""


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make kinds known; called when the room's app is ready."""
    _kinds.update({kind.name: kind for kind in kinds})


def kind_named(name: str) -> Kind:
    """Return the kind, or raise UnknownKind."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(f"No letter kind is named {name!r}: register it.") from None


def all_kinds() -> list[Kind]:
    """Return every kind in the order in which they were declared."""
    return list(_kinds.values())
