"""What a story has to start from: gifts found in conversation, and people's own stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial

from django.utils import timezone

from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.need.gifts.actions.assets import Found, agree, note_asset
from gyda.need.gifts.actions.stories import Telling, tell_story
from gyda.need.gifts.models import AssetKind, Audience, Holder
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.heard import AssetWords, TaleWords


def write_assets(stage: Stage) -> None:
    """Note in the diary which gift is found when, and who tells a story."""
    for words in stage.story.assets:
        stage.write(stage.diary.day(words.ago, 14, 40), partial(_find, stage, words))
    for tale in stage.story.tales:
        stage.write(stage.diary.day(tale.ago, 19, 10), partial(_tell, stage, tale))


def _find(stage: Stage, words: AssetWords) -> None:
    met = stage.members[words.met] if words.met else None
    found = Found(
        kind=words.kind,
        title=words.title,
        language=words.language,
        holder=_holder(words),
        found_on=timezone.localdate(),
        what=words.what,
        place=words.place,
        through=words.through,
        audience=Audience.PUBLIC if words.public else Audience.HUB,
        member=met,
        initiative=_initiative(stage, words.initiative),
    )
    asset = note_asset(who=stage.by(words.by), found=found, key=uuid7())
    if met and words.ago > 1:
        agree(who=stage.by(words.met), asset_id=asset.id)


def _holder(words: AssetWords) -> Holder:
    if words.theirs:
        return Holder.THEM
    return Holder.ME if words.kind == AssetKind.PERSON else Holder.NOBODY


def _initiative(stage: Stage, key: str) -> Initiative | None:
    if not key:
        return None
    title = next(one.title_cy for one in stage.story.initiatives if one.key == key)
    return Initiative.objects.get(title_cy=title)


def _tell(stage: Stage, words: TaleWords) -> None:
    telling = Telling(
        title=words.title,
        strength=words.strength,
        words=words.words,
        language=words.language,
        scope=words.scope,
        named=words.named,
        initiative=_initiative(stage, words.initiative),
    )
    tell_story(who=stage.by(words.by), telling=telling, key=uuid7())
