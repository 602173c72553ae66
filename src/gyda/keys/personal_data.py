"""What is held on a member, table by table: how each is handed over and how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gyda.keys.models import HubModel

Export = Callable[[Any], list[dict[str, Any]]]  # member -> rows
Erase = Callable[[Any], None]  # member


@dataclass(frozen=True)
class Holding:
    """One table with personal data and what may be done with one member's part of it."""

    model: type[HubModel]
    export: Export
    erase: Erase

    @property
    def name(self) -> str:
        return str(self.model._meta.label_lower)


_holdings: dict[type[HubModel], Holding] = {}


def register(model: type[HubModel], *, export: Export, erase: Erase) -> None:
    """Declare a table; called when the room's app is ready."""
    _holdings[model] = Holding(model, export, erase)


def registered() -> dict[type[HubModel], Holding]:
    """Return all declared tables in the order in which they were declared."""
    return dict(_holdings)


def keep(member: Any) -> None:
    """Erase nothing: the rows hold ids and figures only, and the record must stay whole."""
