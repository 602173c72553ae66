"""A bid to invest and save: what it costs and brings, year by year, and how it is repaid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.models.fund import Fund
from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual

MOST_YEARS = 60


class LineKind(models.TextChoices):
    """What sort of cost or saving it is."""

    ONE_OFF = "ONE_OFF", _("cost, once")
    RECURRING = "RECURRING", _("cost, every year")
    ACCESS = "ACCESS", _("cost of taking part: expenses, care, interpreters")
    SAVING = "SAVING", _("saving")


class Grade(models.TextChoices):
    """How sure it is, from measured here to a guess."""

    A = "A", _("A: measured in this service")
    B = "B", _("B: measured in a like service")
    C = "C", _("C: from a published study")
    D = "D", _("D: estimated by those who do the work")
    E = "E", _("E: a guess with a reason")
    F = "F", _("F: not known yet")


class Bid(HubModel):
    """Money first, savings later, repaid into the fund so that the next bid can be paid of it."""

    fund = HubForeignKey(Fund, related_name="bids")
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    organisation = HubForeignKey(Organisation, related_name="+")  # which asks, and repays
    title = Bilingual(models.CharField, max_length=120)
    need = Bilingual(models.TextField, max_length=1000)
    nothing = Bilingual(models.TextField, max_length=1000)  # what happens if nothing is done
    risks = Bilingual(models.TextField, max_length=1000)
    owner = models.CharField(max_length=120)  # who sees to it that the savings come
    first_year = models.PositiveSmallIntegerField()
    price_year = models.PositiveSmallIntegerField()
    second_rate = models.PositiveSmallIntegerField()  # hundredths of a per cent
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    fund_id: UUID
    organisation_id: UUID
    lines: Any
    instalments: Any
    commitments: Any

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_bid_request_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="")
                & ~Q(title_en="")
                & ~Q(need_cy="")
                & ~Q(need_en="")
                & ~Q(nothing_cy="")
                & ~Q(nothing_en=""),
                name="decide_bid_both_tongues_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "fund", "id"], name="decide_bid_fund_ix")]

    def __str__(self) -> str:
        return str(self.title)


class BidLine(HubModel):
    """One cost or saving; only what frees cash counts in the sum, the rest stands beside it."""

    bid = HubForeignKey(Bid, related_name="lines")
    kind = models.CharField(max_length=9, choices=LineKind)
    what = Bilingual(models.CharField, max_length=160)
    owner = models.CharField(max_length=120)  # whose budget it is
    is_cash = models.BooleanField()
    grade = models.CharField(max_length=1, choices=Grade)

    bid_id: UUID
    years: Any

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(what_cy="") & ~Q(what_en="") & ~Q(owner=""),
                name="decide_bidline_whole_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "bid", "id"], name="decide_bidline_ix")]


class BidYear(HubModel):
    """What a line comes to in one year; the first is year 0."""

    line = HubForeignKey(BidLine, related_name="years")
    year = models.PositiveSmallIntegerField()
    pence = models.BigIntegerField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "line", "year"], name="decide_bidyear_year_uq"),
            models.CheckConstraint(
                condition=Q(pence__gte=0, year__lt=MOST_YEARS), name="decide_bidyear_ck"
            ),
        ]


class Instalment(HubModel):
    """What is to be repaid by a day; what was repaid stands on the ledger."""

    bid = HubForeignKey(Bid, related_name="instalments")
    due_on = models.DateField()
    pence = models.BigIntegerField()

    bid_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "bid", "due_on"], name="decide_instalment_uq"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_instalment_pence_ck"),
        ]
