"""What has been counted and told of who takes part; and who took part without a name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.heard.models.about import Question
from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubModel


class Reading(HubModel):
    """The counts of one question that the page tells, until new ones can be told safely.

    Of one initiative, or (with none) of the whole hub. Counts only, of nobody in particular.
    """

    initiative = HubForeignKey(Initiative, null=True, related_name="+")
    question = models.CharField(max_length=10, choices=Question)
    counts = models.JSONField()  # {group: people}; "?" for those of whom it is not known
    together = models.JSONField()  # the groups that are told as one
    counted_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "initiative", "question"],
                condition=Q(initiative__isnull=False),
                name="heard_reading_of_initiative_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "question"],
                condition=Q(initiative__isnull=True),
                name="heard_reading_of_hub_uq",
            ),
        ]


class Unnamed(HubModel):
    """People who took part without an account: counts by group, no rows of people.

    The row with no question counts the people; those of a question count who answered it.
    """

    initiative = HubForeignKey(Initiative, related_name="+")
    way = models.CharField(max_length=20)
    question = models.CharField(max_length=10, choices=Question, blank=True)
    answer = models.CharField(max_length=80, blank=True)
    people = models.PositiveIntegerField(default=0)

    class Meta(HubModel.Meta):
        verbose_name_plural = "unnamed"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "initiative", "way", "question", "answer"],
                name="heard_unnamed_answer_uq",
            ),
        ]
