"""What is kept so that people are brought together, and how a hub and its members want it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.deliver.models.listing import Listing
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

MOST_A_WEEK = 10
FARTHEST = 100  # kilometres


class MatchRules(HubModel):
    """How this hub brings people together: one row; a hub without it lives by the defaults."""

    is_on = models.BooleanField(default=True)  # asks go out by letter once a week
    most = models.PositiveSmallIntegerField(default=2)  # asks a week for one person
    people = models.PositiveSmallIntegerField(default=3)  # people a week for one ask
    reach_km = models.PositiveSmallIntegerField(default=5)
    young_level = models.CharField(max_length=11, blank=True)  # a level of gyda.safeguarding

    class Meta(HubModel.Meta):
        verbose_name_plural = "match rules"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="deliver_matchrules_hub_uq"),
            models.CheckConstraint(
                condition=Q(most__lte=MOST_A_WEEK, people__gte=1, people__lte=MOST_A_WEEK)
                & Q(reach_km__gte=1, reach_km__lte=FARTHEST),
                name="deliver_matchrules_sizes_ck",
            ),
        ]


class MatchWish(HubModel):
    """How one member wants to be asked: nobody else sees it."""

    member = HubForeignKey(Member, related_name="+")
    most = models.PositiveSmallIntegerField(null=True, blank=True)  # 0: do not ask me
    reach_km = models.PositiveSmallIntegerField(null=True, blank=True)
    is_young = models.BooleanField(default=False)  # under 18; no day of birth is kept

    class Meta(HubModel.Meta):
        verbose_name_plural = "match wishes"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="deliver_matchwish_member_uq"),
            models.CheckConstraint(
                condition=(Q(most__isnull=True) | Q(most__lte=MOST_A_WEEK))
                & (Q(reach_km__isnull=True) | Q(reach_km__lte=FARTHEST)),
                name="deliver_matchwish_sizes_ck",
            ),
        ]


class Suggestion(HubModel):
    """An ask that was brought to someone, by the week's matching or by a connector."""

    ask = HubForeignKey(Listing, related_name="suggestions")
    offer = HubForeignKey(Listing, related_name="+")
    helper = HubForeignKey(Member, related_name="+")
    by = HubForeignKey(Member, null=True, related_name="+")  # the connector, if one did
    reasons = models.JSONField(default=list)  # codes and numbers
    suggested_at = models.DateTimeField()
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "ask", "helper"], name="deliver_suggestion_once_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "helper", "suggested_at"], name="deliver_suggestion_helper_ix"
            ),
        ]


class MatchWeek(HubModel):
    """A week whose asks have gone out: once, whoever runs the clock."""

    week = models.CharField(max_length=8)  # ISO: 2026-W47
    made_at = models.DateTimeField()
    asks = models.PositiveIntegerField()  # open
    suggestions = models.PositiveIntegerField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "week"], name="deliver_matchweek_once_uq"),
        ]
