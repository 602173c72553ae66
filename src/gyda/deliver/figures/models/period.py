"""A stretch of time, and how people took part in it: counted once it is over, and kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel


class Grain(models.TextChoices):
    """What a period is for."""

    MONTH = "MONTH"  # a month, to the minute: for connectors
    YEAR = "YEAR"  # the twelve months that end with one: for connectors
    RUN = "RUN"  # one or more whole months with enough people in them: for everyone
    SEASON = "SEASON"  # the runs that end in one quarter of a year: for everyone


class Period(HubModel):
    """Numbers are exact. What of them may be published is decided when they are shown."""

    grain = models.CharField(max_length=6, choices=Grain)
    first = models.DateField()
    end = models.DateField()  # the first day after
    counted_at = models.DateTimeField()
    is_closed = models.BooleanField()

    members = models.PositiveIntegerField()  # at the end of it
    joined = models.PositiveIntegerField()
    only_gave = models.PositiveIntegerField()
    only_received = models.PositiveIntegerField()
    both = models.PositiveIntegerField()
    neighbour_minutes = models.BigIntegerField()
    neighbour_times = models.IntegerField()
    neighbour_people = models.PositiveIntegerField()
    organised_minutes = models.BigIntegerField()
    organised_times = models.IntegerField()
    organised_people = models.PositiveIntegerField()
    links = models.PositiveIntegerField()
    mutual_links = models.PositiveIntegerField()
    link_minutes = models.BigIntegerField()
    mutual_minutes = models.BigIntegerField()
    half_partners = models.PositiveIntegerField()  # the median, twice, for it may end in a half

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "grain", "first", "end"], name="deliver_period_once_uq"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("first")), name="deliver_period_days_ck"),
            models.CheckConstraint(
                condition=Q(mutual_links__lte=F("links")), name="deliver_period_links_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "grain", "end"], name="deliver_period_end_ix")]

    @property
    def active(self) -> int:
        """Everyone who gave or received."""
        return self.only_gave + self.only_received + self.both

    @property
    def minutes(self) -> int:
        """All time that was given."""
        return self.neighbour_minutes + self.organised_minutes


class Sort(models.TextChoices):
    """By what the parts of a period are told apart."""

    KIND = "KIND"  # of help: the id of a category, or how it was organised
    PLACE = "PLACE"  # where those live who gave
    FIFTH = "FIFTH"  # of areas, from the most deprived; of everyone active
    PARTNERS = "PARTNERS"  # with so many different people
    QUIET = "QUIET"  # so many months since members last gave or received


class Part(HubModel):
    """One part of a period."""

    period = HubForeignKey(Period, on_delete=models.CASCADE, related_name="parts")
    sort = models.CharField(max_length=8, choices=Sort)
    key = models.CharField(max_length=80, blank=True)
    people = models.PositiveIntegerField()
    minutes = models.BigIntegerField(default=0)
    times = models.IntegerField(default=0)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "period", "sort", "key"], name="deliver_part_once_uq"
            ),
        ]
