"""The lines of a version: facts, rules and test cases, each with who proposed it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.design.criteria.models.version import Outcome, RuleVersion
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Kind(models.TextChoices):
    """What kind of answer a fact is."""

    YES_NO = "YES_NO", _("Yes or no")
    NUMBER = "NUMBER", _("A whole number")
    CHOICE = "CHOICE", _("One of a few")


class Fact(HubModel):
    """What is asked about a case; `choices` are [{code, cy, en}]."""

    version = HubForeignKey(RuleVersion, related_name="facts")
    code = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind)
    name = Bilingual(models.CharField, max_length=80)
    choices = models.JSONField(default=list, blank=True)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    name_cy: str
    name_en: str
    version_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "version", "code"], name="design_fact_code_uq"),
            models.CheckConstraint(
                condition=~Q(name_cy="") & ~Q(name_en=""), name="design_fact_both_tongues_ck"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Rule(HubModel):
    """What must be true, and what then holds; `cells` by the code of the fact.

    A rule on food, warmth or shelter (`is_basic`) cannot say no: the database refuses it.
    """

    version = HubForeignKey(RuleVersion, related_name="rules")
    code = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    cells = models.JSONField(default=dict, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    because = Bilingual(models.TextField, max_length=500)
    is_basic = models.BooleanField(default=False)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    because_cy: str
    because_en: str
    version_id: UUID
    by_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "version", "code"], name="design_rule_code_uq"),
            models.CheckConstraint(
                condition=~Q(is_basic=True, outcome="NOT"), name="design_rule_floor_ck"
            ),
            models.CheckConstraint(
                condition=~Q(because_cy="") & ~Q(because_en=""), name="design_rule_because_ck"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Example(HubModel):
    """A test case: a made-up person, and what people expect to become of them."""

    version = HubForeignKey(RuleVersion, related_name="examples")
    place = models.PositiveSmallIntegerField()
    name = Bilingual(models.CharField, max_length=120)
    facts = models.JSONField(default=dict)
    expected = models.CharField(max_length=8, choices=Outcome)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    name_cy: str
    name_en: str
    version_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(name_cy="") & ~Q(name_en=""), name="design_example_both_tongues_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "version", "id"], name="design_example_ix")]

    def __str__(self) -> str:
        return str(self.name)
