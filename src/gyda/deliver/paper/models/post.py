"""Who gets their statement by post, and how often."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member


class Rhythm(models.TextChoices):
    """How often a statement comes."""

    MONTHLY = "MONTHLY", _("Every month")
    QUARTERLY = "QUARTERLY", _("Every three months")
    NEVER = "NEVER", _("Not at all")


class StatementChoice(HubModel):
    """One member's choice; the days up to `written_until` have been written about."""

    member = HubForeignKey(Member, related_name="+")
    rhythm = models.CharField(max_length=9, choices=Rhythm)
    written_until = models.DateField()
    chosen_at = models.DateTimeField()
    chosen_by = HubForeignKey(Member, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member"], name="deliver_statementchoice_member_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "rhythm", "written_until"], name="deliver_statementchoice_due_ix"
            )
        ]
