"""Batches of notes as they were printed, and the keys that sign them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member

MOST_NOTES = 1_000  # in one batch


class NoteKey(HubModel):
    """Signs the codes of a hub's notes, with the site's own key mixed in; the newest one signs.

    A new one is made when somebody may have seen the old one; what that one signed can then be
    voided, batch by batch.
    """

    generation = models.PositiveSmallIntegerField()
    secret = models.CharField(max_length=64)
    made_by = HubForeignKey(Member, related_name="+")
    made_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "generation"], name="deliver_notekey_generation_uq"
            ),
            models.CheckConstraint(condition=~Q(secret=""), name="deliver_notekey_secret_ck"),
        ]


class NoteBatch(HubModel):
    """Notes of one value, printed together; worth nothing until they are handed out."""

    number = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()  # that each note is worth
    count = models.PositiveSmallIntegerField()
    first = models.PositiveIntegerField()  # the number of the first note
    expires_on = models.DateField(null=True)  # the last day on which the notes count
    key = HubForeignKey(NoteKey, related_name="+")
    printed_by = HubForeignKey(Member, related_name="+")
    printed_at = models.DateTimeField()
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "note batches"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "number"], name="deliver_notebatch_number_uq"),
            models.UniqueConstraint(fields=["hub", "first"], name="deliver_notebatch_first_uq"),
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="deliver_notebatch_request_uq"
            ),
            models.CheckConstraint(
                condition=Q(count__gt=0, count__lte=MOST_NOTES, minutes__gt=0, first__gt=0),
                name="deliver_notebatch_figures_ck",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def last(self) -> int:
        """The number of the last note."""
        return self.first + self.count - 1
