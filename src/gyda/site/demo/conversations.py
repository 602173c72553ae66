"""What the people of a story say when somebody asks: statements, and many answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import random
from functools import partial
from math import exp
from uuid import UUID

from django.utils import timezone

from gyda.need.conversations.actions import ending, judging, saying
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.opening import Terms, open_conversation
from gyda.need.conversations.actions.policy import set_policy
from gyda.need.conversations.models import (
    Change,
    Conversation,
    Outcome,
    Participant,
    Source,
    Statement,
    VoicePolicy,
    Vote,
    Voters,
)
from gyda.need.conversations.voice import Voice, keyed
from gyda.site.demo.stage import SEED, Stage
from gyda.site.demo.story.conversations import ConversationWords, StatementWords

HEAR = datetime.timedelta(days=30)
SESSIONS = 6  # days on which people come
RULES_CY = "Un peth ar y tro, am y cwestiwn, heb ymosod ar neb. Mae croeso i bob barn."
RULES_EN = (
    "One thing at a time, about the question, without attacking anybody. Every view is welcome."
)


def write_conversations(stage: Stage) -> None:
    """Note in the diary what is asked, what people say and how they answer."""
    ids: dict[str, UUID] = {}
    for words in stage.story.conversations:
        stage.write(stage.diary.day(words.ago, 9, 40), partial(_open, stage, words, ids))
        said = [one for one in stage.story.statements if one.conversation == words.key and one.by]
        for one in said:
            stage.write(stage.diary.day(one.ago, 18, 5), partial(_say, stage, one, ids))
        last = max(words.ago - words.days, 1)
        for number in range(SESSIONS):
            ago = words.ago - (words.ago - last) * (number + 1) // SESSIONS
            at = stage.diary.day(max(ago, 0), 18, 30)
            stage.write(at, partial(_answer, words, number, ids, stage))
        if words.next_cy:
            stage.write(stage.diary.day(last - 1, 10), partial(_close, stage, words, ids))


def _open(stage: Stage, words: ConversationWords, ids: dict[str, UUID]) -> None:
    if not VoicePolicy.objects.exists():
        steward = stage.by(stage.steward)
        set_policy(who=steward, anyone=True, rules_cy=RULES_CY, rules_en=RULES_EN)
    now = timezone.now()
    closes = now + datetime.timedelta(days=words.days)
    terms = Terms(
        title_cy=words.title_cy, title_en=words.title_en,
        purpose_cy=words.purpose_cy, purpose_en=words.purpose_en,
        opens_at=now, closes_at=closes, hear_by_on=timezone.localdate(closes + HEAR),
        voters=Voters.ANYONE,
    )  # fmt: skip
    seeds = [
        (one.cy, one.en)
        for one in stage.story.statements
        if one.conversation == words.key and not one.by
    ]
    opened = open_conversation(
        who=stage.by(words.by), terms=terms, seeds=seeds,
        initiative_id=stage.initiatives.get(words.initiative),
    )  # fmt: skip
    ids[words.key] = opened.id


def _say(stage: Stage, words: StatementWords, ids: dict[str, UUID]) -> None:
    """Let a member say something, and somebody else read and translate it."""
    author = stage.by(words.by)
    text, other = (words.cy, words.en) if words.language == "cy" else (words.en, words.cy)
    voice = Voice(Source.WEB, member_id=author.subject.id)
    said = saying.say(
        conversation_id=ids[words.conversation], voice=voice,
        words=saying.Words(text, words.language),
    )  # fmt: skip
    if words.fate == "WAITING":
        return
    reader = stage.connector_beside(words.by)
    because = judging.Because(words.reason, "", "cy")
    judging.judge(who=reader, statement_id=said.id, outcome=words.fate, because=because)
    if words.fate == Outcome.SHOWN:
        saying.translate(who=reader, statement_id=said.id, translation=other)


def _answer(words: ConversationWords, session: int, ids: dict[str, UUID], stage: Stage) -> None:
    """Let a part of the voters come: browsers without a name, each with a place of their own."""
    chance = random.Random(f"{SEED} {words.key} {session}")  # noqa: S311
    conversation = Conversation.objects.get(id=ids[words.key])
    told = {one.cy: one for one in stage.story.statements} | {
        one.en: one for one in stage.story.statements
    }
    shown = [
        (one, told[one.text]) for one in Statement.objects.shown().filter(conversation=conversation)
    ]
    people = [
        _newcomer(conversation, f"{session} {number}") for number in range(words.voters // SESSIONS)
    ]
    Participant.objects.bulk_create(people)
    votes = [vote for person in people for vote in _votes(chance, conversation, person, shown)]
    Vote.objects.bulk_create(votes, batch_size=500)
    Change.objects.bulk_create(_changes(conversation, votes), batch_size=500)
    fold(conversation.id)


def _newcomer(conversation: Conversation, name: str) -> Participant:
    return Participant(
        hub_id=conversation.hub_id, conversation=conversation, source=Source.WEB,
        browser=keyed(conversation.secret, name), came_at=timezone.now(),
    )  # fmt: skip


def _votes(
    chance: random.Random,
    conversation: Conversation,
    person: Participant,
    shown: list[tuple[Statement, StatementWords]],
) -> list[Vote]:
    """Return the answers of one person, who stands a little left or right of the middle."""
    side = chance.choice((-1, 1, 1)) + chance.gauss(0, 0.35)
    mood = chance.gauss(0, 0.4)
    asked = chance.sample(shown, min(len(shown), chance.randint(9, len(shown))))
    return [
        Vote(
            hub_id=conversation.hub_id, conversation=conversation, participant=person,
            statement=one, answer=_opinion(chance, _leaning(words, side, mood)),
            source=Source.WEB, language=chance.choice(("cy", "en")), at=timezone.now(),
        )
        for one, words in asked
    ]  # fmt: skip


def _leaning(words: StatementWords, side: float, mood: float) -> float:
    return 1.3 * words.liked + 1.4 * words.divides * side + mood


def _opinion(chance: random.Random, leaning: float) -> int:
    if chance.random() < 0.12:
        return 0
    return 1 if chance.random() < 1 / (1 + exp(-leaning)) else -1


def _changes(conversation: Conversation, votes: list[Vote]) -> list[Change]:
    seen: set[UUID] = set()
    rows = []
    for vote in votes:
        is_new = vote.participant_id not in seen
        seen.add(vote.participant_id)
        rows.append(
            Change(
                hub_id=conversation.hub_id, conversation=conversation.id,
                statement=vote.statement_id, now=vote.answer, is_new=is_new,
            )
        )  # fmt: skip
    return rows


def _close(stage: Stage, words: ConversationWords, ids: dict[str, UUID]) -> None:
    who, found = stage.by(words.by), ids[words.key]
    ending.close(
        who=who, conversation_id=found, next_=ending.Words(words.next_cy, words.next_en),
        hear_by_on=timezone.localdate() + HEAR,
    )  # fmt: skip
    if words.outcome_cy:
        outcome = ending.Words(words.outcome_cy, words.outcome_en)
        ending.tell(who=who, conversation_id=found, outcome=outcome)
