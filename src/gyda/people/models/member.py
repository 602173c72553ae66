"""A member: a person in a hub; citizen and professional alike."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models.organisation import Organisation


class Role(models.TextChoices):
    """What a member may do for others."""

    MEMBER = "MEMBER", "member"
    CONNECTOR = "CONNECTOR", "connector"
    STEWARD = "STEWARD", "steward"


class State(models.TextChoices):
    """Where a membership stands."""

    WAITING = "WAITING", "waiting"
    ACTIVE = "ACTIVE", "active"
    LEFT = "LEFT", "left"
    ERASED = "ERASED", "erased"


class MemberQuerySet(HubQuerySet["Member"]):
    """Members by how they stand."""

    def active(self) -> "MemberQuerySet":
        return self.filter(state=State.ACTIVE)


MemberManager = HubManager.from_queryset(MemberQuerySet)


class Member(HubModel):
    """The row that accounts, votes and posts point to; it outlives the person's name."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    name = models.CharField(max_length=80)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="professionals")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    last_seen_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar["MemberManager[Self]"] = MemberManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "person"], name="people_member_person_uq"),
            models.CheckConstraint(
                condition=models.Q(state=State.ERASED, person__isnull=True)
                | (~models.Q(state=State.ERASED) & models.Q(person__isnull=False)),
                name="people_member_erased_has_no_person",
            ),
        ]
        indexes = [models.Index(fields=["hub", "state", "name"], name="people_member_state_ix")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_connector(self) -> bool:
        """A steward may do all that a connector may."""
        return self.role in (Role.CONNECTOR, Role.STEWARD)

    @property
    def is_steward(self) -> bool:
        return self.role == Role.STEWARD

    @property
    def is_professional(self) -> bool:
        """Comes for an organisation."""
        return self.organisation_id is not None
