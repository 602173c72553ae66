"""What is true of a joint scoring: two groups, their own questions, pairs, and what they agreed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual

EQUAL = 50  # percent


class Side(models.TextChoices):
    """The two groups who score."""

    YOUNG = "YOUNG", _("Young people")
    OFFICERS = "OFFICERS", _("Officers")


class State(models.TextChoices):
    """Whether it is still being scored."""

    OPEN = "OPEN", _("Being scored")
    PUBLISHED = "PUBLISHED", _("Decided")


class Scoring(HubModel):
    """Bidders for one service, scored by young people and officers, with equal weights at first."""

    initiative = HubForeignKey(Initiative, related_name="+")
    title = Bilingual(models.CharField, max_length=200)
    what = Bilingual(models.TextField, max_length=2000)
    organisation = HubForeignKey(Organisation, related_name="+")  # who buys
    worker = HubForeignKey(Member, related_name="+")  # who is there for the young people
    young_weight = models.PositiveSmallIntegerField(default=EQUAL)
    weight_because = Bilingual(models.TextField, max_length=1000, blank=True)
    pence = models.PositiveBigIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    feedback_by_on = models.DateField()
    late_told_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    title_cy: str
    title_en: str
    worker_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_scoring_key_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(what_cy="") & ~Q(what_en=""),
                name="decide_scoring_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(young_weight__gte=1, young_weight__lte=99)
                & (Q(young_weight=EQUAL) | (~Q(weight_because_cy="") & ~Q(weight_because_en=""))),
                name="decide_scoring_weight_ck",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="decide_scoring_days_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "initiative", "id"], name="decide_scoring_ix")]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN


class Bidder(HubModel):
    """Who offers to do it."""

    scoring = HubForeignKey(Scoring, related_name="+")
    name = models.CharField(max_length=120)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "scoring", "name"], name="decide_bidder_uq"),
            models.CheckConstraint(condition=~Q(name=""), name="decide_bidder_name_ck"),
        ]

    def __str__(self) -> str:
        return self.name


class ScorerQuerySet(HubQuerySet["Scorer"]):
    """Scorers by side, and by whether all that is needed was said."""

    def here(self) -> "ScorerQuerySet":
        return self.filter(left_at__isnull=True)

    def young(self) -> "ScorerQuerySet":
        return self.here().filter(side=Side.YOUNG)


ScorerManager = HubManager.from_queryset(ScorerQuerySet)


class Scorer(HubModel):
    """Someone who scores, in a pair; a young person says yes first, and a parent where needed."""

    scoring = HubForeignKey(Scoring, related_name="+")
    member = HubForeignKey(Member, related_name="+")
    side = models.CharField(max_length=8, choices=Side)
    pair = models.PositiveSmallIntegerField()
    needs_parent = models.BooleanField(default=False)
    parent_said_on = models.DateField(null=True, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    scoring_id: UUID
    member_id: UUID

    objects: ClassVar["ScorerManager[Self]"] = ScorerManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "scoring", "member"], name="decide_scorer_uq"),
            models.CheckConstraint(
                condition=Q(side="YOUNG") | Q(needs_parent=False), name="decide_scorer_parent_ck"
            ),
            models.CheckConstraint(condition=Q(pair__gte=1), name="decide_scorer_pair_ck"),
        ]
        indexes = [models.Index(fields=["hub", "member", "id"], name="decide_scorer_member_ix")]

    @property
    def may_begin(self) -> bool:
        """Whether consent is there, a parent's too where it is needed."""
        parent = not self.needs_parent or self.parent_said_on is not None
        return self.left_at is None and self.consented_at is not None and parent


class SessionKind(models.TextChoices):
    """What a meeting of the young people was for."""

    TRAINING = "TRAINING", _("Training")
    SCORING = "SCORING", _("Scoring in pairs")
    MODERATION = "MODERATION", _("Agreeing the scores")


class ScoringSession(HubModel):
    """A meeting of the young people: two adults are there, always."""

    scoring = HubForeignKey(Scoring, related_name="+")
    kind = models.CharField(max_length=10, choices=SessionKind)
    on = models.DateField()
    adult = HubForeignKey(Member, related_name="+")
    other_adult = HubForeignKey(Member, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(adult=F("other_adult")), name="decide_scoringsession_two_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "scoring", "id"], name="decide_session_ix")]


class ScoreQuestion(HubModel):
    """A question of one side, in its own words, with the points that it can give."""

    scoring = HubForeignKey(Scoring, related_name="+")
    side = models.CharField(max_length=8, choices=Side)
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=Language)
    most = models.PositiveSmallIntegerField()
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(text="") & Q(most__gte=1, most__lte=100),
                name="decide_scorequestion_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "scoring", "id"], name="decide_question_ix")]


class PairScore(HubModel):
    """The points that a pair gives a bidder on a question."""

    question = HubForeignKey(ScoreQuestion, related_name="+")
    bidder = HubForeignKey(Bidder, related_name="+")
    pair = models.PositiveSmallIntegerField()
    points = models.PositiveSmallIntegerField()
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    question_id: UUID
    bidder_id: UUID

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "question", "bidder", "pair"], name="decide_pairscore_uq"
            ),
        ]


class Moderated(HubModel):
    """The points that all of a side agreed on."""

    question = HubForeignKey(ScoreQuestion, related_name="+")
    bidder = HubForeignKey(Bidder, related_name="+")
    points = models.PositiveSmallIntegerField()
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    question_id: UUID
    bidder_id: UUID

    class Meta(HubModel.Meta):
        verbose_name_plural = "moderated"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "question", "bidder"], name="decide_moderated_uq"
            ),
        ]


class Standard(models.TextChoices):
    """The seven National Participation Standards for children and young people in Wales."""

    INFORMATION = "INFORMATION", _("Information: we understood what it was about")
    CHOICE = "CHOICE", _("It's your choice: we could say no, or stop")
    EQUALITY = "EQUALITY", _("No discrimination: nobody was left out")
    RESPECT = "RESPECT", _("Respect: we were listened to")
    GAIN = "GAIN", _("You get something out of it: we learnt something or enjoyed it")
    FEEDBACK = "FEEDBACK", _("Feedback: we hear what became of it")
    BETTER = "BETTER", _("Working better for you: adults changed how they work")


class Met(models.TextChoices):
    """How far a standard was kept."""

    YES = "YES", _("Yes")
    PART = "PART", _("In part")
    NO = "NO", _("No")


class StandardCheck(HubModel):
    """What the young people say of one of the seven standards."""

    scoring = HubForeignKey(Scoring, related_name="+")
    standard = models.CharField(max_length=11, choices=Standard)
    met = models.CharField(max_length=4, choices=Met)
    words = models.TextField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "scoring", "standard"], name="decide_standardcheck_uq"
            ),
        ]


class YoungFeedback(HubModel):
    """What one young person was told of what became of their work."""

    scorer = HubForeignKey(Scorer, related_name="+")
    words = models.TextField(max_length=2000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    scorer_id: UUID

    class Meta(HubModel.Meta):
        verbose_name_plural = "feedback to young people"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "scorer"], name="decide_youngfeedback_uq"),
        ]
