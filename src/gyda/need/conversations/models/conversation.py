"""A conversation, and what a hub allows in its conversations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import secrets
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.codes import LETTERS
from gyda.people.models import Member
from gyda.web.bilingual import Bilingual


class Voters(models.TextChoices):
    """Who may answer, and add statements."""

    MEMBERS = "MEMBERS", _("Members of the hub")
    ANYONE = "ANYONE", _("Anyone, without signing in")


class Moderation(models.TextChoices):
    """When somebody reads a new statement."""

    BEFORE = "BEFORE", _("Before everyone sees it")
    AFTER = "AFTER", _("Afterwards: it is seen at once")


class State(models.TextChoices):
    """Whether answers are taken."""

    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed")


def new_secret() -> str:
    """Return what lots are drawn with and networks are hashed with: nobody can guess either."""
    return secrets.token_hex(32)


def new_join_code() -> str:
    """Return six letters to be read from a screen: a way to the page, not a key to anything."""
    return "".join(secrets.choice(LETTERS) for _number in range(6))


class VoicePolicy(HubModel):
    """What a hub allows in its conversations, and the rules by which statements are judged."""

    anyone = models.BooleanField(default=False)  # may conversations be open without signing in?
    rules = Bilingual(models.TextField, max_length=2000, blank=True)
    by = HubForeignKey(Member, related_name="+")
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="need_voicepolicy_hub_uq"),
        ]


class ConversationQuerySet(HubQuerySet["Conversation"]):
    """Conversations by who may read them and whether they go on."""

    def going_on(self) -> "ConversationQuerySet":
        return self.filter(state=State.OPEN)

    def for_everyone(self) -> "ConversationQuerySet":
        return self.filter(is_public=True)


ConversationManager = HubManager.from_queryset(ConversationQuerySet)


class Conversation(HubModel):
    """One question, which is its title.

    `people` is how many have answered, folded in a moment after they did.
    """

    title = Bilingual(models.CharField, max_length=200)
    purpose = Bilingual(models.TextField, max_length=2000)
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="conversations")
    voters = models.CharField(max_length=7, choices=Voters, default=Voters.MEMBERS)
    moderation = models.CharField(max_length=6, choices=Moderation, default=Moderation.BEFORE)
    is_public = models.BooleanField(default=True)  # may everyone read it?
    takes_statements = models.BooleanField(default=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True, blank=True)
    hear_by_on = models.DateField()  # when people hear what became of it
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)
    next = Bilingual(models.TextField, max_length=1000, blank=True)  # said on closing
    outcome = Bilingual(models.TextField, max_length=2000, blank=True)  # said at the end
    outcome_at = models.DateTimeField(null=True, blank=True)
    people = models.PositiveIntegerField(default=0)
    join_code = models.CharField(max_length=6, default=new_join_code)
    secret = models.CharField(max_length=64, default=new_secret, editable=False)
    by = HubForeignKey(Member, related_name="+")
    created_at = models.DateTimeField()
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["ConversationManager[Self]"] = ConversationManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="need_conversation_request_uq"
            ),
            models.UniqueConstraint(fields=["hub", "join_code"], name="need_conversation_code_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(purpose_cy="") & ~Q(purpose_en=""),
                name="need_conversation_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(voters=Voters.MEMBERS) | Q(is_public=True),
                name="need_conversation_who_answers_may_read_ck",
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="need_conversation_times_ck",
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN, closed_at__isnull=True)
                | Q(state=State.CLOSED, closed_at__isnull=False),
                name="need_conversation_closed_ck",
            ),
            models.CheckConstraint(
                condition=Q(outcome_at__isnull=True, outcome_cy="", outcome_en="")
                | (Q(outcome_at__isnull=False) & ~Q(outcome_cy="") & ~Q(outcome_en="")),
                name="need_conversation_outcome_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "id"], name="need_conversation_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="need_conversation_thread_ix"),
            models.Index(
                fields=["hub", "closes_at"],
                condition=Q(state="OPEN", closes_at__isnull=False),
                name="need_conversation_due_ix",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def takes_answers(self, now: datetime.datetime | None = None) -> bool:
        """Tell whether it is open at this moment, whether or not the clock has run since."""
        now = now or timezone.now()
        ends = self.closes_at is None or now < self.closes_at
        return self.state == State.OPEN and self.opens_at <= now and ends
