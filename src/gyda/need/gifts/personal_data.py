"""What is held on a member about gifts and stories: handed over, and erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q
from django.utils import timezone

from gyda.need.gifts.actions.assets import EMPTY, without_them
from gyda.need.gifts.actions.stories import empty_story
from gyda.need.gifts.models import Asset, Holder, Story, StoryScope
from gyda.people.data import register
from gyda.people.models import Member

Rows = list[dict[str, Any]]


def export_assets(member: Member) -> Rows:
    """Return what the member wrote down, and what was found with them."""
    rows = Asset.objects.there().filter(Q(by=member) | Q(member=member)).order_by("id")
    facts = ("title", "what", "language", "kind", "holder", "place", "found_on", "agreed_at")
    return [dict(row) for row in rows.values(*facts)]


def forget_assets(member: Member) -> None:
    """Take away their own gifts, and their name out of the others."""
    now = timezone.now()
    for asset in Asset.objects.filter(member=member):
        without_them(asset, now)
    own = Asset.objects.there().filter(by=member, holder=Holder.ME)
    own.update(withdrawn_at=now, **EMPTY)


def export_stories(member: Member) -> Rows:
    rows = Story.objects.filter(member=member).order_by("id")
    facts = ("title", "strength", "language", "scope", "named", "told_at")
    return [dict(row) | {"words": row["words"]} for row in rows.values(*facts, "words")]


def erase_stories(member: Member) -> None:
    """Leave only that there were stories."""
    for story in Story.objects.filter(member=member):
        empty_story(story, timezone.now())


def leave(member: Member) -> None:
    """Who leaves the hub takes their gifts along; their stories are read by nobody else."""
    forget_assets(member)
    Story.objects.filter(member=member).update(scope=StoryScope.PRIVATE)


def register_all() -> None:
    register(Asset, export=export_assets, erase=forget_assets)
    register(Story, export=export_stories, erase=erase_stories)
