"""Notes that were refused: told to the connectors until one of them has looked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.paper.models.note import Note
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation


class Reason(models.TextChoices):
    """Why a note was refused."""

    FORGED = "FORGED", _("the code is not one of ours")
    REPEATED = "REPEATED", _("it has been redeemed before")
    DRAWER = "DRAWER", _("it was never handed out")
    LOST = "LOST", _("it was reported lost")
    VOID = "VOID", _("it is void")
    EXPIRED = "EXPIRED", _("it is out of date")


class Refusal(HubModel):
    """One note tried by one person, as often as they tried before a connector looked."""

    reason = models.CharField(max_length=8, choices=Reason)
    note = HubForeignKey(Note, null=True, related_name="+")  # null: there is no such note
    tried_by = HubForeignKey(Member, related_name="+")
    member = HubForeignKey(Member, null=True, related_name="+")  # for whom
    organisation = HubForeignKey(Organisation, null=True, related_name="+")  # or where
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    seen_by = HubForeignKey(Member, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(note__isnull=False) | Q(reason=Reason.FORGED),
                name="deliver_refusal_note_ck",
            ),
            models.CheckConstraint(
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="deliver_refusal_seen_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(seen_at__isnull=True),
                name="deliver_refusal_unseen_ix",
            ),
            models.Index(fields=["hub", "note", "id"], name="deliver_refusal_note_ix"),
            models.Index(fields=["hub", "tried_by", "id"], name="deliver_refusal_tried_ix"),
        ]
