"""Consent to act: a principal lets someone they trust act for them, within a scope, until a day."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models.member import Member


class Scope(models.TextChoices):
    """What the supporter may do."""

    TIME_BANK = "TIME_BANK", _("The time bank")
    EVERYTHING = "EVERYTHING", _("Everything in this hub")


class How(models.TextChoices):
    """How the principal said yes."""

    ONLINE = "ONLINE", _("On this site")
    SPOKEN = "SPOKEN", _("By word of mouth")
    PHONE = "PHONE", _("On the phone")
    PAPER = "PAPER", _("On signed paper")


class ActingConsentQuerySet(HubQuerySet["ActingConsent"]):
    """Consents by how they stand."""

    def standing(self, now: datetime.datetime | None = None) -> "ActingConsentQuerySet":
        now = now or timezone.now()
        return self.filter(Q(until__isnull=True) | Q(until__gt=now), withdrawn_at__isnull=True)


ActingConsentManager = HubManager.from_queryset(ActingConsentQuerySet)


class ActingConsent(HubModel):
    """Recorded, dated, withdrawable at once; the principal sees all that is done under it."""

    principal = HubForeignKey(Member, related_name="consents_given")
    supporter = HubForeignKey(Member, related_name="consents_held")
    recorded_by = HubForeignKey(Member, related_name="+")
    scope = models.CharField(max_length=12, choices=Scope, default=Scope.TIME_BANK)
    how = models.CharField(max_length=8, choices=How)
    note = models.CharField(max_length=300, blank=True)
    given_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = HubForeignKey(Member, null=True, related_name="+")

    objects: ClassVar["ActingConsentManager[Self]"] = ActingConsentManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(principal=F("supporter")), name="people_consent_two_persons_ck"
            ),
            models.UniqueConstraint(
                fields=["hub", "principal", "supporter"],
                condition=Q(withdrawn_at__isnull=True),
                name="people_consent_one_standing_uq",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("given_at")),
                name="people_consent_until_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "supporter"], name="people_consent_supporter_ix")]

    def __str__(self) -> str:
        return f"{self.id}"

    def is_standing(self, now: datetime.datetime | None = None) -> bool:
        """Tell whether the supporter may act under it."""
        open_until = self.until is None or self.until > (now or timezone.now())
        return self.withdrawn_at is None and open_until
