"""A payment: asked for with evidence, approved by a second person where the hub says so."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models.commitment import Commitment
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class PaymentState(models.TextChoices):
    """How far it has come."""

    ASKED = "ASKED", _("waits for a second person")
    PAID = "PAID", _("paid")
    REFUSED = "REFUSED", _("refused")
    WITHDRAWN = "WITHDRAWN", _("taken back")


class PaymentQuerySet(HubQuerySet["Payment"]):
    """Payments by how far they are."""

    def waiting(self) -> "PaymentQuerySet":
        return self.filter(state=PaymentState.ASKED)


PaymentManager = HubManager.from_queryset(PaymentQuerySet)


class Payment(HubModel):
    """Whether a second person is needed is kept as it was when it was asked for."""

    commitment = HubForeignKey(Commitment, related_name="payments")
    pence = models.BigIntegerField()
    paid_on = models.DateField()
    words = models.TextField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    reference = models.CharField(max_length=80, blank=True)
    needs_second = models.BooleanField()
    state = models.CharField(max_length=9, choices=PaymentState, default=PaymentState.ASKED)
    asked_by = HubForeignKey(Member, related_name="+")
    asked_at = models.DateTimeField()
    settled_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    because = models.TextField(max_length=500, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    commitment_id: UUID
    asked_by_id: UUID
    settled_by_id: UUID | None
    receipts: Any

    objects: ClassVar["PaymentManager[Self]"] = PaymentManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="decide_payment_request_uq"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_payment_pence_ck"),
            models.CheckConstraint(
                condition=Q(state=PaymentState.ASKED, settled_at__isnull=True)
                | (~Q(state=PaymentState.ASKED) & Q(settled_at__isnull=False)),
                name="decide_payment_settled_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaymentState.PAID, needs_second=True)
                | (Q(settled_by__isnull=False) & ~Q(settled_by=F("asked_by"))),
                name="decide_payment_by_two_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=PaymentState.REFUSED) | ~Q(because=""),
                name="decide_payment_refused_why_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "commitment", "id"], name="decide_payment_ix"),
            models.Index(
                fields=["hub", "id"],
                condition=Q(state=PaymentState.ASKED),
                name="decide_payment_waiting_ix",
            ),
        ]
