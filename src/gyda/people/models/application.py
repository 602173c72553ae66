"""An application: a newcomer asks to join, a connector says yes or no."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models.member import Member
from gyda.people.models.person import Language


class Outcome(models.TextChoices):
    """What became of an application."""

    WAITING = "WAITING", _("Waiting for a yes")
    APPROVED = "APPROVED", _("Welcomed")
    DECLINED = "DECLINED", _("Declined")
    WITHDRAWN = "WITHDRAWN", _("Taken back")


class Application(HubModel):
    """A few words of the newcomer, and the answer with its reason."""

    member = HubForeignKey(Member, related_name="applications")
    words = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    asked_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    decided_at = models.DateTimeField(null=True)
    decided_by = HubForeignKey(Member, null=True, related_name="+")
    reason = models.TextField(max_length=1000, blank=True)
    reason_language = models.CharField(max_length=2, choices=Language, default=Language.CY)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member"],
                condition=Q(outcome=Outcome.WAITING),
                name="people_application_one_waiting_uq",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.WAITING, decided_at__isnull=True)
                | (~Q(outcome=Outcome.WAITING) & Q(decided_at__isnull=False)),
                name="people_application_decided_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(outcome=Outcome.WAITING),
                name="people_application_waiting_ix",
            )
        ]

    def __str__(self) -> str:
        return f"{self.id}"
