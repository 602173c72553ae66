"""A small grant: asked for in two minutes, answered with a reason."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models.commitment import Commitment
from gyda.decide.funds.models.fund import Fund
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class GrantState(models.TextChoices):
    """How far it has come."""

    ASKED = "ASKED", _("asked for")
    ONE_YES = "ONE_YES", _("one yes; a second is needed")
    GRANTED = "GRANTED", _("granted")
    REFUSED = "REFUSED", _("not granted")
    WITHDRAWN = "WITHDRAWN", _("taken back")


OPEN = (GrantState.ASKED, GrantState.ONE_YES)
ANSWERED = (GrantState.GRANTED, GrantState.REFUSED)


class SmallGrantQuerySet(HubQuerySet["SmallGrant"]):
    """Small grants by how far they are."""

    def waiting(self) -> "SmallGrantQuerySet":
        return self.filter(state__in=OPEN)


SmallGrantManager = HubManager.from_queryset(SmallGrantQuerySet)


class SmallGrant(HubModel):
    """The asker's own words are for those who decide; `line` is what everyone reads."""

    fund = HubForeignKey(Fund, related_name="grants")
    member = HubForeignKey(Member, related_name="+")
    group = models.CharField(max_length=120, blank=True)  # public: who is paid instead
    what = models.CharField(max_length=160, blank=True)  # empty once its asker is erased
    gains = models.TextField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    pence = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=GrantState, default=GrantState.ASKED)
    line = Bilingual(models.CharField, max_length=160, blank=True)
    reason = Bilingual(models.TextField, max_length=500, blank=True)
    first_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    second_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    decision = HubForeignKey("decide.Decision", null=True, blank=True, related_name="+")
    commitment = HubForeignKey(Commitment, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    fund_id: UUID
    member_id: UUID
    first_by_id: UUID | None
    second_by_id: UUID | None
    decision_id: UUID | None
    commitment_id: UUID | None

    objects: ClassVar["SmallGrantManager[Self]"] = SmallGrantManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="decide_smallgrant_request_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "commitment"], name="decide_smallgrant_commitment_uq"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_smallgrant_pence_ck"),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, settled_at__isnull=True)
                | (~Q(state__in=OPEN) & Q(settled_at__isnull=False)),
                name="decide_smallgrant_settled_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ANSWERED) | (~Q(reason_cy="") & ~Q(reason_en="")),
                name="decide_smallgrant_reason_ck",
            ),
            models.CheckConstraint(
                condition=(Q(first_by__isnull=True) | ~Q(first_by=F("member")))
                & (Q(second_by__isnull=True) | ~Q(second_by=F("member"))),
                name="decide_smallgrant_not_oneself_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=GrantState.GRANTED)
                | (
                    Q(commitment__isnull=False)
                    & (
                        Q(decision__isnull=False)
                        | (
                            Q(first_by__isnull=False, second_by__isnull=False)
                            & ~Q(first_by=F("second_by"))
                        )
                    )
                ),
                name="decide_smallgrant_by_two_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "fund", "id"], name="decide_smallgrant_fund_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_smallgrant_member_ix"),
        ]

    def __str__(self) -> str:
        return self.what
