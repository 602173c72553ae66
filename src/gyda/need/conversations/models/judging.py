"""What became of a statement, why, and what was said against that."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubModel
from gyda.need.conversations.models.statement import Statement
from gyda.people.models import Member
from gyda.people.models.person import Language


class Outcome(models.TextChoices):
    """What was decided."""

    SHOWN = "SHOWN", _("Shown")
    REFUSED = "REFUSED", _("Not shown")
    MERGED = "MERGED", _("Joined with another that says the same")
    PARTED = "PARTED", _("Stands by itself again")


class Reason(models.TextChoices):
    """Why a statement is not shown."""

    NONE = "", _("No reason is needed")
    HARM = "HARM", _("It attacks or belittles people")
    PERSON = "PERSON", _("It points at a person")
    MATTER = "MATTER", _("It is about something else")
    CLEAR = "CLEAR", _("It says several things at once, or cannot be understood")
    FALSE = "FALSE", _("It states something as a fact that is known to be untrue")
    ADVERT = "ADVERT", _("It sells or advertises something")
    OTHER = "OTHER", _("Another reason")


class Judgement(HubModel):
    """One decision about one statement; a later one does not take the earlier one away."""

    statement = HubForeignKey(Statement, related_name="judgements")
    outcome = models.CharField(max_length=7, choices=Outcome)
    reason = models.CharField(max_length=6, choices=Reason, blank=True)
    words = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=Language)  # of the words
    on_appeal = models.BooleanField(default=False)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(outcome="REFUSED") | ~Q(reason=""), name="need_judgement_reason_ck"
            ),
            models.CheckConstraint(
                condition=~Q(reason="OTHER") | ~Q(words=""), name="need_judgement_words_ck"
            ),
        ]
        indexes = [models.Index(fields=["hub", "statement", "id"], name="need_judgement_ix")]


class Appeal(HubModel):
    """What the author says against a refusal; somebody else decides about it, once."""

    statement = HubForeignKey(Statement, related_name="appeals")
    judgement = HubForeignKey(Judgement, related_name="+")
    words = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField()
    answer = HubForeignKey(Judgement, null=True, blank=True, related_name="+")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "statement"], name="need_appeal_once_uq"),
        ]
