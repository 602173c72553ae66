"""What a decision rests on: claims with their source, advice with the adviser's interest."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q

from gyda.decide.decisions.models.decision import Decision
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class EvidenceItem(HubModel):
    """A claim, who says so, when, and where it can be read: a link, or the words themselves."""

    decision = HubForeignKey(Decision, related_name="evidence")
    claim = Bilingual(models.CharField, max_length=500)
    source = models.CharField(max_length=200)
    on = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(claim_cy="") & ~Q(claim_en="") & ~Q(source=""),
                name="decide_evidenceitem_claim_ck",
            ),
            models.CheckConstraint(
                condition=~Q(link="") | ~Q(words=""), name="decide_evidenceitem_where_ck"
            ),
            models.CheckConstraint(
                condition=Q(words="") | ~Q(language=""), name="decide_evidenceitem_tongue_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "decision", "id"], name="decide_evidence_ix")]


class AdviceGiven(HubModel):
    """What an adviser said, who has no vote; their interest is said even where there is none."""

    decision = HubForeignKey(Decision, related_name="advice")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    adviser = models.CharField(max_length=120, blank=True)  # empty once they are forgotten
    interest = Bilingual(models.CharField, max_length=500)
    words = Bilingual(models.TextField, max_length=2000)

    class Meta(HubModel.Meta):
        verbose_name_plural = "advice given"
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(interest_cy="") & ~Q(interest_en="") & ~Q(words_cy="")
                & ~Q(words_en=""),
                name="decide_advicegiven_words_ck",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["hub", "decision", "id"], name="decide_advice_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_advice_member_ix"),
        ]
