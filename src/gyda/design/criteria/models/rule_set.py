"""A set of rules about one thing: who gets it, who does not, when a person decides."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.db import models
from django.db.models import Q

from gyda.design.criteria.models.help import Need
from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class RuleSet(HubModel):
    """`need` says whether what is given out is food, warmth or shelter; it never changes."""

    initiative = HubForeignKey(Initiative, related_name="+")
    title = Bilingual(models.CharField, max_length=120)
    about = Bilingual(models.TextField, max_length=2000)
    need = models.CharField(max_length=7, choices=Need, blank=True)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    title_cy: str
    title_en: str
    initiative_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="design_ruleset_request_uq"
            ),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(about_cy="") & ~Q(about_en=""),
                name="design_ruleset_both_tongues_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="design_ruleset_ix")]

    def __str__(self) -> str:
        return str(self.title)
