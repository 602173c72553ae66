"""A gift of hours: to a neighbour, to the hub's pot, or from the pot to someone who needs them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class Kind(models.TextChoices):
    """From whom to whom."""

    NEIGHBOUR = "NEIGHBOUR", pgettext_lazy("gift", "To a neighbour")
    POT = "POT", pgettext_lazy("gift", "To the pot")
    GRANT = "GRANT", pgettext_lazy("gift", "From the pot")


class Gift(HubModel):
    """Its hours are one transfer on the ledger; its words are the giver's, and can be erased."""

    kind = models.CharField(max_length=9, choices=Kind)
    giver = HubForeignKey(Member, null=True, related_name="gifts_given")  # null: the pot
    receiver = HubForeignKey(Member, null=True, related_name="gifts_received")  # null: the pot
    entered_by = HubForeignKey(Member, related_name="+")
    minutes = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=[("cy", "Cymraeg"), ("en", "English")])
    transfer_id = models.UUIDField()  # the same as the key that the form carried
    thanks = models.TextField(blank=True)
    thanks_language = models.CharField(max_length=2, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "transfer_id"], name="deliver_gift_once_uq"),
            models.CheckConstraint(
                condition=Q(kind=Kind.NEIGHBOUR, giver__isnull=False, receiver__isnull=False)
                | Q(kind=Kind.POT, giver__isnull=False, receiver__isnull=True)
                | Q(kind=Kind.GRANT, giver__isnull=True, receiver__isnull=False),
                name="deliver_gift_ends_ck",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="deliver_gift_two_persons_ck"
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="deliver_gift_minutes_ck"),
        ]
        indexes = [
            models.Index(fields=["hub", "giver", "id"], name="deliver_gift_giver_ix"),
            models.Index(fields=["hub", "receiver", "id"], name="deliver_gift_receiver_ix"),
            models.Index(fields=["hub", "kind", "id"], name="deliver_gift_kind_ix"),
        ]
