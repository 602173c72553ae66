"""Whether it can be done, said by a professional with their name, for their organisation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.proposals.models.version import Version
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language


class Verdict(models.TextChoices):
    """What they say."""

    CAN = "CAN", _("It can be done")
    IF = "IF", _("It can be done if something changes")
    CANNOT = "CANNOT", _("It cannot be done")


class Feasibility(HubModel):
    """Of one version; the next version is looked at anew. It stops nothing: people decide."""

    version = HubForeignKey(Version, related_name="feasibility")
    by = HubForeignKey(Member, related_name="+")
    organisation = HubForeignKey(Organisation, related_name="+")
    verdict = models.CharField(max_length=6, choices=Verdict)
    because = models.TextField(max_length=1000)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "feasibility"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "version", "by"], name="design_feasibility_once_uq"
            ),
            models.CheckConstraint(condition=~Q(because=""), name="design_feasibility_because_ck"),
        ]
