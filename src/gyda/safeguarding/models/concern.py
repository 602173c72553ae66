"""A concern that someone told: seen by the safeguarding leads and nobody else, kept for good."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar, NoReturn, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language


class NeverDeleted(RuntimeError):
    """A concern, or a step of one, was to be deleted."""


class Lead(HubModel):
    """A member whom the hub has named to hear concerns."""

    member = HubForeignKey(Member, related_name="+")
    named_by = HubForeignKey(Member, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member"],
                condition=Q(ended_at__isnull=True),
                name="safeguarding_lead_member_uq",
            ),
        ]


class About(models.TextChoices):
    """What a concern is about."""

    PERSON = "PERSON", _("A person")
    EXCHANGE = "EXCHANGE", _("An exchange or an activity")
    PLACE = "PLACE", _("A place")
    OTHER = "OTHER", _("Something else")


class _KeptQuerySet(HubQuerySet[Any]):
    def delete(self) -> NoReturn:
        raise NeverDeleted("Concerns are never deleted.")


class ConcernQuerySet(_KeptQuerySet):
    """Concerns by whether they wait, and for whom."""

    def open(self) -> "ConcernQuerySet":
        return self.filter(closed_at__isnull=True)

    def unanswered(self) -> "ConcernQuerySet":
        return self.filter(answered_at__isnull=True)

    def kept_from(self, member: Member) -> "ConcernQuerySet":
        hidden = Withheld.objects.filter(member=member).values("concern_id")
        return self.filter(Q(about_member=member) | Q(id__in=hidden))

    def for_lead(self, member: Member) -> "ConcernQuerySet":
        """All but those about the lead themselves, and those that the teller keeps from them."""
        return self.exclude(id__in=self.kept_from(member).values("id"))


ConcernManager = HubManager.from_queryset(ConcernQuerySet)
_KeptManager = HubManager.from_queryset(_KeptQuerySet)


class _Kept(HubModel):
    class Meta(HubModel.Meta):
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverDeleted("Concerns are never deleted.")


class Concern(_Kept):
    """In the words of who told it; whom or what it names is for the leads' eyes."""

    number = models.PositiveIntegerField()
    about = models.CharField(max_length=8, choices=About)
    about_words = models.CharField(max_length=200, blank=True)
    about_member = HubForeignKey(Member, null=True, related_name="+")
    exchange = HubForeignKey("deliver.Exchange", null=True, related_name="+")
    organisation = HubForeignKey(Organisation, null=True, related_name="+")
    words = models.TextField(max_length=5000)
    language = models.CharField(max_length=2, choices=Language)
    told_by = HubForeignKey(Member, null=True, related_name="+")  # null: without a name
    contact = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)  # of the code with which who told it reads the answer
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    overdue_told_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects: ClassVar["ConcernManager[Self]"] = ConcernManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "number"], name="safeguarding_concern_number_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "digest"], name="safeguarding_concern_digest_uq"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="safeguarding_concern_words_ck"),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("received_at")), name="safeguarding_concern_due_ck"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(answered_at__isnull=False),
                name="safeguarding_concern_answered_first_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "due_at"],
                condition=Q(answered_at__isnull=True),
                name="safeguarding_concern_due_ix",
            ),
            models.Index(
                fields=["hub", "told_by"],
                condition=Q(told_by__isnull=False),
                name="safeguarding_concern_told_ix",
            ),
        ]


class Withheld(_Kept):
    """A lead from whom the teller keeps a concern."""

    concern = HubForeignKey(Concern, related_name="withheld")
    member = HubForeignKey(Member, related_name="+")

    objects: ClassVar["_KeptManager[Self]"] = _KeptManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "withheld"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "concern", "member"], name="safeguarding_withheld_member_uq"
            ),
        ]


class Kind(models.TextChoices):
    """What was done about a concern."""

    RECEIVED = "RECEIVED", _("It came in")
    READ = "READ", _("Read for the first time by")
    NOTE = "NOTE", _("A note of the leads")
    ANSWER = "ANSWER", _("Answered to who told it")
    CLOSED = "CLOSED", _("Closed")
    REOPENED = "REOPENED", _("Taken up again")


class ConcernStep(_Kept):
    """One thing that was done, in order; a row is only ever added."""

    concern = HubForeignKey(Concern, related_name="steps")
    kind = models.CharField(max_length=8, choices=Kind)
    at = models.DateTimeField()
    by = HubForeignKey(Member, null=True, related_name="+")
    words = models.TextField(max_length=5000, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)

    objects: ClassVar["_KeptManager[Self]"] = _KeptManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(kind__in=("NOTE", "ANSWER")) | ~Q(words=""),
                name="safeguarding_concernstep_words_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "concern", "id"], name="safeguarding_step_of_ix"),
        ]
