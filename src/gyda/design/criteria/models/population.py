"""The population that rules are tried on: cells of people who are alike; nobody stands in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.design.criteria.models.rule_set import RuleSet
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class TrialPopulation(HubModel):
    """The newest of a set of rules is used; a made-up one says so, and with which seed."""

    rule_set = HubForeignKey(RuleSet, related_name="+")
    source = Bilingual(models.CharField, max_length=200)
    cells = models.JSONField()
    people = models.PositiveIntegerField()
    seed = models.PositiveIntegerField(null=True, blank=True)  # null: brought, not made up
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(people__gte=1) & ~Q(source_cy="") & ~Q(source_en=""),
                name="design_trialpopulation_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "rule_set", "id"], name="design_trialpopulation_ix")]

    @property
    def is_made_up(self) -> bool:
        return self.seed is not None
