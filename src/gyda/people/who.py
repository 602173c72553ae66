"""Who acts, and for whom: both names stand on every action."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from gyda.people.models import Member


@dataclass(frozen=True)
class Who:
    """The member who acts and, when acting for someone, the principal."""

    actor: Member
    principal: Member | None = None

    @property
    def subject(self) -> Member:
        """Whose offers, hours and words these are."""
        return self.principal or self.actor

    @property
    def hub_id(self) -> UUID:
        return self.actor.hub_id

    @property
    def actor_id(self) -> UUID:
        return self.actor.id

    @property
    def principal_id(self) -> UUID | None:
        return self.principal.id if self.principal else None
