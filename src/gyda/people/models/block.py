"""A block: a member does not want to meet another, and nobody is told."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models.member import Member


class Block(HubModel):
    """Silent, and for both: neither is brought together with the other."""

    member = HubForeignKey(Member, related_name="+")
    blocked = HubForeignKey(Member, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "blocked"], name="people_block_pair_uq"
            ),
            models.CheckConstraint(
                condition=~Q(member=F("blocked")), name="people_block_two_persons_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "blocked"], name="people_block_blocked_ix")]

    def __str__(self) -> str:
        return f"{self.id}"
