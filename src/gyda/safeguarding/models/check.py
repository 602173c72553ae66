"""Which task needs which check, and which checks someone holds: never a certificate."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.safeguarding.models.level import Level, Part
from gyda.web.bilingual import Bilingual


class Requirement(HubModel):
    """The hub's own rule: who does this needs that; for all shelves, or for one."""

    part = models.CharField(max_length=9, choices=Part)
    category = HubForeignKey("deliver.Category", null=True, blank=True, related_name="+")
    level = models.CharField(max_length=11, choices=Level)
    because = Bilingual(models.CharField, max_length=200, blank=True)
    set_by = HubForeignKey(Member, related_name="+")
    set_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "part", "level"],
                condition=Q(category__isnull=True),
                name="safeguarding_requirement_all_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "category", "level"], name="safeguarding_requirement_category_uq"
            ),
            models.CheckConstraint(
                condition=Q(category__isnull=True) | Q(part=Part.GIVER),
                name="safeguarding_requirement_category_ck",
            ),
            # The law ties a DBS check to a role: one for everybody who gives time is a blanket.
            models.CheckConstraint(
                condition=~Q(part=Part.GIVER)
                | Q(category__isnull=False)
                | ~Q(level__in=("BASIC", "STANDARD", "ENHANCED", "BARRED")),
                name="safeguarding_requirement_no_blanket_ck",
            ),
            models.CheckConstraint(
                condition=~Q(level=Level.ACCOMPANIED) | Q(part=Part.GIVER),
                name="safeguarding_requirement_company_ck",
            ),
        ]


class CheckQuerySet(HubQuerySet["Check"]):
    """Checks by whether they hold."""

    def standing(self, day: datetime.date) -> "CheckQuerySet":
        valid = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(valid, ended_at__isnull=True)

    def held_on(self, day: datetime.date) -> "CheckQuerySet":
        """Those that counted on a day gone by, whether or not they still do."""
        valid = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        return self.filter(
            valid, Q(ended_at__isnull=True) | Q(ended_at__date__gt=day), seen_on__lte=day
        )


CheckManager = HubManager.from_queryset(CheckQuerySet)


class Check(HubModel):
    """The level, the day, who saw it and until when it counts: that and no more is kept."""

    member = HubForeignKey(Member, related_name="+")
    level = models.CharField(max_length=11, choices=Level)
    seen_on = models.DateField()
    seen_by = HubForeignKey(Member, related_name="+")
    valid_until = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(null=True)  # days ahead of the last reminder

    objects: ClassVar["CheckManager[Self]"] = CheckManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "level"],
                condition=Q(ended_at__isnull=True),
                name="safeguarding_check_one_uq",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("seen_on")),
                name="safeguarding_check_valid_ck",
            ),
            models.CheckConstraint(
                condition=~Q(member=F("seen_by")), name="safeguarding_check_two_persons_ck"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "valid_until"],
                condition=Q(ended_at__isnull=True),
                name="safeguarding_check_ends_ix",
            ),
        ]


class Company(HubModel):
    """A first exchange to which someone goes along: who helps, and who goes with them."""

    exchange = HubForeignKey("deliver.Exchange", related_name="+")
    helper = HubForeignKey(Member, related_name="+")
    companion = HubForeignKey(Member, null=True, related_name="+")
    asked_at = models.DateTimeField()
    named_by = HubForeignKey(Member, null=True, related_name="+")
    named_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        verbose_name_plural = "company"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "exchange"], name="safeguarding_company_exchange_uq"
            ),
            models.CheckConstraint(
                condition=Q(companion__isnull=True) | ~Q(companion=F("helper")),
                name="safeguarding_company_two_ck",
            ),
            models.CheckConstraint(
                condition=Q(companion__isnull=True, named_at__isnull=True, named_by__isnull=True)
                | Q(companion__isnull=False, named_at__isnull=False, named_by__isnull=False),
                name="safeguarding_company_named_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(companion__isnull=True),
                name="safeguarding_company_open_ix",
            )
        ]
