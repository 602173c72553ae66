"""The time that connectors give to the time bank itself, as they write it down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

MOST_A_DAY = 24 * 60


class Task(models.TextChoices):
    """What the time went into."""

    MATCHING = "MATCHING", _("Bringing people together")
    VISITS = "VISITS", _("Visits and phone calls")
    DESK = "DESK", _("The desk and paper")
    EVENTS = "EVENTS", _("Sessions and events")
    OTHER = "OTHER", _("Something else")


class ConnectorTime(HubModel):
    """A piece of work, not a clock: no hours are paid for it, and nobody is watched."""

    connector = HubForeignKey(Member, related_name="+")
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    task = models.CharField(max_length=8, choices=Task)
    noted_at = models.DateTimeField()
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "connector time"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_connectortime_request_uq"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0, minutes__lte=MOST_A_DAY),
                name="deliver_connectortime_minutes_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "on"], name="deliver_connectortime_on_ix"),
            models.Index(fields=["hub", "connector", "id"], name="deliver_connectortime_who_ix"),
        ]
