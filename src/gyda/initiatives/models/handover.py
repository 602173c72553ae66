"""A task that passes to citizens, and what keeps it from being dropped on them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.initiatives.models.initiative import Initiative
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual

TEXTS = ("task", "duty", "way_back")


class Handover(HubModel):
    """Which task, which duty stays with which organisation, which money goes along, the way back.

    The guard against service cuts that call themselves co-production (field row 61).
    """

    initiative = HubForeignKey(Initiative, related_name="handovers")
    organisation = HubForeignKey(Organisation, related_name="+")  # which keeps the duty
    task = Bilingual(models.TextField, max_length=500)
    duty = Bilingual(models.TextField, max_length=500)
    way_back = Bilingual(models.TextField, max_length=500)
    pence = models.PositiveIntegerField()  # a year, that goes with the task
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    back_at = models.DateTimeField(null=True, blank=True)
    back_because = Bilingual(models.TextField, max_length=500, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="initiatives_handover_request_uq"
            ),
            models.CheckConstraint(
                condition=~Q(task_cy="")
                & ~Q(task_en="")
                & ~Q(duty_cy="")
                & ~Q(duty_en="")
                & ~Q(way_back_cy="")
                & ~Q(way_back_en=""),
                name="initiatives_handover_whole_ck",
            ),
            models.CheckConstraint(
                condition=Q(pence__gt=0), name="initiatives_handover_money_goes_along_ck"
            ),
            models.CheckConstraint(
                condition=Q(back_at__isnull=True)
                | (~Q(back_because_cy="") & ~Q(back_because_en="")),
                name="initiatives_handover_back_reason_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="initiatives_handover_ix")]
