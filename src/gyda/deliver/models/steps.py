"""What was said along the way of an exchange: its history, its thanks, how it was."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.exchange import Exchange
from gyda.keys.models import HubForeignKey, HubModel
from gyda.people.models import Member
from gyda.people.models.person import Language


class Kind(models.TextChoices):
    """What happened."""

    PROPOSED = "PROPOSED", _("proposed")
    CHANGED = "CHANGED", _("proposed a change")
    AGREED = "AGREED", _("agreed")
    DECLINED = "DECLINED", _("declined")
    CANCELLED = "CANCELLED", _("cancelled")
    SAID = "SAID", _("said the hours")
    HANDED = "HANDED", _("asked a connector to help")
    DECIDED = "DECIDED", _("decided")
    ENTERED = "ENTERED", _("wrote it down for both")
    THANKED = "THANKED", _("said thank you")
    REMINDED = "REMINDED", _("sent a reminder")
    LAPSED = "LAPSED", _("closed it, as nobody confirmed in time")
    REVERSED = "REVERSED", _("took the hours back")


class ExchangeStep(HubModel):
    """One dated step, with the terms and the words of that moment."""

    exchange = HubForeignKey(Exchange, related_name="steps")
    kind = models.CharField(max_length=9, choices=Kind)
    at = models.DateTimeField()
    actor = HubForeignKey(Member, null=True, related_name="+")  # null: Gyda itself
    principal = HubForeignKey(Member, null=True, related_name="+")
    minutes = models.PositiveIntegerField(null=True, blank=True)
    when_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    what = models.CharField(max_length=500, blank=True)
    what_language = models.CharField(max_length=2, choices=Language, blank=True)
    words = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=Q(words="") | ~Q(language=""), name="deliver_step_words_language_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "exchange", "id"], name="deliver_step_exchange_ix"),
            models.Index(fields=["hub", "actor", "id"], name="deliver_step_actor_ix"),
        ]


class Thanks(HubModel):
    """The receiver's thank-you; the hub may show the words, without names, if they like."""

    exchange = HubForeignKey(Exchange, related_name="thanks")
    by = HubForeignKey(Member, related_name="+")
    words = models.CharField(max_length=500)
    language = models.CharField(max_length=2, choices=Language)
    shared = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        verbose_name_plural = "thanks"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "exchange"], name="deliver_thanks_exchange_uq"),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"], condition=Q(shared=True), name="deliver_thanks_shared_ix"
            ),
            models.Index(fields=["hub", "by"], name="deliver_thanks_by_ix"),
        ]


class Feeling(models.TextChoices):
    """How it was, in a word."""

    GOOD = "GOOD", _("It was good")
    MIXED = "MIXED", _("It was all right")
    POOR = "POOR", _("It was not good")
    TALK = "TALK", _("I would like a connector to ring me")


class HowItWas(HubModel):
    """What one party tells the connectors in private, if they wish."""

    exchange = HubForeignKey(Exchange, related_name="how_it_was")
    by = HubForeignKey(Member, related_name="+")
    feeling = models.CharField(max_length=5, choices=Feeling)
    words = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)  # by a connector

    class Meta(HubModel.Meta):
        verbose_name_plural = "how it was"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "exchange", "by"], name="deliver_howitwas_by_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "id"],
                condition=Q(seen_at__isnull=True),
                name="deliver_howitwas_unseen_ix",
            ),
            models.Index(fields=["hub", "by"], name="deliver_howitwas_by_ix"),
        ]
