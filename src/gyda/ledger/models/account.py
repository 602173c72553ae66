"""An account: one owner, one unit, a balance that the database keeps within its limits."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.ledger.models.limits import LimitGroup
from gyda.ledger.models.units import HUBS_OWN, Kind, Unit

OWNER_FITS = (
    Q(kind=Kind.MEMBER, member__isnull=False, organisation__isnull=True)
    | Q(kind=Kind.ORGANISATION, member__isnull=True, organisation__isnull=False)
    | Q(kind__in=HUBS_OWN, member__isnull=True, organisation__isnull=True)
)
ABOVE_FLOOR = Q(floor__isnull=True) | Q(floor__lte=F("balance") - F("held"))
BELOW_CEILING = Q(ceiling__isnull=True) | Q(ceiling__gte=F("balance") + F("due"))
# A tightened limit binds as far as the balance allows: floor <= goal and ceiling >= goal.
GOALS = (
    Q(floor__isnull=True, floor_goal__isnull=True)
    | Q(floor__isnull=False, floor_goal__isnull=False, floor__lte=F("floor_goal"))
) & (
    Q(ceiling__isnull=True, ceiling_goal__isnull=True)
    | Q(ceiling__isnull=False, ceiling_goal__isnull=False, ceiling__gte=F("ceiling_goal"))
)
EMPTY = Q(balance=0, held=0, due=0, lanes=0)


class Account(HubModel):
    """balance = what came in less what went out, plus what its lanes hold (see Lane).

    The giver of hours is credited: a member above nothing has given more than they received.
    """

    unit = models.CharField(max_length=7, choices=Unit)
    kind = models.CharField(max_length=12, choices=Kind)
    member = HubForeignKey("people.Member", null=True, related_name="+")
    organisation = HubForeignKey("people.Organisation", null=True, related_name="+")
    balance = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)  # promised to others by holds, still in the balance
    due = models.BigIntegerField(default=0)  # promised to this account, not yet in the balance
    floor = models.BigIntegerField(null=True)
    ceiling = models.BigIntegerField(null=True)
    soft_floor = models.BigIntegerField(null=True)
    soft_ceiling = models.BigIntegerField(null=True)
    floor_goal = models.BigIntegerField(null=True)  # what was decided; floor follows when it can
    ceiling_goal = models.BigIntegerField(null=True)
    limits = HubForeignKey(LimitGroup, null=True, related_name="+")  # null: limits of its own
    lanes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "unit"], name="ledger_account_member_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "organisation", "unit"], name="ledger_account_organisation_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "kind", "unit"],
                condition=Q(kind__in=HUBS_OWN),
                name="ledger_account_hubs_own_uq",
            ),
            models.CheckConstraint(condition=OWNER_FITS, name="ledger_account_owner_ck"),
            models.CheckConstraint(
                condition=Q(unit__in=Unit.values), name="ledger_account_unit_ck"
            ),
            models.CheckConstraint(condition=ABOVE_FLOOR, name="ledger_account_floor_ck"),
            models.CheckConstraint(condition=BELOW_CEILING, name="ledger_account_ceiling_ck"),
            models.CheckConstraint(condition=GOALS, name="ledger_account_goals_ck"),
            models.CheckConstraint(
                condition=Q(held__gte=0, due__gte=0) | Q(lanes__gt=0, held__gte=0),
                name="ledger_account_holds_ck",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.ISSUE) | Q(floor__isnull=False),
                name="ledger_account_has_floor_ck",
            ),
            models.CheckConstraint(
                condition=Q(lanes=0) | Q(ceiling__isnull=True), name="ledger_account_lanes_ck"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | EMPTY, name="ledger_account_closed_ck"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.unit} {self.id}"
