"""The roll and the box: who has voted, and what was voted; nothing leads from one to the other.

docs/ballots.md says what of this holds against whom.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models.ballot import Ballot
from gyda.keys.models import HubForeignKey, HubKey, HubModel
from gyda.people.models import Member


class Way(models.TextChoices):
    """How somebody voted."""

    WEB = "WEB", _("On this site")
    PHONE = "PHONE", _("Told a connector, who typed it in")
    PAPER = "PAPER", _("On paper")
    ACTING = "ACTING", _("Through someone who acts for them")


class Roll(HubModel):
    """One member has voted; whoever is erased stays as a mark without a name.

    Its id is random, for one by time would give the order; there is no time, and what was
    said stands here only where the vote is open.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = HubForeignKey(Ballot, related_name="roll")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    way = models.CharField(max_length=6, choices=Way)
    said = models.CharField(max_length=7, blank=True)  # in an open vote alone

    class Meta(HubModel.Meta):
        constraints = [
            HubKey(fields=["hub", "id"], name="decide_roll_hub_id_uq"),
            models.UniqueConstraint(fields=["hub", "ballot", "member"], name="decide_roll_once_uq"),
        ]
        indexes = [models.Index(fields=["hub", "member"], name="decide_roll_member_ix")]


class Sealed(HubModel):
    """A paper in the closed box: it opens with a key that is not in the database."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = HubForeignKey(Ballot, related_name="+")
    sealed = models.BinaryField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "sealed"
        constraints = [HubKey(fields=["hub", "id"], name="decide_sealed_hub_id_uq")]
        indexes = [models.Index(fields=["hub", "ballot"], name="decide_sealed_ix")]


class Paper(HubModel):
    """A paper out of the opened and shaken box, as it is counted and published.

    marks: option numbers as "1,4" (approved), "4,1" (ranked), "1:5,4:3" (points), or YES, NO,
    ABSTAIN. votes: how many alike, of an election that came from elsewhere.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    ballot = HubForeignKey(Ballot, related_name="papers")
    code = models.CharField(max_length=24, blank=True)  # its receipt
    ward = models.PositiveSmallIntegerField(null=True, blank=True)
    marks = models.TextField(blank=True)
    votes = models.PositiveIntegerField(default=1)

    class Meta(HubModel.Meta):
        constraints = [
            HubKey(fields=["hub", "id"], name="decide_paper_hub_id_uq"),
            models.CheckConstraint(condition=Q(votes__gt=0), name="decide_paper_votes_ck"),
        ]
        indexes = [models.Index(fields=["hub", "ballot", "code"], name="decide_paper_code_ix")]
