"""A code sent by e-mail or SMS: six digits, short-lived, used once. Class LOCAL."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from gyda.keys.uuid7 import uuid7

CODE_TRIES = 5


class SignInCodeQuerySet(models.QuerySet["SignInCode"]):
    """Codes by whether they still work."""

    def usable(self) -> "SignInCodeQuerySet":
        unused = self.filter(used_at__isnull=True, tries__lt=CODE_TRIES)
        return unused.filter(expires_at__gt=timezone.now())


SignInCodeManager = models.Manager.from_queryset(SignInCodeQuerySet)


class SignInCode(models.Model):
    """Belongs to an address, whoever has it, and to the session that asked for it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    address = models.CharField(max_length=254)  # e-mail in small letters, or E.164
    digest = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    objects: ClassVar["SignInCodeManager[Self]"] = SignInCodeManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tries__lte=CODE_TRIES), name="people_code_tries_ck")
        ]

    def __str__(self) -> str:
        return f"{self.id}"
