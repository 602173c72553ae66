"""Away from the screen: sheets of paper, and a room where people sit together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.conversations.models.conversation import Conversation
from gyda.need.conversations.models.participant import Participant
from gyda.need.conversations.models.statement import Statement
from gyda.people.models import Member


class Sheet(HubModel):
    """One printed sheet: which statements are on it, and who typed it in. One sheet, one person."""

    conversation = HubForeignKey(Conversation, related_name="+")
    code = models.CharField(max_length=10)
    numbers = models.JSONField(default=list)  # of its statements, in their order on the sheet
    printed_by = HubForeignKey(Member, related_name="+")
    printed_at = models.DateTimeField()
    participant = HubForeignKey(Participant, null=True, blank=True, related_name="+")
    typed_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "code"], name="need_sheet_code_uq"),
            models.CheckConstraint(
                condition=Q(typed_at__isnull=True, typed_by__isnull=True, participant__isnull=True)
                | Q(typed_at__isnull=False, typed_by__isnull=False, participant__isnull=False),
                name="need_sheet_typed_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "conversation", "id"], name="need_sheet_ix")]


class Room(HubModel):
    """A meeting: one statement at a time is shown large; seats are people without a phone."""

    conversation = HubForeignKey(Conversation, related_name="rooms")
    statement = HubForeignKey(Statement, null=True, blank=True, related_name="+")
    seats = models.PositiveSmallIntegerField(default=0)
    by = HubForeignKey(Member, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "conversation", "by"],
                condition=Q(ended_at__isnull=True),
                name="need_room_one_at_a_time_uq",
            ),
            models.CheckConstraint(condition=Q(seats__lte=60), name="need_room_seats_ck"),
        ]
