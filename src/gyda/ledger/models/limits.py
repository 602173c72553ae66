"""Limit groups: how far below and above nothing the accounts of a group may go."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubModel
from gyda.ledger.models.units import Kind, Unit
from gyda.web.bilingual import Bilingual


def in_order(lower: str, upper: str) -> Q:
    """Say that one limit is not above another, where both are set."""
    return (
        Q(**{f"{lower}__isnull": True})
        | Q(**{f"{upper}__isnull": True})
        | Q(**{f"{lower}__lte": F(upper)})
    )


LIMITS_IN_ORDER = (
    in_order("floor", "soft_floor")
    & in_order("floor", "ceiling")
    & in_order("soft_floor", "soft_ceiling")
    & in_order("soft_ceiling", "ceiling")
)


class LimitGroup(HubModel):
    """The soft limits warn, the hard ones refuse; a new account follows its hub's default group."""

    name = Bilingual(models.CharField, max_length=80)
    unit = models.CharField(max_length=7, choices=Unit)
    kind = models.CharField(max_length=12, choices=Kind)
    is_default = models.BooleanField(default=False)
    floor = models.BigIntegerField()
    soft_floor = models.BigIntegerField(null=True, blank=True)
    soft_ceiling = models.BigIntegerField(null=True, blank=True)
    ceiling = models.BigIntegerField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "unit", "kind"],
                condition=Q(is_default=True),
                name="ledger_limitgroup_default_uq",
            ),
            models.CheckConstraint(condition=LIMITS_IN_ORDER, name="ledger_limitgroup_order_ck"),
            models.CheckConstraint(
                condition=Q(kind__in=[Kind.MEMBER, Kind.ORGANISATION]),
                name="ledger_limitgroup_kind_ck",
            ),
            models.CheckConstraint(
                condition=Q(unit__in=Unit.values), name="ledger_limitgroup_unit_ck"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
