"""An account: one owner, one unit, and the limits that were decided for it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.ledger.models.limits import LIMITS_IN_ORDER, LimitGroup
from gyda.ledger.models.units import (
    HUBS_OWN,
    OF_FUNDS,
    ORGANISATIONS,
    WITHOUT_FLOOR,
    Kind,
    Unit,
)

NOBODY = {"member__isnull": True, "organisation__isnull": True, "partner__isnull": True}
OWNER_FITS = (
    Q(**(NOBODY | {"kind": Kind.MEMBER, "member__isnull": False}))
    | Q(**(NOBODY | {"kind__in": ORGANISATIONS, "organisation__isnull": False}))
    | Q(**(NOBODY | {"kind": Kind.PARTNER, "partner__isnull": False}))
    | Q(**(NOBODY | {"kind__in": HUBS_OWN}))
    | Q(**(NOBODY | {"kind__in": OF_FUNDS, "unit": Unit.PENCE}))
)


class Account(HubModel):
    """What lies in it is in its pockets. The giver of hours is credited: a member above nothing
    has given more than they received.

    The pockets keep floor and ceiling; where these were tightened beyond what the balance
    allows, the pocket's limit follows as soon as it can.
    """

    unit = models.CharField(max_length=7, choices=Unit)
    kind = models.CharField(max_length=12, choices=Kind)
    member = HubForeignKey("people.Member", null=True, related_name="+")
    organisation = HubForeignKey("people.Organisation", null=True, related_name="+")
    # Hubs are rows of no hub: a plain link, as to persons.
    partner = models.ForeignKey(
        "people.Hub", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    limits = HubForeignKey(LimitGroup, null=True, related_name="+")  # null: limits of its own
    floor = models.BigIntegerField(null=True)
    soft_floor = models.BigIntegerField(null=True)
    soft_ceiling = models.BigIntegerField(null=True)
    ceiling = models.BigIntegerField(null=True)
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
                fields=["hub", "organisation", "kind", "unit"],
                name="ledger_account_organisation_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "partner", "unit"], name="ledger_account_partner_uq"
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
            models.CheckConstraint(condition=LIMITS_IN_ORDER, name="ledger_account_order_ck"),
            models.CheckConstraint(
                condition=Q(kind__in=WITHOUT_FLOOR) | Q(floor__isnull=False),
                name="ledger_account_has_floor_ck",
            ),
            models.CheckConstraint(
                condition=Q(lanes=0) | Q(ceiling__isnull=True, closed_at__isnull=True),
                name="ledger_account_lanes_ck",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.unit} {self.id}"
