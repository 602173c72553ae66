"""Hours that go back to the pot because nobody spent them: told first, then moved, once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class LapseNotice(HubModel):
    """A letter that said: on this day so many of your hours go to the pot, unless you use them."""

    member = HubForeignKey(Member, related_name="+")
    on = models.DateField()
    days = models.PositiveSmallIntegerField()  # before that day
    minutes = models.PositiveIntegerField()
    told_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "on", "days"], name="deliver_lapsenotice_once_uq"
            ),
        ]
        indexes = [models.Index(fields=["hub", "on"], name="deliver_lapsenotice_on_ix")]


class Lapse(HubModel):
    """What went back from one member on one day."""

    member = HubForeignKey(Member, related_name="+")
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    transfer_id = models.UUIDField()
    lapsed_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "member", "on"], name="deliver_lapse_once_uq"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="deliver_lapse_minutes_ck"),
        ]
        indexes = [models.Index(fields=["hub", "on"], name="deliver_lapse_on_ix")]
