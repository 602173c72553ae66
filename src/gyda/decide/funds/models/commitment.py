"""A commitment: money of a fund, promised to one payee by a decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models.bid import Bid
from gyda.decide.funds.models.fund import Fund
from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.ledger.models import Account
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual


class Payee(models.TextChoices):
    """Who is paid."""

    ORGANISATION = "ORGANISATION", _("An organisation of this hub")
    MEMBER = "MEMBER", _("A member of this hub")
    BODY = "BODY", _("A business or group outside")
    PERSON = "PERSON", _("A person outside")


IN_PUBLIC = (Payee.ORGANISATION, Payee.BODY)
PERSONS = (Payee.MEMBER, Payee.PERSON)
PAYEE_FITS = (
    Q(payee=Payee.ORGANISATION, organisation__isnull=False, member__isnull=True, name="")
    | Q(payee=Payee.MEMBER, organisation__isnull=True, member__isnull=False, name="")
    | (Q(payee__in=(Payee.BODY, Payee.PERSON), organisation=None, member=None) & ~Q(name=""))
)


class CommitmentQuerySet(HubQuerySet["Commitment"]):
    """Commitments with what their pages say of them."""

    def with_all(self) -> "CommitmentQuerySet":
        return self.select_related(
            "fund", "fund__giver", "organisation", "member", "decision", "initiative", "bid"
        )


CommitmentManager = HubManager.from_queryset(CommitmentQuerySet)


class Commitment(HubModel):
    """What is promised and not paid lies in an account of its own, never below nothing."""

    fund = HubForeignKey(Fund, related_name="commitments")
    title = Bilingual(models.CharField, max_length=160)
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    decision = HubForeignKey("decide.Decision", null=True, blank=True, related_name="+")
    bid = HubForeignKey(Bid, null=True, blank=True, related_name="commitments")
    is_small_grant = models.BooleanField(default=False)
    payee = models.CharField(max_length=12, choices=Payee)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # of a payee outside
    pence = models.BigIntegerField()
    account = HubForeignKey(Account, related_name="+")
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    fund_id: UUID
    initiative_id: UUID | None
    decision_id: UUID | None
    bid_id: UUID | None
    organisation_id: UUID | None
    member_id: UUID | None
    account_id: UUID
    payments: Any
    title_cy: str
    title_en: str
    movements: Any

    objects: ClassVar["CommitmentManager[Self]"] = CommitmentManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="decide_commitment_request_uq"
            ),
            models.UniqueConstraint(fields=["hub", "account"], name="decide_commitment_account_uq"),
            models.UniqueConstraint(fields=["hub", "bid"], name="decide_commitment_bid_uq"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_commitment_pence_ck"),
            models.CheckConstraint(condition=PAYEE_FITS, name="decide_commitment_payee_ck"),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en=""), name="decide_commitment_title_ck"
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=False) | Q(is_small_grant=True),
                name="decide_commitment_somebody_decided_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "fund", "id"], name="decide_commitment_fund_ix"),
            models.Index(fields=["hub", "decision", "id"], name="decide_commitment_decided_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_commitment_member_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_to_a_person(self) -> bool:
        return self.payee in PERSONS

    @property
    def payee_name(self) -> str:
        """Return who is paid, for those who look after the money."""
        return str(self.organisation or (self.member and self.member.shown_name) or self.name)

    @property
    def public_payee(self) -> str:
        """Return who is paid, for everyone: a person has no name here."""
        return "" if self.is_to_a_person else self.payee_name
