"""A conversation that is being brought over from another tool, and how far that is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.conversations.models import Conversation
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Phase(models.TextChoices):
    """Each is finished before the next begins."""

    WAITS = "WAITS", _("Waits for its turn")
    PEOPLE = "PEOPLE", _("People, without names")
    STATEMENTS = "STATEMENTS", _("Statements")
    VOTES = "VOTES", _("Answers")
    OVER = "OVER", _("Brought over")
    FAILED = "FAILED", _("Could not be brought over")


class Coming(HubModel):
    """`files` are kept until all is in; `fault` is a code with values, worded on the page."""

    title = Bilingual(models.CharField, max_length=200)
    language = models.CharField(max_length=2)  # of the statements
    source = models.CharField(max_length=300, blank=True)  # whose data they are: attribution
    files = models.JSONField(default=dict)
    conversation = HubForeignKey(Conversation, null=True, related_name="+")
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.WAITS)
    people = models.PositiveIntegerField(default=0)
    statements = models.PositiveIntegerField(default=0)
    votes = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)  # votes that are in
    fault = models.JSONField(default=dict)
    by = HubForeignKey(Member, null=True, related_name="+")  # null: from the command line
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    request_key = models.UUIDField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="need_coming_request_uq"),
            models.CheckConstraint(condition=Q(done__lte=F("votes")), name="need_coming_done_ck"),
            models.CheckConstraint(
                condition=Q(phase__in=("OVER", "FAILED"), ended_at__isnull=False)
                | (~Q(phase__in=("OVER", "FAILED")) & Q(ended_at__isnull=True)),
                name="need_coming_ended_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(ended_at__isnull=True),
                name="need_coming_running_ix",
            )
        ]

    @property
    def hundredths(self) -> int:
        """How far it has come, of a hundred."""
        return self.done * 100 // self.votes if self.votes else 0

    @property
    def runs(self) -> bool:
        return self.ended_at is None
