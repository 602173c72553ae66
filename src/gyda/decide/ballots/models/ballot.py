"""A ballot: what is asked, of whom, until when, and how it is counted; its wards and electors."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative, Say
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Kind(models.TextChoices):
    """What one does with the paper."""

    APPROVE = "APPROVE", _("Tick the options that you want")
    RANK = "RANK", _("Put the options in your order")
    POINTS = "POINTS", _("Share out points among the options")
    MOTION = "MOTION", _("Yes, no or abstain")
    CONSENT = "CONSENT", _("Consent: agree, object or abstain")


PLAIN = (Kind.MOTION, Kind.CONSENT)  # a question with no options and no money


class Method(models.TextChoices):
    """How the result comes about; said before anyone votes."""

    EQUAL_SHARES = "EQUAL_SHARES", _("Equal shares: every voter has the same part of the money")
    GREEDY = "GREEDY", _("Most votes first, until the money is spent")
    MAJORITY = "MAJORITY", _("More yes than no")
    CONSENT = "CONSENT", _("Nobody objects")


class State(models.TextChoices):
    """Where it is."""

    DRAFT = "DRAFT", _("Being prepared")
    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed, not counted yet")
    COUNTED = "COUNTED", _("Counted")
    CALLED_OFF = "CALLED_OFF", _("Called off")


class BallotQuerySet(HubQuerySet["Ballot"]):
    """Ballots by where they are."""

    def public(self) -> "BallotQuerySet":
        return self.exclude(state=State.DRAFT)

    def under_way(self) -> "BallotQuerySet":
        return self.filter(state__in=[State.DRAFT, State.OPEN, State.CLOSED])


BallotManager = HubManager.from_queryset(BallotQuerySet)


class Ballot(HubModel):
    """One question put to many; what it asks is frozen when it opens."""

    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="ballots")
    title = Bilingual(models.CharField, max_length=120)
    question = Bilingual(models.TextField, max_length=2000)
    kind = models.CharField(max_length=7, choices=Kind)
    method = models.CharField(max_length=12, choices=Method)
    say = models.CharField(max_length=9, choices=Say)  # by which right it is decided
    is_secret = models.BooleanField(default=True)
    fund = HubForeignKey("decide.Fund", null=True, blank=True, related_name="+")
    pence = models.PositiveBigIntegerField(null=True, blank=True)  # that can be spent in all
    most = models.PositiveSmallIntegerField(null=True, blank=True)  # options on one paper
    points = models.PositiveSmallIntegerField(null=True, blank=True)  # to share out
    electorate = models.CharField(max_length=20)  # see gyda.decide.ballots.electorates
    body = models.UUIDField(null=True, blank=True)  # the panel or team that alone may vote
    areas = models.JSONField(default=list, blank=True)  # the small areas whose members may vote
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    public_key = models.BinaryField(default=bytes, blank=True)  # papers are sealed with it
    is_import = models.BooleanField(default=False)  # a finished election from elsewhere
    currency = models.CharField(max_length=3, default="GBP")
    by = HubForeignKey(Member, related_name="+")
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    off_because = Bilingual(models.TextField, max_length=500, blank=True)
    decision = models.UUIDField(null=True, blank=True)  # what was published of it
    request_key = models.UUIDField(null=True, blank=True)

    turnouts: Any  # the related manager

    objects: ClassVar["BallotManager[Self]"] = BallotManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="decide_ballot_request_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="")
                & ~Q(title_en="")
                & ~Q(question_cy="")
                & ~Q(question_en=""),
                name="decide_ballot_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="decide_ballot_days_ck"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=PLAIN, pence__isnull=True, method__in=["MAJORITY", "CONSENT"])
                | (~Q(kind__in=PLAIN) & Q(pence__gt=0, method__in=["EQUAL_SHARES", "GREEDY"])),
                name="decide_ballot_money_ck",
            ),
            models.CheckConstraint(
                condition=Q(is_secret=True) | Q(kind__in=PLAIN), name="decide_ballot_secret_ck"
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.POINTS) | Q(points__gt=0) | Q(is_import=True),
                name="decide_ballot_points_ck",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.CALLED_OFF]) | Q(opened_at__isnull=False),
                name="decide_ballot_opened_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CALLED_OFF)
                | (~Q(off_because_cy="") & ~Q(off_because_en="")),
                name="decide_ballot_off_reason_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "closes_at"], name="decide_ballot_state_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="decide_ballot_thread_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_plain(self) -> bool:
        """Whether it is a question with no options."""
        return self.kind in PLAIN

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_counted(self) -> bool:
        return self.state == State.COUNTED

    @property
    def needs_care(self) -> bool:
        """Whether somebody still has something to do for it."""
        return self.state != State.CALLED_OFF and not (self.is_counted and self.decision)

    @property
    def takes_votes(self) -> bool:
        now = timezone.now()
        return self.state == State.OPEN and self.opens_at <= now < self.closes_at


class Ward(HubModel):
    """A part of the place with money of its own; what it leaves goes to what all share."""

    ballot = HubForeignKey(Ballot, related_name="wards")
    number = models.PositiveSmallIntegerField()
    name = Bilingual(models.CharField, max_length=80)
    pence = models.PositiveBigIntegerField()
    areas = models.JSONField(default=list)  # its small areas

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "ballot", "number"], name="decide_ward_number_uq"
            ),
            models.CheckConstraint(condition=Q(pence__gt=0), name="decide_ward_money_ck"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Elector(HubModel):
    """A member who may vote, where the electors are named one by one."""

    ballot = HubForeignKey(Ballot, related_name="electors")
    member = HubForeignKey(Member, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "ballot", "member"], name="decide_elector_uq"),
        ]
        indexes = [models.Index(fields=["hub", "member"], name="decide_elector_member_ix")]
