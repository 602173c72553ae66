"""A person's own story, told as far as they consent, and taken back when they want it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class StoryScope(models.TextChoices):
    """How far the consent goes."""

    PRIVATE = "PRIVATE", _("Only I read it")
    HUB = "HUB", _("Members of the hub may read it")
    PUBLIC = "PUBLIC", _("Everyone may read it")


class StoryQuerySet(HubQuerySet["Story"]):
    """Stories by who may read them."""

    def told(self) -> "StoryQuerySet":
        return self.filter(withdrawn_at__isnull=True)

    def readable_by(self, member: Member | None) -> "StoryQuerySet":
        public = Q(scope=StoryScope.PUBLIC)
        if not member:
            return self.told().filter(public)
        return self.told().filter(public | Q(scope=StoryScope.HUB) | Q(member=member))


StoryManager = HubManager.from_queryset(StoryQuerySet)


class Story(HubModel):
    """What was strong comes first; a story that was taken back has no words left."""

    title = models.CharField(max_length=100, blank=True)
    strength = models.TextField(max_length=1000, blank=True)
    words = models.TextField(max_length=5000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    scope = models.CharField(max_length=7, choices=StoryScope, default=StoryScope.PRIVATE)
    named = models.BooleanField(default=False)
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["StoryManager[Self]"] = StoryManager()

    class Meta(HubModel.Meta):
        verbose_name_plural = "stories"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="need_story_request_uq"),
            models.CheckConstraint(
                condition=(
                    Q(withdrawn_at__isnull=True, member__isnull=False)
                    & ~Q(title="")
                    & ~Q(strength="")
                )
                | Q(withdrawn_at__isnull=False, title="", strength="", words="", member=None),
                name="need_story_taken_back_is_empty_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "scope", "id"], name="need_story_scope_ix"),
            models.Index(fields=["hub", "member", "id"], name="need_story_member_ix"),
        ]

    def __str__(self) -> str:
        return self.title
