"""A referral: someone is introduced with their consent, and decides for themselves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.people.models.consent import How
from gyda.people.models.person import Language


class Reach(models.TextChoices):
    """How the person is reached."""

    EMAIL = "EMAIL", _("E-mail")
    SMS = "SMS", _("Text message")
    POST = "POST", _("Letter by post")
    CALL = "CALL", _("A connector rings them")


class State(models.TextChoices):
    """Where a referral stands: for the connectors. The referrer sees less: `shown`."""

    WAITING = "WAITING", _("Waiting for their answer")
    NOT_NOW = "NOT_NOW", _("Not now")
    JOINED = "JOINED", _("Joined")
    NO = "NO", _("No, thank you")
    EXPIRED = "EXPIRED", _("No answer")
    TAKEN_BACK = "TAKEN_BACK", _("Taken back")


class Answer(models.TextChoices):
    """What the person can say."""

    YES = "YES", _("Yes")
    NOT_NOW = "NOT_NOW", _("Not now")
    NO = "NO", _("No")


class By(models.TextChoices):
    """How the answer came."""

    CODE = "CODE", _("With the code of the letter")
    PHONE = "PHONE", _("On the phone")
    PAPER = "PAPER", _("On paper")
    SPOKEN = "SPOKEN", _("Face to face")


OPEN = (State.WAITING, State.NOT_NOW)
ENDED = (State.NO, State.EXPIRED, State.TAKEN_BACK)
SHOWN = {State.JOINED: _("Joined"), State.WAITING: _("Waiting"), State.NOT_NOW: _("Waiting")}


class ReferralQuerySet(HubQuerySet["Referral"]):
    """Referrals by where they stand."""

    def open(self) -> "ReferralQuerySet":
        return self.filter(state__in=OPEN)

    def to_welcome(self) -> "ReferralQuerySet":
        return self.filter(state=State.JOINED, welcomed_at__isnull=True)


ReferralManager = HubManager.from_queryset(ReferralQuerySet)


class Referral(HubModel):
    """What is kept of a person is erased when they say no or nothing; what came of it stays."""

    number = models.PositiveIntegerField()  # 1, 2, 3 … in the hub: for the referrer's own notes
    organisation = HubForeignKey(Organisation, related_name="+")
    referred_by = HubForeignKey(Member, related_name="+")
    made_at = models.DateTimeField()
    consent_how = models.CharField(max_length=8, choices=How)
    consent_on = models.DateField()

    name = models.CharField(max_length=80, blank=True)
    reach = models.CharField(max_length=5, choices=Reach)
    address = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    words = models.TextField(max_length=1000, blank=True)
    words_language = models.CharField(max_length=2, choices=Language, blank=True)

    digest = models.CharField(max_length=64)
    second_digest = models.CharField(max_length=64, blank=True)  # of the reminder's code
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=6, choices=By, blank=True)
    recorded_by = HubForeignKey(Member, null=True, related_name="+")  # the connector who heard it
    member = HubForeignKey(Member, null=True, related_name="+")  # who joined
    welcomed_at = models.DateTimeField(null=True)
    welcomed_by = HubForeignKey(Member, null=True, related_name="+")

    objects: ClassVar["ReferralManager[Self]"] = ReferralManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "number"], name="referral_referral_number_uq"),
            models.UniqueConstraint(fields=["hub", "digest"], name="referral_referral_digest_uq"),
            models.CheckConstraint(
                condition=~Q(state__in=("NO", "EXPIRED", "TAKEN_BACK"))
                | Q(name="", address="", words="", member__isnull=True),
                name="referral_referral_erased_ck",
            ),
            models.CheckConstraint(
                condition=Q(state="JOINED", member__isnull=False, address="")
                | (~Q(state="JOINED") & Q(member__isnull=True)),
                name="referral_referral_joined_ck",
            ),
            models.CheckConstraint(
                condition=~Q(consent_how="ONLINE"), name="referral_referral_consent_ck"
            ),
            models.CheckConstraint(
                condition=Q(recorded_by__isnull=True) | ~Q(answered_by__in=("", "CODE")),
                name="referral_referral_recorded_ck",
            ),
            models.CheckConstraint(
                condition=Q(welcomed_at__isnull=True) | Q(state="JOINED", words=""),
                name="referral_referral_welcomed_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "referred_by", "id"], name="referral_referral_of_ix"),
            models.Index(
                fields=["hub", "expires_at"],
                condition=Q(state__in=("WAITING", "NOT_NOW")),
                name="referral_referral_open_ix",
            ),
            models.Index(
                fields=["hub", "id"],
                condition=Q(state="JOINED", welcomed_at__isnull=True),
                name="referral_referral_welcome_ix",
            ),
        ]

    @property
    def shown(self) -> str:
        """All that the referrer may know: joined, waiting or not joined."""
        return str(SHOWN.get(State(self.state), _("Not joined")))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
