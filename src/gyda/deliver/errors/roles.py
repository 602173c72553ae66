"""What only some may do at all: each part of the room says in its own words what that is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.people.who import Who
from gyda.web.errors import DomainError


class ConnectorsOnly(DomainError):
    """A connector's to do."""

    @classmethod
    def check(cls, who: Who) -> None:
        """Raise unless a connector acts."""
        if not who.actor.is_connector:
            raise cls


class StewardsOnly(DomainError):
    """A steward's to do."""

    @classmethod
    def check(cls, who: Who) -> None:
        """Raise unless a steward acts."""
        if not who.actor.is_steward:
            raise cls
