"""Who lives here: one table of the hub, with its source, in the same groups as the questions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.heard.models.about import Question
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class PopulationTable(HubModel):
    """Where the figures are from, and of which day; the last that was loaded stands."""

    source = Bilingual(models.CharField, max_length=200)
    as_of_on = models.DateField()
    loaded_by = HubForeignKey(Member, related_name="+")
    loaded_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="heard_populationtable_hub_uq"),
            models.CheckConstraint(
                condition=~Q(source_cy="") & ~Q(source_en=""),
                name="heard_populationtable_source_ck",
            ),
        ]

    def __str__(self) -> str:
        return str(self.source)


class PopulationGroup(HubModel):
    """How many people of one group live here."""

    question = models.CharField(max_length=10, choices=Question)
    group = models.CharField(max_length=10)
    people = models.PositiveIntegerField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "question", "group"], name="heard_populationgroup_group_uq"
            ),
            models.CheckConstraint(
                condition=~Q(question=Question.AREA), name="heard_populationgroup_question_ck"
            ),  # of areas, the hub has a table of their own
        ]
