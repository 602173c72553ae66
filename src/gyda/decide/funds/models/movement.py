"""Every movement of money, in and out and back, with what shows that it was so."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models.commitment import Commitment
from gyda.decide.funds.models.fund import Fund
from gyda.decide.funds.models.payment import Payment
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language


class MovementKind(models.TextChoices):
    """Where the money went; each is one transfer on the ledger."""

    RECEIVED = "RECEIVED", _("came in")
    PROMISED = "PROMISED", _("promised")
    PAID = "PAID", _("paid")
    REFUNDED = "REFUNDED", _("came back from the payee")
    FREED = "FREED", _("no longer promised")
    REPAID = "REPAID", _("repaid into the fund")
    RETURNED = "RETURNED", _("given back to the giver")


OF_THE_FUND = (MovementKind.RECEIVED, MovementKind.RETURNED)


class Movement(HubModel):
    """One line of the open book; its id is the key of its transfer."""

    fund = HubForeignKey(Fund, related_name="movements")
    commitment = HubForeignKey(Commitment, null=True, blank=True, related_name="movements")
    payment = HubForeignKey(Payment, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=8, choices=MovementKind)
    pence = models.BigIntegerField()
    on = models.DateField()
    words = models.TextField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    reference = models.CharField(max_length=80, blank=True)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    fund_id: UUID
    commitment_id: UUID | None
    payment_id: UUID | None
    receipts: Any

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="decide_movement_request_uq"
            ),
            models.UniqueConstraint(fields=["hub", "payment"], name="decide_movement_payment_uq"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_movement_pence_ck"),
            models.CheckConstraint(
                condition=Q(kind__in=OF_THE_FUND, commitment__isnull=True)
                | (~Q(kind__in=OF_THE_FUND) & Q(commitment__isnull=False)),
                name="decide_movement_commitment_ck",
            ),
            models.CheckConstraint(
                condition=Q(kind=MovementKind.PAID, payment__isnull=False)
                | (~Q(kind=MovementKind.PAID) & Q(payment__isnull=True)),
                name="decide_movement_payment_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "fund", "id"], name="decide_movement_fund_ix"),
            models.Index(fields=["hub", "commitment", "id"], name="decide_movement_promise_ix"),
        ]


class ReceiptKind(models.TextChoices):
    """What sort of file it is."""

    PICTURE = "PICTURE", _("picture")
    PDF = "PDF", _("PDF file")


class Receipt(HubModel):
    """A file that shows it: read by those who look after the money, for it may name people."""

    payment = HubForeignKey(Payment, null=True, blank=True, related_name="receipts")
    movement = HubForeignKey(Movement, null=True, blank=True, related_name="receipts")
    kind = models.CharField(max_length=7, choices=ReceiptKind)
    shows = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=Language)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(payment__isnull=False, movement__isnull=True)
                | Q(payment__isnull=True, movement__isnull=False),
                name="decide_receipt_of_one_ck",
            ),
            models.CheckConstraint(condition=~Q(shows=""), name="decide_receipt_shows_ck"),
        ]
        indexes = [
            models.Index(fields=["hub", "payment"], name="decide_receipt_payment_ix"),
            models.Index(fields=["hub", "movement"], name="decide_receipt_movement_ix"),
        ]

    def file(self, size: str) -> str:
        """Return the name of its file in storage; a picture has two sizes."""
        if self.kind == ReceiptKind.PDF:
            return f"{self.hub_id}/receipts/{self.id}.pdf"
        return f"{self.hub_id}/receipts/{self.id}-{size}.webp"
