"""What was done, by whom, for whom: rows that are only ever added."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models

from gyda.keys.models import HubForeignKey, HubModel


class Entry(HubModel):
    """One action. Holds ids and figures, never names or free text, so that it can stay for good."""

    at = models.DateTimeField()
    actor = HubForeignKey("people.Member", null=True, related_name="+")  # null: Gyda itself
    principal = HubForeignKey("people.Member", null=True, related_name="+")
    verb = models.CharField(max_length=60)  # dotted: exchange.confirmed
    about_type = models.CharField(max_length=40)  # room.model, lower case
    about_id = models.UUIDField()
    data = models.JSONField(default=dict)
    public = models.BooleanField(default=False)

    class Meta(HubModel.Meta):
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["hub", "about_id", "id"], name="journal_entry_about_ix"),
            models.Index(fields=["hub", "actor", "id"], name="journal_entry_actor_ix"),
            models.Index(fields=["hub", "principal", "id"], name="journal_entry_principal_ix"),
        ]
