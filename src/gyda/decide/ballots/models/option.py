"""An option: what it costs in money and hours, who gains, who loses, and whether it can be done."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models.ballot import Ballot, Ward
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Standing(models.TextChoices):
    """What became of it before the ballot opened."""

    PUT = "PUT", _("Not checked yet")
    FEASIBLE = "FEASIBLE", _("Can be done")
    NOT_FEASIBLE = "NOT_FEASIBLE", _("Cannot be done")
    MERGED = "MERGED", _("Joined with another")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class OptionQuerySet(HubQuerySet["Option"]):
    """Options by whether one can vote for them."""

    def standing(self) -> "OptionQuerySet":
        return self.filter(state=Standing.FEASIBLE)


OptionManager = HubManager.from_queryset(OptionQuerySet)


class Option(HubModel):
    """One line of the paper. No money is asked for without who gains and who loses by it."""

    ballot = HubForeignKey(Ballot, related_name="options")
    ward = HubForeignKey(Ward, null=True, blank=True, related_name="options")
    number = models.PositiveSmallIntegerField()  # on the paper, and in the published file
    title = Bilingual(models.CharField, max_length=120)
    summary = Bilingual(models.TextField, max_length=1000)
    gains = Bilingual(models.TextField, max_length=500)
    loses = Bilingual(models.TextField, max_length=500)
    pence = models.PositiveBigIntegerField()
    minutes = models.PositiveIntegerField(default=0)  # of people's time, besides the money
    rivals = models.PositiveSmallIntegerField(null=True, blank=True)  # of one group one can win
    source = models.CharField(max_length=20, blank=True)  # design.version, need.idea
    source_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=Standing, default=Standing.PUT)
    because = Bilingual(models.TextField, max_length=500, blank=True)
    judged_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    merged_into = HubForeignKey("self", null=True, blank=True, related_name="merged")
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    origin: Any = None  # put there by `sources.with_origins` for a page

    objects: ClassVar["OptionManager[Self]"] = OptionManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "ballot", "number"], name="decide_option_number_uq"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_option_cost_ck"),
            models.CheckConstraint(
                condition=~Q(title_cy="")
                & ~Q(title_en="")
                & ~Q(gains_cy="")
                & ~Q(gains_en="")
                & ~Q(loses_cy="")
                & ~Q(loses_en=""),
                name="decide_option_who_gains_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=Standing.NOT_FEASIBLE) | (~Q(because_cy="") & ~Q(because_en="")),
                name="decide_option_reason_ck",
            ),
            models.CheckConstraint(
                condition=Q(state=Standing.MERGED, merged_into__isnull=False)
                | (~Q(state=Standing.MERGED) & Q(merged_into__isnull=True)),
                name="decide_option_merged_ck",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="decide_option_itself_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "source_id"], name="decide_option_source_ix")]

    def __str__(self) -> str:
        return str(self.title)
