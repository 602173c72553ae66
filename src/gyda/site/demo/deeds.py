"""What people of a story did for one another: agreed, done, confirmed by both, thanked."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from itertools import zip_longest
from uuid import UUID

from gyda.deliver.actions import entry, hours, propose, thanks
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.propose import Pair, Terms
from gyda.deliver.models import Listing
from gyda.deliver.models.exchange import Entry
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.giving import DeedWords

ON_PAPER = 0.4  # of what card holders do, so much is written down from the paper in the shop


class Told:
    """One exchange on its way, and who of the two does what."""

    def __init__(self, stage: Stage, giver: str, receiver: str, terms: Terms, first: str) -> None:
        self.stage, self.giver, self.receiver, self.terms = stage, giver, receiver, terms
        self.first = first
        self.answers = ""  # the title of a listing
        self.id = UUID(int=0)  # until it is proposed

    @property
    def second(self) -> str:
        return self.receiver if self.first == self.giver else self.giver

    @property
    def pair(self) -> Pair:
        return Pair(self.stage.members[self.giver], self.stage.members[self.receiver])

    def propose(self) -> None:
        who = self.stage.hand_of(self.first, self.second)
        listing = Listing.objects.filter(title=self.answers).first() if self.answers else None
        made = propose.propose(who=who, pair=self.pair, terms=self.terms, listing=listing)
        self.id = made.id

    def agree(self) -> None:
        propose.agree(who=self.stage.hand_of(self.second, self.first), exchange_id=self.id)

    def say(self, key: str, minutes: int = 0) -> None:
        other = self.receiver if key == self.giver else self.giver
        who = self.stage.hand_of(key, other)
        hours.say_hours(who=who, exchange_id=self.id, minutes=minutes or self.terms.minutes)

    def enter(self) -> None:
        """Write it down from paper for both."""
        who = self.stage.connector_beside(self.giver, self.receiver)
        line = entry.Line(uuid7(), self.pair, self.terms, Entry.PAPER)
        self.id = entry.enter_for_both(who=who, line=line).id

    def thank(self, words: Words, shared: bool) -> None:
        who = self.stage.hand_of(self.receiver, self.giver)
        thanks.thank(who=who, exchange_id=self.id, words=words, shared=shared)


def write_deeds(stage: Stage) -> None:
    """Note the year's exchanges in the diary."""
    for words in stage.story.deeds:
        for ago, thank in zip_longest(words.ago, words.thanks[: len(words.ago)], fillvalue=""):
            _write(stage, words, int(ago), str(thank))


def _write(stage: Stage, words: DeedWords, ago: int, thank: str) -> None:
    day, chance = stage.diary.day, stage.chance
    hour = chance.randrange(9, 17)
    first = chance.choice((words.giver, words.receiver))
    terms = Terms(words.what, words.language, words.minutes, when_at=day(ago, hour))
    told = Told(stage, words.giver, words.receiver, terms, first)
    on_paper = _is_on_paper(stage, words)
    done = day(ago, hour) + datetime.timedelta(minutes=words.minutes)
    if on_paper:
        stage.write(day(ago - 1, 11), told.enter)
    else:
        _write_agreed(stage, told, ago, done)
    if thank:
        written = _thanks(stage, words.receiver, thank)
        shared = words.shared
        stage.write(day(ago - 1, 19, 30), lambda: told.thank(written, shared))


def _is_on_paper(stage: Stage, words: DeedWords) -> bool:
    either = stage.words(words.giver).is_offline or stage.words(words.receiver).is_offline
    return either and stage.chance.random() < ON_PAPER


def _write_agreed(stage: Stage, told: Told, ago: int, done: datetime.datetime) -> None:
    joined = min(stage.words(told.giver).joined, stage.words(told.receiver).joined)
    early = min(ago + 6, joined - 1)
    stage.write(stage.diary.day(early, 9, 40), told.propose)
    stage.write(stage.diary.day(min(ago + 4, early), 19, 5), told.agree)
    saying = [told.giver, told.receiver]
    stage.chance.shuffle(saying)
    stage.write(done, lambda: told.say(saying[0]))
    stage.write(stage.diary.day(ago - 1, 18), lambda: told.say(saying[1]))


def _thanks(stage: Stage, receiver: str, text: str) -> Words:
    """A thank-you is in the receiver's language, unless it says otherwise: "cy: Diolch"."""
    language, mark, rest = text.partition(": ")
    if mark and language in ("cy", "en"):
        return Words(rest, language)
    return Words(text, stage.words(receiver).language)
