"""A statement: somebody's own words, with a translation typed by a person beside it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.need.conversations.models.conversation import Conversation
from gyda.need.conversations.models.participant import Participant
from gyda.people.models import Member
from gyda.people.models.person import Language

LONGEST = 140  # characters: what is read in one breath
BROUGHT = 1000  # what other tools allowed, from which conversations are brought over


class Standing(models.TextChoices):
    """Whether people are asked about it."""

    WAITING = "WAITING", _("waits to be read")
    SHOWN = "SHOWN", _("shown")
    REFUSED = "REFUSED", _("not shown")
    MERGED = "MERGED", _("joined with another that says the same")


class StatementQuerySet(HubQuerySet["Statement"]):
    """Statements by whether people are asked about them."""

    def shown(self) -> "StatementQuerySet":
        return self.filter(state=Standing.SHOWN)

    def waiting(self) -> "StatementQuerySet":
        return self.filter(state=Standing.WAITING)


StatementManager = HubManager.from_queryset(StatementQuerySet)


class Statement(HubModel):
    """`author` is a participant, never a name; the tallies are folded from changes of votes."""

    conversation = HubForeignKey(Conversation, related_name="statements")
    number = models.PositiveIntegerField()  # from 1 in its conversation
    text = models.CharField(max_length=BROUGHT)
    language = models.CharField(max_length=2, choices=Language)
    translation = models.CharField(max_length=2 * BROUGHT, blank=True)  # in the other language
    translated_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    translated_at = models.DateTimeField(null=True, blank=True)
    author = HubForeignKey(Participant, null=True, blank=True, related_name="statements")
    is_seed = models.BooleanField(default=False)  # from whoever opened the conversation
    is_meta = models.BooleanField(default=False)  # about the conversation itself
    state = models.CharField(max_length=7, choices=Standing, default=Standing.WAITING)
    merged_into = HubForeignKey("self", null=True, blank=True, related_name="aliases")
    agrees = models.PositiveIntegerField(default=0)
    disagrees = models.PositiveIntegerField(default=0)
    passes = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["StatementManager[Self]"] = StatementManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "conversation", "number"], name="need_statement_number_uq"
            ),
            models.UniqueConstraint(
                fields=["hub", "request_key"], name="need_statement_request_uq"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="need_statement_text_ck"),
            models.CheckConstraint(
                condition=Q(state="MERGED", merged_into__isnull=False)
                | (~Q(state="MERGED") & Q(merged_into__isnull=True)),
                name="need_statement_merged_ck",
            ),
            models.CheckConstraint(
                condition=Q(translated_by__isnull=True) | ~Q(translation=""),
                name="need_statement_translation_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "conversation", "state", "number"], name="need_statement_state_ix"
            ),
            models.Index(fields=["hub", "author"], name="need_statement_author_ix"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def answers(self) -> int:
        return self.agrees + self.disagrees + self.passes

    def words(self, language: str) -> tuple[str, str]:
        """Return what someone reads who asks for a language, and in which language that is."""
        if language != self.language and self.translation:
            return self.translation, language
        return self.text, self.language

    @property
    def other_language(self) -> str:
        return "en" if self.language == "cy" else "cy"
