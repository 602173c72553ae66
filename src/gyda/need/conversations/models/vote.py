"""Votes: one per person and statement, which can be changed; and what each change adds up to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubIndex, HubKey, HubModel
from gyda.need.conversations.models.conversation import Conversation
from gyda.need.conversations.models.participant import Participant, Source
from gyda.need.conversations.models.statement import Statement
from gyda.people.models.person import Language


class Answer(models.IntegerChoices):
    """A pass is an answer of its own, and no middle between the other two."""

    AGREE = 1, _("Agree")
    PASS = 0, _("Pass")
    DISAGREE = -1, _("Disagree")


def _hub() -> Any:
    """The hub without a link of its own, which all votes of a hub would meet at."""
    return models.ForeignKey(
        "people.Hub",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
        editable=False,
    )


class Vote(HubModel):
    """What one person thinks of one statement. Nobody but that person sees it.

    The last five columns are the line of the exposure log (docs/methods/routing.md); they are
    empty where the person went to the statement of their own accord.
    """

    hub = _hub()
    conversation = HubForeignKey(Conversation, related_name="+")
    participant = HubForeignKey(Participant, related_name="+")
    statement = HubForeignKey(Statement, related_name="+")
    answer = models.SmallIntegerField(choices=Answer)
    source = models.CharField(max_length=6, choices=Source)
    language = models.CharField(max_length=2, choices=Language)  # in which it was read
    at = models.DateTimeField()
    carried_from = HubForeignKey(Statement, null=True, blank=True, related_name="+")
    chance = models.FloatField(null=True)
    reach = models.FloatField(null=True)
    step = models.PositiveIntegerField(null=True)
    opened = models.PositiveIntegerField(null=True)
    among = models.PositiveIntegerField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            HubKey(fields=["hub", "id"], name="need_vote_hub_id_uq"),
            models.UniqueConstraint(
                fields=["hub", "participant", "statement"], name="need_vote_once_uq"
            ),
            models.CheckConstraint(condition=Q(answer__in=[-1, 0, 1]), name="need_vote_answer_ck"),
        ]
        indexes = [
            HubIndex(fields=["hub", "conversation", "at"], name="need_vote_conversation_ix"),
        ]


class Change(HubModel):
    """A vote that was given, changed or taken away, until it is folded into the tallies.

    Voters only ever add rows here, so that no two of them wait for one row of a tally.
    """

    hub = _hub()
    conversation = models.UUIDField()  # no links: the row lives for a second, its vote has them
    statement = models.UUIDField()
    was = models.SmallIntegerField(null=True)
    now = models.SmallIntegerField(null=True)
    is_new = models.BooleanField(default=False)  # the first vote of a person

    class Meta(HubModel.Meta):
        constraints = [HubKey(fields=["hub", "id"], name="need_change_hub_id_uq")]
        indexes = [HubIndex(fields=["hub", "conversation", "id"], name="need_change_fold_ix")]
