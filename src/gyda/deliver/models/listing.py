"""A listing: what someone offers to their neighbours, or asks of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gyda.deliver.models.category import Category
from gyda.deliver.models.codes import ALL_SLOTS, Access, Care, Day, Part, all_of, chosen, slots
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.member import State as Membership


class Kind(models.TextChoices):
    """Which way the help goes."""

    OFFER = "OFFER", pgettext_lazy("listing", "Offer")
    ASK = "ASK", pgettext_lazy("listing", "Ask")


class Where(models.TextChoices):
    """Where it can happen."""

    PLACE = "PLACE", _("In one village or area")
    HOME = "HOME", _("At the home of the person who is helped")
    ONLINE = "ONLINE", _("Online or by phone")
    ANYWHERE = "ANYWHERE", _("Anywhere in the hub")


class Spoken(models.TextChoices):
    """The language in which two people will talk."""

    CY = "CY", _("Welsh")
    EN = "EN", _("English")
    BOTH = "BOTH", _("Welsh or English")


class State(models.TextChoices):
    """Whether neighbours see it."""

    OPEN = "OPEN", pgettext_lazy("listing", "Open")
    PAUSED = "PAUSED", pgettext_lazy("listing", "Paused")
    CLOSED = "CLOSED", pgettext_lazy("listing", "Closed")


class ListingQuerySet(HubQuerySet["Listing"]):
    """Listings by what may be seen."""

    def shown(self, today: datetime.date) -> "ListingQuerySet":
        """Those that neighbours see: open, in date, by someone who is still a member."""
        return self.filter(state=State.OPEN, expires_on__gte=today, member__state=Membership.ACTIVE)


ListingManager = HubManager.from_queryset(ListingQuerySet)


class Listing(HubModel):
    """In its member's own words and language; time and help only, never goods."""

    kind = models.CharField(max_length=5, choices=Kind)
    member = HubForeignKey(Member, related_name="listings")
    entered_by = HubForeignKey(Member, related_name="+")  # the member, or who acted for them
    category = HubForeignKey(Category, related_name="listings")
    title = models.CharField(max_length=100)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=[("cy", "Cymraeg"), ("en", "English")])
    where = models.CharField(max_length=8, choices=Where)
    place = models.CharField(max_length=60, blank=True)
    times = models.PositiveIntegerField(default=0)  # bits of codes.slot; 0: to be agreed
    when_words = models.CharField(max_length=120, blank=True)
    by_on = models.DateField(null=True, blank=True)
    spoken = models.CharField(max_length=4, choices=Spoken, default=Spoken.BOTH)
    access = models.PositiveSmallIntegerField(default=0)  # bits of codes.Access
    care = models.PositiveSmallIntegerField(default=0)  # bits of codes.Care
    minutes = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    expires_on = models.DateField()
    reminded_on = models.DateField(null=True, blank=True)
    form_key = models.UUIDField(null=True, editable=False)  # a form sent twice makes one listing
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar["ListingManager[Self]"] = ListingManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "form_key"], name="deliver_listing_once_uq"
            ),
            models.CheckConstraint(
                condition=Q(where=Where.PLACE) | Q(place=""), name="deliver_listing_place_ck"
            ),
            models.CheckConstraint(
                condition=~Q(title="") | Q(state=State.CLOSED), name="deliver_listing_title_ck"
            ),
            models.CheckConstraint(
                condition=Q(times__lte=ALL_SLOTS)
                & Q(access__lte=all_of(Access))
                & Q(care__lte=all_of(Care)),
                name="deliver_listing_codes_ck",
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gt=0),
                name="deliver_listing_minutes_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "id"], name="deliver_listing_shown_ix"),
            models.Index(
                fields=["hub", "category", "state", "id"], name="deliver_listing_shelf_ix"
            ),
            models.Index(fields=["hub", "member", "id"], name="deliver_listing_member_ix"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_offer(self) -> bool:
        return self.kind == Kind.OFFER

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def week(self) -> list[tuple[Day, list[Part]]]:
        """The days that suit, each with its parts of the day."""
        return slots(self.times)

    @property
    def access_choices(self) -> list[Access]:
        return chosen(Access, self.access)

    @property
    def care_choices(self) -> list[Care]:
        return chosen(Care, self.care)
