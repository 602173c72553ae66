"""An organisation of a hub: a practice, a landlord, a chapel, a council department."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.keys.models import HubModel
from gyda.web.bilingual import Bilingual


class Organisation(HubModel):
    """Has professionals, and accounts on the ledger."""

    name = Bilingual(models.CharField, max_length=80)
    about = Bilingual(models.TextField, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.name)
