"""What came after a decision: it was overruled, looked back on, appealed against."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.decide.decisions.models.decision import Decision
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual


class Overruling(HubModel):
    """A body sets aside what citizens decided: signed, with a reason, before its clock ran out."""

    decision = HubForeignKey(Decision, related_name="overruling")
    organisation = HubForeignKey(Organisation, related_name="+")
    name = models.CharField(max_length=120)  # who signs it in public
    role = Bilingual(models.CharField, max_length=120)
    reason = Bilingual(models.TextField, max_length=4000)
    instead = Bilingual(models.TextField, max_length=2000)  # what happens now
    signed_on = models.DateField()
    clock_on = models.DateField()
    came_in_writing = models.BooleanField(default=False)  # a letter that a connector typed in
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "decision"], name="decide_overruling_once_uq"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(role_cy="") & ~Q(role_en=""),
                name="decide_overruling_signed_ck",
            ),
            models.CheckConstraint(
                condition=~Q(reason_cy="") & ~Q(reason_en="") & ~Q(instead_cy="")
                & ~Q(instead_en=""),
                name="decide_overruling_reason_ck",
            ),
            models.CheckConstraint(
                condition=Q(signed_on__lte=F("clock_on")), name="decide_overruling_in_time_ck"
            ),
        ]  # fmt: skip


class Fate(models.TextChoices):
    """What became of a decision."""

    DONE = "DONE", _("It was done")
    UNDER_WAY = "UNDER_WAY", _("It is under way")
    NOT_DONE = "NOT_DONE", _("It was not done")
    CHANGED = "CHANGED", _("A later decision changed it")


class LookBack(HubModel):
    """A review on its day or before: what became of it, and when it is looked at again."""

    decision = HubForeignKey(Decision, related_name="+")
    fate = models.CharField(max_length=9, choices=Fate)
    words = Bilingual(models.TextField, max_length=2000)
    next_on = models.DateField(null=True, blank=True)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(words_cy="") & ~Q(words_en=""), name="decide_lookback_words_ck"
            ),
            models.CheckConstraint(
                condition=~Q(fate="UNDER_WAY") | Q(next_on__isnull=False),
                name="decide_lookback_next_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "decision", "id"], name="decide_lookback_ix")]


class DecisionAppeal(HubModel):
    """A member asks for a second look; someone answers who did not publish the decision."""

    decision = HubForeignKey(Decision, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    words = models.TextField(max_length=2000, blank=True)  # empty once they are forgotten
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()
    upheld = models.BooleanField(null=True, blank=True)
    answer = Bilingual(models.TextField, max_length=2000, blank=True)
    answer_cy: str
    answer_en: str
    answered_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "decision", "member"], name="decide_decisionappeal_once_uq"
            ),
            models.CheckConstraint(
                condition=Q(upheld__isnull=True, answered_at__isnull=True, answer_cy="")
                | (
                    Q(upheld__isnull=False, answered_at__isnull=False)
                    & ~Q(answer_cy="")
                    & ~Q(answer_en="")
                ),
                name="decide_decisionappeal_answer_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "decision", "id"], name="decide_appeal_ix"),
            models.Index(fields=["hub", "member", "id"], name="decide_appeal_member_ix"),
        ]
