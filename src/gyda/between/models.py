"""What each hub keeps of its agreements and of hours that crossed: its own rows, its own book."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Hub, Member


class Pact(HubModel):
    """One hub's side of an agreement: what it says itself, and what it was told the other says.

    Nobody but this hub's stewards changes the first, nothing but the relay the second; the
    agreement stands where both say yes to the same limits.
    """

    partner = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="+", db_index=False)
    ours = models.BooleanField(default=False)  # we say yes
    we_may_owe = models.PositiveIntegerField(default=0)
    they_may_owe = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)  # of what we say
    told = models.PositiveIntegerField(default=0)  # the version that the other hub has
    theirs = models.BooleanField(default=False)  # they say yes, to these limits:
    said_we_may_owe = models.PositiveIntegerField(default=0)
    said_they_may_owe = models.PositiveIntegerField(default=0)
    heard = models.PositiveIntegerField(default=0)  # the version of theirs that we have
    shows_offers = models.BooleanField(default=False)  # members there may read our offers
    changed_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "partner"], name="between_pact_partner_uq"),
            models.CheckConstraint(condition=~Q(hub=F("partner")), name="between_pact_two_ck"),
            models.CheckConstraint(
                condition=Q(told__lte=F("version")), name="between_pact_told_ck"
            ),
        ]

    @property
    def stands(self) -> bool:
        """Both said yes, to the same."""
        same = (self.we_may_owe, self.they_may_owe) == (
            self.said_we_may_owe,
            self.said_they_may_owe,
        )
        return self.ours and self.theirs and same

    @property
    def waits_for_us(self) -> bool:
        """They said yes to something that we did not say yes to."""
        return self.theirs and not self.stands

    @property
    def waits_for_them(self) -> bool:
        return self.ours and not self.stands


class Side(models.TextChoices):
    """Which end of a crossing a row is."""

    OUT = "OUT", _("sent")
    IN = "IN", _("received")


class State(models.TextChoices):
    """OUT: held, then paid or refused. IN: paid or refused, at once and for good."""

    HELD = "HELD", _("On its way")
    PAID = "PAID", _("Done")
    REFUSED = "REFUSED", _("Came back")


class Why(models.TextChoices):
    """What hours cross for."""

    PAYMENT = "PAYMENT", _("Hours to someone of another hub")
    SETTLEMENT = "SETTLEMENT", _("Settled between hubs")


class Reason(models.TextChoices):
    """Why the other hub refused."""

    NONE = "", ""
    NO_PACT = "NO_PACT", _("The hubs have no agreement any more.")
    NOBODY = "NOBODY", _("This person takes no hours any more.")
    LIMIT = "LIMIT", _("One of the limits is reached.")


class Crossing(HubModel):
    """One end of hours that cross from one book to another; both ends have the same key."""

    key = models.UUIDField()
    side = models.CharField(max_length=3, choices=Side)
    why = models.CharField(max_length=10, choices=Why, default=Why.PAYMENT)
    state = models.CharField(max_length=7, choices=State)
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.NONE, blank=True)
    partner = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="+", db_index=False)
    member = HubForeignKey(Member, null=True, related_name="+")  # ours; null: the hub itself
    entered_by = HubForeignKey(Member, null=True, related_name="+")
    other = models.UUIDField(null=True)  # the member there
    other_name = models.CharField(max_length=80, blank=True)
    minutes = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    transfer_id = models.UUIDField(null=True)  # OUT: the hold; IN: the transfer
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "key", "side"], name="between_crossing_key_uq"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="between_crossing_minutes_ck"),
            models.CheckConstraint(
                condition=Q(side=Side.OUT) | ~Q(state=State.HELD), name="between_crossing_in_ck"
            ),
            models.CheckConstraint(
                condition=Q(state=State.REFUSED, side=Side.IN) | Q(transfer_id__isnull=False),
                name="between_crossing_moved_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"], condition=Q(state=State.HELD), name="between_crossing_held_ix"
            ),
            models.Index(fields=["hub", "member", "id"], name="between_crossing_member_ix"),
            models.Index(fields=["hub", "partner", "at"], name="between_crossing_partner_ix"),
            models.Index(fields=["hub", "transfer_id"], name="between_crossing_moved_ix"),
        ]


class Across(HubModel):
    """What members choose: a code by which people of other hubs pay them, and who sees offers."""

    member = HubForeignKey(Member, related_name="+")
    code = models.CharField(max_length=8)
    shows_offers = models.BooleanField(default=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="between_across_member_uq"),
            models.UniqueConstraint(fields=["hub", "code"], name="between_across_code_uq"),
        ]
