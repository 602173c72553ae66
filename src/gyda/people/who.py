"""Who acts, and for whom: both names stand on every action."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from gyda.people.models import Member
from gyda.people.models.consent import Scope


@dataclass(frozen=True)
class Who:
    """The member who acts and, when acting for someone, the principal and how far that goes."""

    actor: Member
    principal: Member | None = None
    scope: str = Scope.TIME_BANK

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

    @property
    def is_acting(self) -> bool:
        return self.principal is not None

    @property
    def reaches_everything(self) -> bool:
        """May open what is the subject's own: profile, needs, what is held on them."""
        return self.principal is None or self.scope == Scope.EVERYTHING


@dataclass(frozen=True)
class GydaItself:
    """For what no member does: setting a hub up, or the clock running out."""

    hub_id: UUID
    actor_id: UUID | None = None
    principal_id: UUID | None = None
