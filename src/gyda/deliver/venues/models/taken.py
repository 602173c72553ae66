"""A paper note that a venue took at its door: what it is owed for it, as for a booking."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.deliver.venues.models.settlement import Settlement
from gyda.deliver.venues.models.venue import Agreement, Venue
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class TakenNote(HubModel):
    """Whose note it was is not known, and need not be."""

    note_id = models.UUIDField()
    number = models.PositiveIntegerField()
    venue = HubForeignKey(Venue, related_name="+")
    minutes = models.PositiveIntegerField()
    agreement = HubForeignKey(Agreement, null=True, blank=True, related_name="+")
    pence = models.PositiveIntegerField(default=0)
    money_id = models.UUIDField(null=True, blank=True)
    settlement = HubForeignKey(Settlement, null=True, blank=True, related_name="+")
    taken_by = HubForeignKey(Member, related_name="+")
    taken_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "note_id"], name="deliver_takennote_once_uq"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="deliver_takennote_minutes_ck"),
            models.CheckConstraint(
                condition=Q(pence=0, money_id__isnull=True)
                | Q(pence__gt=0, money_id__isnull=False, agreement__isnull=False),
                name="deliver_takennote_money_ck",
            ),
            models.CheckConstraint(
                condition=Q(settlement__isnull=True) | Q(money_id__isnull=False),
                name="deliver_takennote_settled_is_owed_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "venue", "taken_at"], name="deliver_takennote_venue_ix"),
            models.Index(fields=["hub", "money_id"], name="deliver_takennote_money_ix"),
            models.Index(
                fields=["hub", "agreement", "taken_at"],
                condition=Q(settlement__isnull=True, money_id__isnull=False),
                name="deliver_takennote_owed_ix",
            ),
            models.Index(fields=["hub", "settlement"], name="deliver_takennote_paid_ix"),
        ]
