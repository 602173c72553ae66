"""A fund: money that an authority gives a hub, for what, and on which conditions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.ledger.models import Account
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual


class FundQuerySet(HubQuerySet["Fund"]):
    """Funds by whether they are still open."""

    def is_open(self) -> "FundQuerySet":
        return self.filter(closed_at__isnull=True)


FundManager = HubManager.from_queryset(FundQuerySet)


class Fund(HubModel):
    """What was granted; what came in, was promised and was paid stands on the ledger in pence."""

    title = Bilingual(models.CharField, max_length=120)
    purpose = Bilingual(models.TextField, max_length=1000)
    conditions = Bilingual(models.TextField, max_length=1000)
    giver = HubForeignKey(Organisation, related_name="+")
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    pence = models.BigIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    gives_small_grants = models.BooleanField(default=False)
    account = HubForeignKey(Account, related_name="+")  # what is in it and not promised
    by = HubForeignKey(Member, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    giver_id: UUID
    initiative_id: UUID | None
    account_id: UUID
    commitments: Any
    title_en: str
    purpose_en: str

    objects: ClassVar["FundManager[Self]"] = FundManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_fund_request_uq"),
            models.UniqueConstraint(fields=["hub", "account"], name="decide_fund_account_uq"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_fund_pence_ck"),
            models.CheckConstraint(
                condition=Q(from_on__lte=F("until_on")), name="decide_fund_days_ck"
            ),
            models.CheckConstraint(
                condition=~Q(title_cy="")
                & ~Q(title_en="")
                & ~Q(purpose_cy="")
                & ~Q(purpose_en="")
                & ~Q(conditions_cy="")
                & ~Q(conditions_en=""),
                name="decide_fund_both_tongues_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "initiative", "id"], name="decide_fund_initiative_ix")
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
