"""A reference: someone who knows a member says how, by a form or on paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class ReferenceState(models.TextChoices):
    """Where a reference stands."""

    ASKED = "ASKED", _("Asked for")
    GIVEN = "GIVEN", _("Given, to be read")
    COUNTS = "COUNTS", _("Read, and it counts")
    SET_ASIDE = "SET_ASIDE", _("Read, and it does not count")
    DECLINED = "DECLINED", _("They would rather not")
    EXPIRED = "EXPIRED", _("No answer")


class Trust(models.TextChoices):
    """The one question that matters."""

    YES = "YES", _("Yes")
    UNSURE = "UNSURE", _("I am not sure")
    NO = "NO", _("No")


class ReferenceQuerySet(HubQuerySet["Reference"]):
    """References by where they stand."""

    def asked(self) -> "ReferenceQuerySet":
        return self.filter(state=ReferenceState.ASKED)


ReferenceManager = HubManager.from_queryset(ReferenceQuerySet)


class Reference(HubModel):
    """The words are kept until a connector has read them; then only that it was given, and when."""

    member = HubForeignKey(Member, related_name="+")
    name = models.CharField(max_length=80, blank=True)  # the referee's
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=16, blank=True)
    post = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    digest = models.CharField(max_length=64)
    asked_by = HubForeignKey(Member, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=ReferenceState, default=ReferenceState.ASKED)
    given_at = models.DateTimeField(null=True)
    on_paper = models.BooleanField(default=False)
    recorded_by = HubForeignKey(Member, null=True, related_name="+")  # who typed the paper in
    knows = models.CharField(max_length=300, blank=True)
    trusts = models.CharField(max_length=6, choices=Trust, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    words_language = models.CharField(max_length=2, choices=Language, blank=True)
    read_by = HubForeignKey(Member, null=True, related_name="+")
    read_at = models.DateTimeField(null=True)

    objects: ClassVar["ReferenceManager[Self]"] = ReferenceManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "digest"], name="safeguarding_reference_digest_uq"
            ),
            models.CheckConstraint(
                condition=Q(state="ASKED") | Q(email="", phone="", post=""),
                name="safeguarding_reference_reach_erased_ck",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("DECLINED", "EXPIRED")) | Q(name=""),
                name="safeguarding_reference_name_erased_ck",
            ),
            models.CheckConstraint(
                condition=Q(state="GIVEN") | Q(knows="", trusts="", words=""),
                name="safeguarding_reference_words_erased_ck",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("COUNTS", "SET_ASIDE"), read_at__isnull=False)
                | (~Q(state__in=("COUNTS", "SET_ASIDE")) & Q(read_at__isnull=True)),
                name="safeguarding_reference_read_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="safeguarding_reference_of_ix"),
            models.Index(
                fields=["hub", "expires_at"],
                condition=Q(state="ASKED"),
                name="safeguarding_reference_ends_ix",
            ),
        ]
