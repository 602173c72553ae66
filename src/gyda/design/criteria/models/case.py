"""A decision on a person's case by the version that held that day, and the appeal against it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from gyda.design.criteria.models.version import Outcome, RuleVersion
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language

FINAL = [(one.value, one.label) for one in (Outcome.ELIGIBLE, Outcome.NOT)]


class CaseQuerySet(HubQuerySet["Case"]):
    """Decisions by how they stand."""

    def appealed(self) -> "CaseQuerySet":
        return self.filter(appeals__isnull=False, appeals__decided_at__isnull=True)


CaseManager = HubManager.from_queryset(CaseQuerySet)


class Case(HubModel):
    """`said` is what the table says, `outcome` what holds; where it left the choice to a person,
    their reason stands beside it. `facts` are forgotten when their time is over.
    """

    version = HubForeignKey(RuleVersion, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    facts = models.JSONField(null=True, blank=True)
    said = models.CharField(max_length=8, choices=Outcome)
    rules = models.JSONField(default=list, blank=True)  # codes of those it rests on
    outcome = models.CharField(max_length=8, choices=FINAL)
    reason = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    is_basic = models.BooleanField(default=False)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    decided_on = models.DateField()
    forget_on = models.DateField()
    request_key = models.UUIDField(null=True, blank=True)

    version_id: UUID
    member_id: UUID | None
    by_id: UUID

    objects: ClassVar["CaseManager[Self]"] = CaseManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="design_case_request_uq"),
            models.CheckConstraint(
                condition=~Q(is_basic=True, outcome="NOT"), name="design_case_floor_ck"
            ),
            models.CheckConstraint(
                condition=Q(said="PERSON") & ~Q(reason="") | Q(said=F("outcome")),
                name="design_case_reason_ck",
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=True) | ~Q(member=F("by")), name="design_case_not_own_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "version", "id"], name="design_case_version_ix"),
            models.Index(fields=["hub", "member", "id"], name="design_case_member_ix"),
            models.Index(
                fields=["hub", "forget_on"],
                condition=Q(facts__isnull=False),
                name="design_case_forget_ix",
            ),
        ]

    @property
    def is_refused(self) -> bool:
        return self.outcome == Outcome.NOT


class Appeal(HubModel):
    """A second look, by someone else (`by` is not `first_by`), with the version of that day."""

    case = HubForeignKey(Case, related_name="appeals")
    words = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()
    first_by = HubForeignKey(Member, related_name="+")
    facts = models.JSONField(null=True, blank=True)  # as the second look found them
    said = models.CharField(max_length=8, choices=Outcome, blank=True)
    rules = models.JSONField(default=list, blank=True)
    outcome = models.CharField(max_length=8, choices=FINAL, blank=True)
    reason = models.TextField(max_length=2000, blank=True)
    reason_language = models.CharField(max_length=2, choices=Language, blank=True)
    is_basic = models.BooleanField(default=False)
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    by_id: UUID | None
    first_by_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "case"], name="design_appeal_case_uq"),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, by__isnull=True, outcome="")
                | (
                    Q(decided_at__isnull=False, by__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(reason="")
                    & ~Q(by=F("first_by"))
                ),
                name="design_appeal_someone_else_ck",
            ),
            models.CheckConstraint(
                condition=~Q(is_basic=True, outcome="NOT"), name="design_appeal_floor_ck"
            ),
        ]
