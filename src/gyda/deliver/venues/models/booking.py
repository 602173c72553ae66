"""A booking: hours promised for a place, until someone says what became of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from gyda.deliver.venues.models.rules import NoShow
from gyda.deliver.venues.models.settlement import Settlement
from gyda.deliver.venues.models.spare import Occasion
from gyda.deliver.venues.models.venue import Agreement, Venue
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language


class BookingState(models.TextChoices):
    """Where it stands."""

    BOOKED = "BOOKED", pgettext_lazy("booking", "Booked")
    CAME = "CAME", pgettext_lazy("booking", "Came")
    AWAY = "AWAY", pgettext_lazy("booking", "Did not come")
    CANCELLED = "CANCELLED", pgettext_lazy("booking", "Cancelled")
    LAPSED = "LAPSED", pgettext_lazy("booking", "Nobody said")
    REFUNDED = "REFUNDED", pgettext_lazy("booking", "Hours given back")


HELD = Q(state=BookingState.BOOKED)
UNSPENT = Q(state__in=[BookingState.BOOKED, BookingState.CANCELLED, BookingState.LAPSED])
SPENT = Q(state__in=[BookingState.CAME, BookingState.AWAY], transfer_id__isnull=False)


class Booking(HubModel):
    """The hours are a promise on the ledger, and so is the money that the venue will be owed."""

    occasion = HubForeignKey(Occasion, related_name="bookings")
    venue = HubForeignKey(Venue, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    booked_by = HubForeignKey(Member, related_name="+")
    people = models.PositiveSmallIntegerField(default=1)
    minutes = models.PositiveIntegerField()
    agreement = HubForeignKey(Agreement, null=True, blank=True, related_name="+")
    pence = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=8)
    state = models.CharField(max_length=9, choices=BookingState, default=BookingState.BOOKED)
    state_at = models.DateTimeField()
    no_show = models.CharField(max_length=6, choices=NoShow)  # as it was when they booked
    cancel_until = models.DateTimeField()
    tick_until = models.DateTimeField()  # then the promises run out
    hold_id = models.UUIDField()
    money_hold_id = models.UUIDField(null=True, blank=True)
    transfer_id = models.UUIDField(null=True, blank=True)
    money_id = models.UUIDField(null=True, blank=True)
    reversal_id = models.UUIDField(null=True, blank=True)
    ticked_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    settlement = HubForeignKey(Settlement, null=True, blank=True, related_name="+")
    because = models.CharField(max_length=500, blank=True)  # why the hours went back
    because_language = models.CharField(max_length=2, choices=Language, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)  # "did not come" was wrong
    corrected_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    corrected_because = models.CharField(max_length=500, blank=True)
    corrected_language = models.CharField(max_length=2, choices=Language, blank=True)
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "code"], name="deliver_booking_code_uq"),
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_booking_request_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "occasion", "member"],
                condition=Q(state__in=[BookingState.BOOKED, BookingState.CAME]),
                name="deliver_booking_once_uq",
            ),
            models.CheckConstraint(
                condition=Q(people__gt=0, minutes__gt=0), name="deliver_booking_sizes_ck"
            ),
            models.UniqueConstraint(fields=["hub", "hold_id"], name="deliver_booking_hold_uq"),
            models.CheckConstraint(
                condition=Q(transfer_id__isnull=True, money_id__isnull=True) | ~UNSPENT,
                name="deliver_booking_unspent_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=BookingState.CAME) | Q(transfer_id__isnull=False),
                name="deliver_booking_came_is_spent_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=BookingState.REFUNDED) | Q(reversal_id__isnull=False),
                name="deliver_booking_refund_is_reversal_ck",
            ),
            models.CheckConstraint(
                condition=Q(corrected_at__isnull=True, corrected_by__isnull=True)
                | (
                    Q(state__in=[BookingState.CAME, BookingState.REFUNDED])
                    & Q(corrected_at__isnull=False, corrected_by__isnull=False)
                ),
                name="deliver_booking_corrected_ck",
            ),
            models.CheckConstraint(
                condition=Q(settlement__isnull=True)
                | (SPENT & Q(money_id__isnull=False, reversal_id__isnull=True)),
                name="deliver_booking_settled_is_spent_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="deliver_booking_member_ix"),
            models.Index(fields=["hub", "occasion", "id"], name="deliver_booking_occasion_ix"),
            models.Index(fields=["hub", "venue", "state_at"], name="deliver_booking_venue_ix"),
            models.Index(fields=["hub", "transfer_id"], name="deliver_booking_transfer_ix"),
            models.Index(fields=["hub", "money_id"], name="deliver_booking_money_ix"),
            models.Index(
                fields=["hub", "tick_until"], condition=HELD, name="deliver_booking_waits_ix"
            ),
            models.Index(
                fields=["hub", "agreement", "state_at"],
                condition=Q(settlement__isnull=True, money_id__isnull=False),
                name="deliver_booking_owed_ix",
            ),
        ]

    @property
    def is_spent(self) -> bool:
        """The hours went, and have not come back."""
        return self.transfer_id is not None and self.reversal_id is None

    @property
    def shown_code(self) -> str:
        """The code as it stands on paper, in two halves."""
        return f"{self.code[:4]}-{self.code[4:]}"
