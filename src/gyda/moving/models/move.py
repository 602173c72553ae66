"""A move: the tables that were sent, what is wrong with them, and how far they were brought in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.moving.sheets.columns import Kind
from gyda.people.models import Member


class State(models.TextChoices):
    """Where a move stands."""

    CHECKED = "CHECKED", _("Looked through; nothing is brought in yet")
    RUNNING = "RUNNING", _("Being brought in")
    DONE = "DONE", _("Brought in")
    DROPPED = "DROPPED", _("Dropped; nothing was brought in")


class Phase(models.TextChoices):
    """What is being brought in; each is finished before the next begins."""

    PEOPLE = "PEOPLE", _("Members")
    LISTINGS = "LISTINGS", _("Offers and asks")
    TRANSFERS = "TRANSFERS", _("Past transfers")
    BALANCES = "BALANCES", _("Balances")
    LIMITS = "LIMITS", _("Limits")
    OVER = "OVER", _("Done")


class Arrival(models.TextChoices):
    """As what people arrive."""

    INVITED = "INVITED", _("Invited: each says yes before they are a member here")
    ACTIVE = "ACTIVE", _("Members: they have agreed to the move")


class Move(HubModel):
    """Started by a steward; the same tables twice find each row where the first time left it."""

    by = HubForeignKey(Member, null=True, related_name="+")  # null: from the command line
    state = models.CharField(max_length=7, choices=State, default=State.CHECKED)
    phase = models.CharField(max_length=9, choices=Phase, default=Phase.PEOPLE)
    arrival = models.CharField(max_length=7, choices=Arrival, default=Arrival.INVITED)
    keeps_good = models.BooleanField(default=False)  # rows with faults stay out, the rest comes in
    on = models.DateField()  # the day on which it was checked: what "today" means, however long
    rows = models.PositiveIntegerField(default=0)
    broken = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub"], condition=Q(state=State.RUNNING), name="moving_move_one_uq"
            ),
            models.CheckConstraint(
                condition=Q(broken__lte=F("rows")), name="moving_move_broken_ck"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(State.CHECKED, State.RUNNING), ended_at__isnull=True)
                | Q(state__in=(State.DONE, State.DROPPED), ended_at__isnull=False),
                name="moving_move_ended_ck",
            ),
        ]

    @property
    def good(self) -> int:
        return self.rows - self.broken

    @property
    def hundredths(self) -> int:
        """How far it has come, of a hundred."""
        return min(100, self.done * 100 // self.rows) if self.rows else 100


class File(HubModel):
    """One table of a move. Its text is kept until it is brought in; then only what stayed out."""

    move = HubForeignKey(Move, related_name="files")
    kind = models.CharField(max_length=13, choices=Kind)
    make = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    rows = models.PositiveIntegerField()
    broken = models.PositiveIntegerField(default=0)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "move", "digest"], name="moving_file_digest_uq"),
        ]


class Fault(HubModel):
    """What is to be mended, or known, about one row."""

    move = HubForeignKey(Move, related_name="faults")
    file = HubForeignKey(File, related_name="faults")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=60, blank=True)
    code = models.CharField(max_length=30)
    values = models.JSONField(default=dict)
    is_note = models.BooleanField(default=False)

    class Meta(HubModel.Meta):
        constraints = [*HubModel.Meta.constraints]
        indexes = [
            models.Index(fields=["hub", "move", "is_note", "id"], name="moving_fault_move_ix"),
            models.Index(fields=["hub", "file", "is_note", "line"], name="moving_fault_file_ix"),
        ]
