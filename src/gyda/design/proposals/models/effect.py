"""What it would change for whom: each group with what it gains and what it loses."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models

from gyda.design.proposals.models.version import Version
from gyda.keys.models import HubForeignKey, HubModel
from gyda.web.bilingual import Bilingual

TEXTS = ("group", "gains", "loses")


class Effect(HubModel):
    """One group; what it loses is asked as plainly as what it gains."""

    version = HubForeignKey(Version, related_name="effects")
    group = Bilingual(models.CharField, max_length=80, blank=True)
    gains = Bilingual(models.CharField, max_length=300, blank=True)
    loses = Bilingual(models.CharField, max_length=300, blank=True)

    version_id: UUID

    class Meta(HubModel.Meta):
        constraints = [*HubModel.Meta.constraints]
        indexes = [models.Index(fields=["hub", "version", "id"], name="design_effect_ix")]
