"""What people of a story did on paper: notes printed, handed out, brought; statements by post."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from contextlib import suppress
from functools import partial

from django.utils import timezone

from gyda.deliver.models import Note, NoteBatch
from gyda.deliver.paper import signing
from gyda.deliver.paper.actions.ending import report_lost
from gyda.deliver.paper.actions.handing import Hand, hand_out
from gyda.deliver.paper.actions.printing import Print, print_batch
from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.actions.statements import choose_rhythm
from gyda.deliver.paper.errors import NoteRefused
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.paper import BatchWords, HandOutWords, PostWords


def write_paper(stage: Stage) -> None:
    """Note in the diary what was printed, handed out and chosen."""
    for batch in stage.story.batches:
        stage.write(stage.diary.day(batch.ago, 9), partial(_print, stage, batch))
    for words in stage.story.handouts:
        Handed(stage, words).write()
    for post in stage.story.post:
        stage.write(stage.diary.day(post.ago, 11, 30), partial(_choose, stage, post))


def _print(stage: Stage, words: BatchWords) -> None:
    last = timezone.localdate() + datetime.timedelta(days=words.days) if words.days else None
    asked = Print(key=uuid7(), minutes=words.minutes, count=words.count, expires_on=last)
    print_batch(who=stage.connector_beside(), asked=asked)


def _choose(stage: Stage, post: PostWords) -> None:
    who = stage.connector_beside(post.member)
    choose_rhythm(who=who, member=stage.members[post.member], rhythm=post.rhythm)


class Handed:
    """Notes handed out at one moment, and where each of them went."""

    def __init__(self, stage: Stage, words: HandOutWords) -> None:
        self.stage, self.words = stage, words
        self.notes: list[Note] = []

    def write(self) -> None:
        """Note the hand-out in the diary, and after it what became of the notes."""
        day, words = self.stage.diary.day, self.words
        self.stage.write(day(words.ago, 16), self._hand)
        for number, key in enumerate(words.brought):
            at = day(words.ago - 3 - 4 * number, 18, 20)
            self.stage.write(at, partial(self._bring, number, key))
        after = len(words.brought)
        if words.spent:
            self.stage.write(day(words.ago - 5, 15), partial(self._spend, after))
        for number in range(words.lost):
            self.stage.write(day(words.ago - 8, 10), partial(self._lose, -1 - number))
        if words.twice:
            self.stage.write(day(1, 19), partial(self._bring, 0, words.twice))

    def _hand(self) -> None:
        words, stage = self.words, self.stage
        batch = NoteBatch.objects.latest("number")
        first = Note.objects.filter(batch=batch, state="DRAWER").earliest("number").number
        hand = Hand(
            key=uuid7(),
            batch=batch,
            first=first,
            count=words.count,
            source=words.source,
            holder=stage.members[words.holder] if words.holder else None,
            words=words.words,
            language=words.language,
        )
        out = hand_out(who=stage.connector_beside(words.holder), hand=hand)
        notes = Note.objects.filter(handout=out).select_related("batch__key")
        self.notes = list(notes.order_by("number"))

    def _code(self, number: int) -> str:
        note = self.notes[number]
        return signing.printed_code(note.batch, note.number)

    def _bring(self, number: int, key: str) -> None:
        with suppress(NoteRefused):  # a copy: the connectors are told
            redeem_note(who=self.stage.hand_of(key), code=self._code(number), key=uuid7())

    def _spend(self, number: int) -> None:
        place = self.stage.organisations[self.words.spent]
        who = self.stage.connector_beside()
        redeem_note(who=who, code=self._code(number), key=uuid7(), at=place)

    def _lose(self, number: int) -> None:
        report_lost(who=self.stage.connector_beside(), note=self.notes[number])
