"""An organisation of a hub: a practice, a landlord, a chapel, a council department."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models.functions import Lower

from gyda.keys.models import HubModel
from gyda.web.bilingual import Bilingual


class Organisation(HubModel):
    """Has professionals, and accounts on the ledger."""

    name = Bilingual(models.CharField, max_length=80)
    about = Bilingual(models.TextField, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint("hub", Lower("name_cy"), name="people_organisation_name_cy_uq"),
            models.UniqueConstraint("hub", Lower("name_en"), name="people_organisation_name_en_uq"),
        ]

    def __str__(self) -> str:
        return str(self.name)
