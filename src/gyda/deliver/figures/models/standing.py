"""How each member stood when last counted: what the lists of people behind the figures read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

RING = 60  # months: a month has its bit until the same month of five years later takes it


def bit_of(month: datetime.date) -> int:
    """Return the bit that stands for a month.

    >>> bit_of(datetime.date(2026, 11, 1)) == bit_of(datetime.date(2021, 11, 1))
    True
    >>> bit_of(datetime.date(2026, 12, 1)) == 2 * bit_of(datetime.date(2026, 11, 1))
    True
    """
    return int(1 << (month.year * 12 + month.month - 1) % RING)


class Standing(HubModel):
    """One row a member, in the bands of the twelve months that were counted last."""

    member = HubForeignKey(Member, related_name="+")
    took_part = models.CharField(max_length=13, blank=True)  # only_gave, both, only_received
    partners = models.CharField(max_length=4, blank=True)  # with so many others
    quiet = models.CharField(max_length=5, blank=True)  # when they last moved hours
    months = models.BigIntegerField(default=0)  # in which they were active: a ring of bits

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member"], name="deliver_standing_member_uq"),
            models.CheckConstraint(
                condition=Q(months__gte=0, months__lt=1 << RING), name="deliver_standing_months_ck"
            ),
        ]
