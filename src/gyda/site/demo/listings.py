"""Offers and asks of a story."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import io
from functools import partial

from gyda.deliver.actions import listing as actions
from gyda.deliver.actions import picture
from gyda.deliver.drafts import Draft
from gyda.deliver.models.codes import Access, Care, Day, Part, slot, together
from gyda.site.demo.pictures import draw
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.giving import ListingWords

SHELVES = {  # a word of the story -> a category's English name
    "animals": "Pets",
    "children": "Looking after children",
    "company": "Company and a chat",
    "crafts": "Crafts and sewing",
    "digital": "Phones and computers",
    "food": "Food and cooking",
    "garden": "In the garden",
    "language": "Practising Welsh and other languages",
    "learning": "Stories and local history",
    "letters": "Forms and letters",
    "lifts": "Lifts and getting about",
    "mending": "Repairs and odd jobs",
    "moving": "Walking, sport and keeping fit",
    "music": "Music and singing",
}


def write_listings(stage: Stage) -> None:
    """Note in the diary when each was put up."""
    for words in stage.story.listings:
        at = stage.diary.day(words.ago, stage.chance.randrange(8, 20), 15)
        stage.write(at, partial(_put_up, stage, words))


def _put_up(stage: Stage, words: ListingWords) -> None:
    who = stage.by(words.entered_by, words.by) if words.entered_by else stage.by(words.by)
    listing = actions.put_up(who=who, kind=words.kind, draft=_draft(stage, words))
    if words.picture:
        file = io.BytesIO(draw(words.picture))
        picture.add_picture(
            who=who, listing=listing, file=file, alt=words.alt, language=words.language
        )


def _draft(stage: Stage, words: ListingWords) -> Draft:
    return Draft(
        category=stage.shelves[SHELVES[words.shelf]],
        title=words.title,
        language=words.language,
        words=words.words,
        where=words.where,
        place=words.place,
        times=together(_slot(time) for time in words.times),
        by_on=_by_on(stage, words),
        spoken=words.spoken,
        access=together(Access[name] for name in words.access),
        care=together(Care[name] for name in words.care),
        minutes=words.minutes,
    )


def _slot(time: str) -> int:
    day, part = time.split()
    return slot(Day[day], Part[part])


def _by_on(stage: Stage, words: ListingWords) -> datetime.date | None:
    return stage.diary.day(-words.by_in).date() if words.by_in else None
