"""Spare places: what a venue has room for, and each time that it has."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.codes import Access, all_of
from gyda.deliver.venues.models.venue import Venue
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class SparePlace(HubModel):
    """Seats at the matinee, lanes in the pool: once, or every week."""

    venue = HubForeignKey(Venue, related_name="+")
    title = Bilingual(models.CharField, max_length=120)
    about = Bilingual(models.TextField, blank=True)
    for_whom = Bilingual(models.CharField, max_length=200, blank=True)
    price_minutes = models.PositiveIntegerField()
    places = models.PositiveSmallIntegerField()  # each time
    most_each = models.PositiveSmallIntegerField(default=4)  # that one person may book at a time
    access = models.PositiveSmallIntegerField(default=0)  # what there is, see codes.Access
    starts_at = models.DateTimeField()  # the first time
    lasts_minutes = models.PositiveIntegerField()
    is_weekly = models.BooleanField(default=False)
    last_on = models.DateField(null=True, blank=True)  # of a weekly one
    ended_at = models.DateTimeField(null=True, blank=True)
    put_up_by = HubForeignKey(Member, related_name="+")
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_spareplace_request_uq"
            ),
            models.CheckConstraint(
                condition=Q(price_minutes__gt=0, places__gt=0, most_each__gt=0, lasts_minutes__gt=0)
                & Q(access__lte=all_of(Access)),
                name="deliver_spareplace_sizes_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "venue", "id"], name="deliver_spareplace_venue_ix")]

    def __str__(self) -> str:
        return str(self.title)


class OccasionState(models.TextChoices):
    """Whether one can still book."""

    OPEN = "OPEN", _("open")
    CLOSED = "CLOSED", _("no more bookings")
    CANCELLED = "CANCELLED", _("Cancelled")


class Occasion(HubModel):
    """One time; the count of places taken is kept in the row, so that none is given twice."""

    spare = HubForeignKey(SparePlace, related_name="occasions")
    venue = HubForeignKey(Venue, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=9, choices=OccasionState, default=OccasionState.OPEN)
    because = Bilingual(models.CharField, max_length=300, blank=True)  # why it is cancelled

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "spare", "starts_at"], name="deliver_occasion_time_uq"
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")), name="deliver_occasion_room_ck"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="deliver_occasion_times_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "starts_at"], name="deliver_occasion_coming_ix"),
            models.Index(fields=["hub", "venue", "starts_at"], name="deliver_occasion_venue_ix"),
        ]

    @property
    def left(self) -> int:
        return int(self.places - self.taken)

    def has_begun(self, now: datetime.datetime) -> bool:
        return bool(self.starts_at <= now)
