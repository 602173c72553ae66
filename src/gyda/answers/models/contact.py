"""Who answers for an organisation: a professional with a name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation


class ContactQuerySet(HubQuerySet["Contact"]):
    """Contacts by whether they still are."""

    def in_force(self) -> "ContactQuerySet":
        return self.filter(until_at__isnull=True)


ContactManager = HubManager.from_queryset(ContactQuerySet)


class Contact(HubModel):
    """One at a time for each organisation; who was it before stays on the record."""

    organisation = HubForeignKey(Organisation, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    since_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar["ContactManager[Self]"] = ContactManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "organisation"],
                condition=Q(until_at__isnull=True),
                name="answers_contact_one_uq",
            ),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="answers_contact_member_ix")]
