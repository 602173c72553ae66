"""The drawing: who promised what, the work on the lots, and the lot that was drawn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import zlib
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models.panel import Panel
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class PanelPromise(HubModel):
    """A secret whose SHA-256 was published while the pool was open, and which is told later."""

    panel = HubForeignKey(Panel, related_name="promises")
    place = models.PositiveSmallIntegerField()
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    sha256 = models.CharField(max_length=64)
    secret = models.CharField(max_length=200, blank=True)
    promised_at = models.DateTimeField()
    revealed_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel", "place"], name="decide_panelpromise_place_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "panel", "sha256"], name="decide_panelpromise_sha256_uq"
            ),
            models.CheckConstraint(
                condition=Q(secret="", revealed_at__isnull=True)
                | (~Q(secret="") & Q(revealed_at__isnull=False)),
                name="decide_panelpromise_told_ck",
            ),
        ]


class Phase(models.TextChoices):
    """How far the work on the lots is."""

    WAITS = "WAITS", _("Waits for its turn")
    PANELS = "PANELS", _("Looks for panels that keep the quotas")
    CHANCES = "CHANCES", _("Raises the lowest chance as far as it goes")
    LOTTERY = "LOTTERY", _("Looks for a lottery with these chances")
    LOTS = "LOTS", _("Writes equal lots")
    LISTED = "LISTED", _("The lots are published")
    DRAWN = "DRAWN", _("A lot is drawn")
    FAILED = "FAILED", _("No panel keeps these quotas")
    STOPPED = "STOPPED", _("Stopped")


WORKS = ("WAITS", "PANELS", "CHANCES", "LOTTERY", "LOTS")


class PanelDraw(HubModel):
    """One drawing. `stay` and `left` (numbers) when seats are filled again.

    `missed`: what the search still lacks, in millionths of a seat. `fault`: what clashes and what
    would help, as plain data. `packed`: the proof, as `gyda draw --check` takes it.
    """

    panel = HubForeignKey(Panel, related_name="draws")
    seats = models.PositiveSmallIntegerField()
    lots = models.PositiveIntegerField()
    stay = models.JSONField(default=list)
    left = models.JSONField(default=list)
    changes = models.JSONField(default=list)  # quotas that gave way when seats are filled again
    phase = models.CharField(max_length=7, choices=Phase, default=Phase.WAITS)
    missed = models.PositiveBigIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    fault = models.JSONField(default=dict)
    packed = models.BinaryField(default=bytes)
    sha256 = models.CharField(max_length=64, blank=True)  # of lots.csv
    lowest = models.PositiveIntegerField(null=True)  # lots of who has the fewest, and the most
    highest = models.PositiveIntegerField(null=True)
    unselectable = models.PositiveIntegerField(default=0)
    lot = models.PositiveIntegerField(null=True)  # the number that was drawn
    drawn_with = models.CharField(max_length=200, blank=True)  # dice, or what the source said
    asked_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    drawn_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)

    panel_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "panel"],
                condition=Q(phase__in=[*WORKS, "LISTED"]),
                name="decide_paneldraw_one_at_a_time_uq",
            ),
            models.CheckConstraint(
                condition=Q(phase="DRAWN", lot__isnull=False, drawn_at__isnull=False)
                | (~Q(phase="DRAWN") & Q(lot__isnull=True, drawn_at__isnull=True)),
                name="decide_paneldraw_drawn_ck",
            ),
            models.CheckConstraint(
                condition=~Q(phase__in=["LISTED", "DRAWN"]) | ~Q(sha256=""),
                name="decide_paneldraw_listed_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "panel", "id"], name="decide_paneldraw_ix"),
            models.Index(
                fields=["hub", "id"],
                condition=Q(phase__in=WORKS),
                name="decide_paneldraw_works_ix",
            ),
        ]

    @property
    def works(self) -> bool:
        """Whether the lots are still being made."""
        return self.phase in WORKS

    @property
    def is_listed(self) -> bool:
        return self.phase == Phase.LISTED

    @property
    def is_drawn(self) -> bool:
        return self.phase == Phase.DRAWN

    @property
    def again(self) -> bool:
        """Whether it fills seats of a panel that sits."""
        return bool(self.left)

    def proof(self) -> dict[str, Any]:
        """Return the proof; nothing while there is none."""
        found: dict[str, Any] = json.loads(zlib.decompress(self.packed)) if self.packed else {}
        return found


def packed(proof: dict[str, Any]) -> bytes:
    """Return a proof as it is kept."""
    return zlib.compress(json.dumps(proof).encode(), 6)
