"""A version of a set of rules: a draft of which each line can change, then for ever as it was."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.design.criteria.models.rule_set import RuleSet
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class State(models.TextChoices):
    """Where a version stands; whether one that was published holds, its days say."""

    DRAFT = "DRAFT", _("Being drafted")
    PUBLISHED = "PUBLISHED", _("Published")


class Hit(models.TextChoices):
    """What holds where more than one rule fits."""

    FIRST = "FIRST", _("The first one that fits")
    UNIQUE = "UNIQUE", _("Only one may fit")
    COLLECT = "COLLECT", _("All that fit: a person decides before a no, a no before a yes")


class Outcome(models.TextChoices):
    """What becomes of a case."""

    ELIGIBLE = "ELIGIBLE", _("Gets it")
    NOT = "NOT", _("Does not get it")
    PERSON = "PERSON", _("A person decides")


class RuleVersionQuerySet(HubQuerySet["RuleVersion"]):
    """Versions by how they stand."""

    def published(self) -> "RuleVersionQuerySet":
        return self.filter(state=State.PUBLISHED)

    def on(self, day: Any) -> "RuleVersionQuerySet":
        """Those that hold on a day."""
        ended = Q(replaced_on__isnull=False, replaced_on__lte=day)
        return self.published().filter(adopted_on__lte=day, sunset_on__gt=day).exclude(ended)


RuleVersionManager = HubManager.from_queryset(RuleVersionQuerySet)


class RuleVersion(HubModel):
    """`table` and `impact` are written once, on publishing: what a stranger computes with.

    It holds from `adopted_on` to the day before `sunset_on`, or before another takes its place.
    """

    rule_set = HubForeignKey(RuleSet, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    hit = models.CharField(max_length=7, choices=Hit, default=Hit.FIRST)
    otherwise = models.CharField(max_length=8, choices=Outcome, default=Outcome.PERSON)
    is_basic = models.BooleanField(default=False)  # food, warmth or shelter: as the set says
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    table = models.JSONField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    impact = models.JSONField(null=True, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    sunset_on = models.DateField(null=True, blank=True)
    replaced_on = models.DateField(null=True, blank=True)
    published_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    reason = Bilingual(models.TextField, max_length=2000, blank=True)  # why a limit is passed
    signed_by = models.CharField(max_length=120, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_told_at = models.DateTimeField(null=True, blank=True)

    reason_cy: str
    reason_en: str
    rule_set_id: UUID
    facts: Any  # the related managers
    rules: Any
    examples: Any

    objects: ClassVar["RuleVersionManager[Self]"] = RuleVersionManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "rule_set", "number"], name="design_ruleversion_number_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "rule_set"],
                condition=Q(state="DRAFT"),
                name="design_ruleversion_one_draft_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "rule_set"],
                condition=Q(state="PUBLISHED", replaced_on__isnull=True),
                name="design_ruleversion_one_holds_uq",
            ),
            models.CheckConstraint(
                condition=~Q(is_basic=True, otherwise="NOT"), name="design_ruleversion_floor_ck"
            ),
            models.CheckConstraint(
                condition=Q(state="DRAFT", table__isnull=True, published_at__isnull=True)
                | (
                    Q(
                        state="PUBLISHED",
                        table__isnull=False,
                        published_at__isnull=False,
                        adopted_on__isnull=False,
                        sunset_on__gt=F("adopted_on"),
                    )
                    & ~Q(digest="")
                ),
                name="design_ruleversion_published_ck",
            ),
            models.CheckConstraint(
                condition=Q(signed_by="", reason_cy="", reason_en="")
                | (~Q(signed_by="") & ~Q(reason_cy="") & ~Q(reason_en="")),
                name="design_ruleversion_reason_ck",
            ),
            models.CheckConstraint(
                condition=Q(replaced_on__isnull=True) | Q(replaced_on__gte=F("adopted_on")),
                name="design_ruleversion_replaced_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "sunset_on"], name="design_ruleversion_sunset_ix")
        ]

    def __str__(self) -> str:
        return f"{self.rule_set} ({self.number})"

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT
