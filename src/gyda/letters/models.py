"""Letters that wait or went out, and how often each member wants which kind."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.letters.kinds import Cadence


class Channel(models.TextChoices):
    """How a letter travels."""

    EMAIL = "EMAIL", _("E-mail")
    SMS = "SMS", _("Text message")
    PAPER = "PAPER", _("On paper")


class LetterState(models.TextChoices):
    """Where a letter is."""

    WAITING = "WAITING", _("Waiting")
    SENT = "SENT", _("Sent")
    FAILED = "FAILED", _("Could not be sent")
    PRINTED = "PRINTED", _("Printed")


class LetterQuerySet(HubQuerySet["Letter"]):
    """Letters by what is to be done with them."""

    def due(self, now: datetime.datetime) -> "LetterQuerySet":
        unclaimed = Q(claimed_until__isnull=True) | Q(claimed_until__lte=now)
        wired = Q(channel__in=(Channel.EMAIL, Channel.SMS))
        return self.filter(unclaimed & wired, state=LetterState.WAITING, due_at__lte=now)

    def to_print(self) -> "LetterQuerySet":
        on_paper = Q(channel=Channel.PAPER, state=LetterState.WAITING)
        return self.filter(on_paper | Q(state=LetterState.FAILED))


LetterManager = HubManager.from_queryset(LetterQuerySet)


class Letter(HubModel):
    """One letter to one member, or to someone who is none, in words as when it was written."""

    member = HubForeignKey("people.Member", null=True, related_name="+")
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=254, blank=True)
    post = models.CharField(max_length=300, blank=True, default="", db_default="")  # envelope
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    short = models.CharField(max_length=400, blank=True)  # the words of a text message
    channel = models.CharField(max_length=5, choices=Channel)
    state = models.CharField(max_length=7, choices=LetterState, default=LetterState.WAITING)
    together = models.BooleanField(default=False)  # joins the others that are due on the day
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)  # a tick is sending it
    sent_at = models.DateTimeField(null=True)
    batch_id = models.UUIDField(null=True)  # went out, or was printed, together with others
    printed_by = HubForeignKey("people.Member", null=True, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
    sms_parts = models.PositiveSmallIntegerField(default=0)
    cost_tenths = models.PositiveIntegerField(default=0)  # tenths of a penny, with VAT

    objects: ClassVar["LetterManager[Self]"] = LetterManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=("SENT", "PRINTED"), sent_at__isnull=False)
                | Q(state__in=("WAITING", "FAILED"), sent_at__isnull=True),
                name="letters_letter_sent_at_ck",
            ),
            models.CheckConstraint(
                condition=Q(channel="PAPER") | ~Q(address=""), name="letters_letter_address_ck"
            ),
            models.CheckConstraint(
                condition=Q(language__in=("cy", "en")), name="letters_letter_language_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="letters_letter_member_ix"),
            models.Index(
                fields=["hub", "due_at"],
                condition=Q(state="WAITING"),
                name="letters_letter_waiting_ix",
            ),
            models.Index(
                fields=["hub", "id"],
                condition=Q(state="WAITING", channel="PAPER") | Q(state="FAILED"),
                name="letters_letter_to_print_ix",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class LetterChoice(HubModel):
    """How often one member wants letters of one kind; without a row, the kind's own default."""

    member = HubForeignKey("people.Member", related_name="+")
    kind = models.CharField(max_length=40)
    cadence = models.CharField(max_length=7, choices=Cadence)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "kind"], name="letters_choice_member_kind_uq"
            ),
        ]


class Circular(HubModel):
    """A letter to many that is still being written; gone once everyone has theirs."""

    kind = models.CharField(max_length=40)
    audience = models.CharField(max_length=40)  # gyda.letters.audiences
    about_id = models.UUIDField()
    words = models.JSONField()  # what the letter speaks of: name -> [model, id]
    but_id = models.UUIDField(null=True)  # who did it, and is not told
    last_id = models.UUIDField(null=True)  # everyone up to here has theirs
    since_at = models.DateTimeField()
