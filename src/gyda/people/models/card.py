"""A printed card: a number and a PIN, for those who have neither e-mail nor phone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models.member import Member, State

WRONG_PINS = 5  # after so many a connector makes a new card


class CardQuerySet(HubQuerySet["Card"]):
    """Cards by whether they open the door."""

    def live(self) -> "CardQuerySet":
        return self.filter(ended_at__isnull=True, member__state=State.ACTIVE)


CardManager = HubManager.from_queryset(CardQuerySet)


class Card(HubModel):
    """Opens its own hub only. The PIN is kept as a hash and was readable once, on paper."""

    member = HubForeignKey(Member, related_name="cards")
    number = models.CharField(max_length=12)
    pin = models.CharField(max_length=128)
    wrong = models.PositiveSmallIntegerField(default=0)
    issued_by = HubForeignKey(Member, related_name="+")
    issued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar["CardManager[Self]"] = CardManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "number"], name="people_card_number_uq"),
            models.UniqueConstraint(
                fields=["hub", "member"],
                condition=Q(ended_at__isnull=True),
                name="people_card_one_live_uq",
            ),
            models.CheckConstraint(condition=Q(wrong__lte=WRONG_PINS), name="people_card_wrong_ck"),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(ended_at__isnull=True, wrong__gte=WRONG_PINS),
                name="people_card_locked_ix",
            )
        ]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        """The number in groups of four, as it is printed."""
        return " ".join(self.number[at : at + 4] for at in range(0, 12, 4))

    @property
    def is_locked(self) -> bool:
        return self.wrong >= WRONG_PINS
