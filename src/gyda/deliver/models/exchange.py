"""An exchange: hours given by one member and received by another."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.category import Category
from gyda.deliver.models.listing import Listing
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class State(models.TextChoices):
    """Where an exchange stands."""

    PROPOSED = "PROPOSED", _("Proposed")
    AGREED = "AGREED", _("Agreed")
    DONE = "DONE", _("Done")
    DIFFERING = "DIFFERING", _("Hours differ")
    CONFIRMED = "CONFIRMED", _("Confirmed")
    THANKED = "THANKED", _("Thanked")
    DECLINED = "DECLINED", _("Declined")
    CANCELLED = "CANCELLED", _("Cancelled")
    LAPSED = "LAPSED", _("Lapsed")
    REVERSED = "REVERSED", _("Taken back")


class Entry(models.TextChoices):
    """How both said yes to hours that a connector writes down for them."""

    PAPER = "PAPER", _("on signed paper")
    SPOKEN = "SPOKEN", _("in person, by word")
    PHONE = "PHONE", _("on the phone")
    CONSENT = "CONSENT", _("I hold their consent to act for them")


OPEN = (State.PROPOSED, State.AGREED, State.DONE, State.DIFFERING)
PAID = (State.CONFIRMED, State.THANKED, State.REVERSED)
MOST_MINUTES = 6000  # 100 hours in one go is a slip of the pen


class ExchangeQuerySet(HubQuerySet["Exchange"]):
    """Exchanges by whose they are and how they stand."""

    def of(self, member: Member) -> "ExchangeQuerySet":
        return self.filter(Q(giver=member) | Q(receiver=member))

    def open(self) -> "ExchangeQuerySet":
        return self.filter(state__in=OPEN)

    def with_people(self) -> "ExchangeQuerySet":
        return self.select_related("giver__person", "receiver__person", "category", "listing")


ExchangeManager = HubManager.from_queryset(ExchangeQuerySet)


class Exchange(HubModel):
    """What two members agree on, do, confirm and thank for."""

    giver = HubForeignKey(Member, related_name="+")
    receiver = HubForeignKey(Member, related_name="+")
    listing = HubForeignKey(Listing, null=True, blank=True, related_name="exchanges")
    category = HubForeignKey(Category, null=True, blank=True, related_name="+")

    what = models.CharField(max_length=500)
    language = models.CharField(max_length=2, choices=Language)
    place = models.CharField(max_length=200, blank=True)
    when_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveIntegerField()  # as expected
    terms_by = HubForeignKey(Member, related_name="+")  # who put them forward last

    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    state_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    lapses_at = models.DateTimeField(null=True, blank=True)
    remind_at = models.DateTimeField(null=True, blank=True)

    giver_said = models.PositiveIntegerField(null=True, blank=True)
    receiver_said = models.PositiveIntegerField(null=True, blank=True)
    handed_at = models.DateTimeField(null=True, blank=True)  # to a connector, who decides
    decided_by = HubForeignKey(Member, null=True, related_name="+")  # the connector, if one did
    settled_minutes = models.PositiveIntegerField(null=True, blank=True)
    transfer_id = models.UUIDField(null=True, blank=True)
    reversal_id = models.UUIDField(null=True, blank=True)

    entry = models.CharField(max_length=7, choices=Entry, blank=True)
    request_key = models.UUIDField(null=True, blank=True)  # a form sent twice stores once

    objects: ClassVar["ExchangeManager[Self]"] = ExchangeManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_exchange_request_uq"
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="deliver_exchange_two_people_ck"
            ),
            models.CheckConstraint(
                condition=Q(terms_by=F("giver")) | Q(terms_by=F("receiver")),
                name="deliver_exchange_terms_by_a_party_ck",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, minutes__lte=MOST_MINUTES),
                name="deliver_exchange_minutes_ck",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=PAID, transfer_id__isnull=False, settled_minutes__gt=0)
                    & (
                        Q(decided_by__isnull=False)
                        | Q(giver_said=F("settled_minutes"), receiver_said=F("settled_minutes"))
                    )
                )
                | (~Q(state__in=PAID) & Q(transfer_id__isnull=True, settled_minutes__isnull=True)),
                name="deliver_exchange_paid_when_both_said_ck",
            ),
            models.CheckConstraint(
                condition=Q(state=State.REVERSED, reversal_id__isnull=False)
                | (~Q(state=State.REVERSED) & Q(reversal_id__isnull=True)),
                name="deliver_exchange_reversed_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.PROPOSED, State.AGREED])
                | Q(giver_said__isnull=True, receiver_said__isnull=True),
                name="deliver_exchange_hours_after_done_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DONE)
                | Q(giver_said__isnull=True, receiver_said__isnull=False)
                | Q(giver_said__isnull=False, receiver_said__isnull=True),
                name="deliver_exchange_done_one_said_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DIFFERING)
                | (
                    Q(giver_said__isnull=False, receiver_said__isnull=False)
                    & ~Q(giver_said=F("receiver_said"))
                ),
                name="deliver_exchange_differing_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "giver", "id"], name="deliver_exchange_giver_ix"),
            models.Index(fields=["hub", "receiver", "id"], name="deliver_exchange_receiver_ix"),
            models.Index(fields=["hub", "listing"], name="deliver_exchange_listing_ix"),
            models.Index(fields=["hub", "state", "state_at"], name="deliver_exchange_state_ix"),
            models.Index(fields=["hub", "lapses_at"], name="deliver_exchange_lapses_ix"),
            models.Index(fields=["hub", "remind_at"], name="deliver_exchange_remind_ix"),
            models.Index(fields=["hub", "transfer_id"], name="deliver_exchange_transfer_ix"),
        ]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def answerer_id(self) -> UUID:
        """Who has to answer the proposal."""
        return self.receiver_id if self.terms_by_id == self.giver_id else self.giver_id

    def has(self, member: Member) -> bool:
        """Tell whether this member is one of the two."""
        return member.id in (self.giver_id, self.receiver_id)

    def other(self, member: Member) -> Member:
        """Return the other party."""
        other: Member = self.receiver if member.id == self.giver_id else self.giver
        return other

    def said_by(self, member: Member) -> int | None:
        """Return the minutes that this party says."""
        return self.giver_said if member.id == self.giver_id else self.receiver_said
