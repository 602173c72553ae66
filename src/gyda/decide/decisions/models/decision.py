"""What was decided, by which right and method, why, and what others said against it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.initiatives.models.stage import Say
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.web.bilingual import Bilingual


class Kind(models.TextChoices):
    """Who decided."""

    BALLOT = "BALLOT", _("Everyone who may vote")
    PANEL = "PANEL", _("A citizens' panel")
    MEETING = "MEETING", _("A meeting")
    SCORING = "SCORING", _("Two groups who scored together")
    STEWARDS = "STEWARDS", _("The stewards of the hub")
    AUTHORITY = "AUTHORITY", _("An organisation alone")


class Method(models.TextChoices):
    """How many voices became one decision."""

    CONSENT = "CONSENT", _("Consent: nobody had an objection left")
    MAJORITY = "MAJORITY", _("Yes, no or abstain: the most votes")
    TWO_THIRDS = "TWO_THIRDS", _("Yes, no or abstain: two thirds of those for or against")
    EQUAL_SHARES = "EQUAL_SHARES", _("The method of equal shares")
    PHRAGMEN = "PHRAGMEN", _("Phragmén's method")
    GREEDY = "GREEDY", _("The most votes first, while the money lasts")
    BOUNDED = "BOUNDED", _("Equal shares with a bound on overspending")
    POINTS = "POINTS", _("The most points")
    RANKING = "RANKING", _("Ranking")
    JOINT_SCORE = "JOINT_SCORE", _("A joint score of two groups")
    ALONE = "ALONE", _("Decided without a vote")


class DecisionQuerySet(HubQuerySet["Decision"]):
    """Decisions by whether they hold."""

    def holding(self) -> "DecisionQuerySet":
        """Return those that no correction has replaced."""
        return self.filter(replaced_by__isnull=True)

    def to_look_back_on(self, until: datetime.date) -> "DecisionQuerySet":
        return self.holding().filter(look_back_on__lte=until)


DecisionManager = HubManager.from_queryset(DecisionQuerySet)

BOTH_TONGUES = (
    ~Q(title_cy="") & ~Q(title_en="") & ~Q(what_cy="") & ~Q(what_en="")
    & ~Q(reasons_cy="") & ~Q(reasons_en="")
)  # fmt: skip
MINORITY_IN_BOTH = Q(minority_cy="", minority_en="") | (~Q(minority_cy="") & ~Q(minority_en=""))
CORRECTS = Q(replaces__isnull=True, because_cy="", because_en="") | (
    Q(replaces__isnull=False) & ~Q(because_cy="") & ~Q(because_en="")
)


class Decision(HubModel):
    """Never edited: a correction is a decision of its own that takes its place.

    `about_kind` and `about_id` name the ballot, panel meeting or scoring that it came from.
    """

    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True, blank=True)
    right = models.CharField(max_length=9, choices=Say)
    method = models.CharField(max_length=12, choices=Method)
    title = Bilingual(models.CharField, max_length=200)
    what = Bilingual(models.TextField, max_length=4000)
    reasons = Bilingual(models.TextField, max_length=4000)
    minority = Bilingual(models.TextField, max_length=4000, blank=True)
    in_favour = models.PositiveIntegerField(null=True, blank=True)
    against = models.PositiveIntegerField(null=True, blank=True)
    abstained = models.PositiveIntegerField(null=True, blank=True)
    pence = models.PositiveBigIntegerField(null=True, blank=True)  # decided over
    minutes = models.PositiveBigIntegerField(null=True, blank=True)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    clock_on = models.DateField(null=True, blank=True)  # by when it answers, or may overrule
    effective_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    look_back_on = models.DateField(null=True, blank=True)  # the next review, moved by each
    reminded_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField()
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")  # null: the clock
    replaces = HubForeignKey("decide.Decision", null=True, blank=True, related_name="+")
    replaced_by = HubForeignKey("decide.Decision", null=True, blank=True, related_name="+")
    because = Bilingual(models.TextField, max_length=1000, blank=True)  # why it was corrected
    request_key = models.UUIDField(null=True, blank=True)

    title_cy: str
    title_en: str
    initiative_id: UUID | None
    organisation_id: UUID | None
    replaces_id: UUID | None
    replaced_by_id: UUID | None
    by_id: UUID | None
    evidence: Any  # the related managers
    advice: Any
    overruling: Any

    objects: ClassVar["DecisionManager[Self]"] = DecisionManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_decision_key_uq"),
            models.UniqueConstraint(fields=["hub", "replaces"], name="decide_decision_once_uq"),
            models.CheckConstraint(condition=BOTH_TONGUES, name="decide_decision_tongues_ck"),
            models.CheckConstraint(condition=MINORITY_IN_BOTH, name="decide_decision_minority_ck"),
            models.CheckConstraint(condition=CORRECTS, name="decide_decision_corrects_ck"),
            models.CheckConstraint(
                condition=Q(about_kind="", about_id__isnull=True)
                | (~Q(about_kind="") & Q(about_id__isnull=False)),
                name="decide_decision_about_ck",
            ),
            models.CheckConstraint(
                condition=~Q(method="CONSENT") | Q(against__isnull=True) | Q(against=0),
                name="decide_decision_consent_ck",
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gt=F("effective_on")),
                name="decide_decision_review_ck",
            ),
            models.CheckConstraint(
                condition=Q(clock_on__isnull=True, organisation__isnull=True)
                | Q(clock_on__isnull=False, organisation__isnull=False),
                name="decide_decision_clock_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "kind", "id"], name="decide_decision_kind_ix"),
            models.Index(fields=["hub", "right", "id"], name="decide_decision_right_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="decide_decision_thread_ix"),
            models.Index(fields=["hub", "about_kind", "about_id"], name="decide_decision_of_ix"),
            models.Index(fields=["hub", "look_back_on", "id"], name="decide_decision_review_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def holds(self) -> bool:
        return self.replaced_by_id is None

    @property
    def is_counted(self) -> bool:
        """Whether its figures come from a count that a correction of words cannot change."""
        return self.kind in (Kind.BALLOT, Kind.PANEL, Kind.SCORING)

    @property
    def is_citizens(self) -> bool:
        """Whether citizens decided, alone or with professionals."""
        return self.right in (Say.JOINT, Say.CITIZEN)
