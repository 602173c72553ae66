"""Telling one's own story, saying who may read it, taking it back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives.models import Initiative
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.need.gifts import errors
from gyda.need.gifts.models import Story, StoryScope
from gyda.people.letterbox import write_to
from gyda.people.who import Who


@dataclass(frozen=True)
class Telling:
    """The story, what was strong in it, and how far the consent goes."""

    title: str
    strength: str
    language: str
    words: str = ""
    scope: str = StoryScope.PRIVATE
    named: bool = False
    initiative: Initiative | None = None


@once
@transaction.atomic
def tell_story(
    *,
    who: Who,
    telling: Telling,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Story:
    """Keep a story of the person's own."""
    if not who.reaches_everything:
        raise errors.NotYours
    if key and (stored := Story.objects.filter(request_key=key).first()):
        return stored
    story = Story.objects.create(
        member=who.subject, told_at=now or timezone.now(), request_key=key, **vars(telling)
    )
    record(by=who, verb="story.told", about=story)
    return story


@transaction.atomic
def change_story(*, who: Who, story_id: UUID, telling: Telling) -> Story:
    """Change the words or the consent; it holds at once."""
    story = _own(who, story_id)
    Story.objects.filter(id=story.id).update(**vars(telling))
    story.refresh_from_db()
    record(by=who, verb="story.changed", about=story)
    return story


@transaction.atomic
def take_back(*, who: Who, story_id: UUID, now: datetime.datetime | None = None) -> None:
    """Take it back: the words are gone, that there was one is left."""
    story = _own(who, story_id)
    empty_story(story, now or timezone.now())
    record(by=who, verb="story.taken_back", about=story)


def empty_story(story: Story, now: datetime.datetime) -> None:
    Story.objects.filter(id=story.id).update(
        title="", strength="", words="", member=None, named=False, withdrawn_at=now
    )


@transaction.atomic
def hush(*, who: Who, story_id: UUID) -> None:
    """A connector has it read by its teller alone, and the teller is told."""
    story = Story.objects.select_for_update().get(id=story_id)
    if not who.actor.is_connector:
        raise errors.NotYours
    if story.withdrawn_at or story.member is None:
        raise errors.NoLongerThere
    Story.objects.filter(id=story.id).update(scope=StoryScope.PRIVATE)
    write_to(story.member, "story_hushed", about_id=story.id, story=story)
    record(by=who, verb="story.hushed", about=story)


def _own(who: Who, story_id: UUID) -> Story:
    story = Story.objects.select_for_update().get(id=story_id)
    if story.withdrawn_at:
        raise errors.NoLongerThere
    if story.member_id != who.subject.id or not who.reaches_everything:
        raise errors.NotYours
    return story
