"""One person in one conversation, known by nothing but what makes them one person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubIndex, HubModel
from gyda.need.conversations.models.conversation import Conversation
from gyda.people.models import Member


class Source(models.TextChoices):
    """How an answer came, and no more than that."""

    WEB = "WEB", _("on a screen of their own")
    PAPER = "PAPER", _("on a paper sheet")
    PROXY = "PROXY", _("through someone who acts for them")
    ROOM = "ROOM", _("in a room, entered by the facilitator")
    IMPORT = "IMPORT", _("brought over from another tool")


class Participant(HubModel):
    """A member, a browser, a sheet of paper or a seat in a room; one vote per statement each.

    `steps`, `path` and `following` are the person's way through the statements (see routing).
    """

    hub = models.ForeignKey(
        "people.Hub",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,  # the link to the conversation is one to the hub: see ledger.Transfer
        editable=False,
    )
    conversation = HubForeignKey(Conversation, related_name="participants")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    browser = models.CharField(max_length=64, blank=True)  # keyed hash of a random cookie
    mark = models.CharField(max_length=20, blank=True)  # of a sheet, a seat or an imported row
    source = models.CharField(max_length=6, choices=Source)
    is_verified = models.BooleanField(default=False)  # known to be one person of the place
    net = models.CharField(max_length=16, blank=True)  # keyed hash of the network, until closing
    steps = models.PositiveIntegerField(default=0)
    path = models.BinaryField(default=bytes)
    following = models.PositiveIntegerField(null=True)  # the number of the statement shown next
    came_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "conversation", "member"],
                condition=Q(member__isnull=False),
                name="need_participant_member_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "conversation", "browser"],
                condition=~Q(browser=""),
                name="need_participant_browser_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "conversation", "mark"],
                condition=~Q(mark=""),
                name="need_participant_mark_uq",
            ),
        ]
        indexes = [
            HubIndex(fields=["hub", "member"], name="need_participant_member_ix"),
        ]
