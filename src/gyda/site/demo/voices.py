"""What people of a story ask for: ideas, open letters, and the answers they get."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial
from uuid import UUID

from django.utils import timezone

from gyda.answers.actions.answering import Reply, answer
from gyda.answers.actions.setup import name_contact
from gyda.answers.models import Question
from gyda.need.ideas.actions import joining, points, setup, sharing, supporting
from gyda.need.ideas.models import IdeaCategory
from gyda.need.open_letters.actions import setup as letter_setup
from gyda.need.open_letters.actions import signing, writing
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.voices import AppealWords, IdeaWords, PointWords, ReplyWords

OPENED = 200  # days ago: from here on ideas can be shared
ANSWERS = {"meddygfa": "ffion", "tai": "anwen"}


def write_voices(stage: Stage) -> None:
    """Note in the diary what is shared, supported, signed, delivered and answered."""
    if not stage.story.ideas:
        return
    ids: dict[str, UUID] = {}
    day = stage.diary.day
    stage.write(day(OPENED, 9, 40), partial(_set_up, stage))
    for idea in stage.story.ideas:
        _write_idea(stage, idea, ids)
    for point in stage.story.points:
        stage.write(day(point.ago, 19, 30), partial(_say, stage, point, ids))
    for letter in stage.story.letters:
        _write_letter(stage, letter, ids)
    for reply in stage.story.replies:
        stage.write(day(reply.ago, 16, 40), partial(_reply, stage, reply, ids))


def _write_idea(stage: Stage, idea: IdeaWords, ids: dict[str, UUID]) -> None:
    day = stage.diary.day
    stage.write(day(idea.ago, 12, 10), partial(_share, stage, idea, ids))
    for number, key in enumerate(idea.supporters):
        at = day(idea.ago - 1 - number % 9, 18, 5 + number)
        stage.write(at, partial(_support, stage, idea.key, key, ids))
    if idea.joined_with:
        stage.write(day(idea.ago - 4, 9, 50), partial(_join, stage, idea, ids))


def _write_letter(stage: Stage, letter: AppealWords, ids: dict[str, UUID]) -> None:
    stage.write(stage.diary.day(letter.ago, 13, 15), partial(_open, stage, letter, ids))
    if letter.delivered:
        at = stage.diary.day(letter.delivered, 14, 30)
        stage.write(at, partial(_deliver, stage, letter, ids))


def _set_up(stage: Stage) -> None:
    who, bodies = stage.by(stage.steward), stage.organisations
    for key, member in ANSWERS.items():
        name_contact(who=who, organisation=bodies[key], member=stage.members[member])
    for shelf in stage.story.idea_shelves:
        setup.keep_category(
            who=who, name_cy=shelf.name_cy, name_en=shelf.name_en,
            organisation=bodies.get(shelf.organisation),
        )  # fmt: skip
    letter_setup.set_rules(who=who, non_members=True, forget_days=14)


def _share(stage: Stage, words: IdeaWords, ids: dict[str, UUID]) -> None:
    category = IdeaCategory.objects.filter(name_en=words.shelf).first()
    thought = sharing.Thought(
        words.title, words.what, words.language, words.place, category=category
    )
    ids[words.key] = sharing.share(who=stage.by(words.by), thought=thought).id


def _support(stage: Stage, idea: str, key: str, ids: dict[str, UUID]) -> None:
    supporting.support(who=stage.hand_of(key), idea_id=ids[idea])


def _join(stage: Stage, words: IdeaWords, ids: dict[str, UUID]) -> None:
    who = stage.connector_beside(words.by)
    joining.merge(who=who, idea_id=ids[words.key], into_id=ids[words.joined_with])


def _say(stage: Stage, words: PointWords, ids: dict[str, UUID]) -> None:
    point = points.make_point(
        who=stage.by(words.by), idea_id=ids[words.idea], side=words.side, text=words.text,
        language=words.language,
    )  # fmt: skip
    for key in words.agree:
        points.agree(who=stage.hand_of(key), point_id=point.id)


def _open(stage: Stage, words: AppealWords, ids: dict[str, UUID]) -> None:
    texts = ("title_cy", "title_en", "text_cy", "text_en", "original")
    letter = writing.open_letter(
        who=stage.by(words.by),
        words=writing.Words(
            **{name: getattr(words, name) for name in texts},
            translated="PERSON",
            organisation=stage.organisations.get(words.organisation),
            recipient_cy=words.recipient_cy,
            recipient_en=words.recipient_en,
        ),
    )
    ids[words.key] = letter.id
    for number, key in enumerate(words.signed):
        signing.sign(who=stage.hand_of(key), letter_id=letter.id, is_public=number % 2 == 0)
    lines = "\n".join(f"Llofnod {number}, ZZ99 1AA" for number in range(words.on_paper))
    signing.type_sheet(who=stage.connector_beside(words.by), letter_id=letter.id, lines=lines)


def _deliver(stage: Stage, words: AppealWords, ids: dict[str, UUID]) -> None:
    writing.deliver(
        who=stage.by(words.by),
        letter_id=ids[words.key],
        delivered_on=timezone.localdate(),
        delivered_to=words.delivered_to,
    )


def _reply(stage: Stage, words: ReplyWords, ids: dict[str, UUID]) -> None:
    """Answer what is owed by then; which month an idea is sent forward depends on today."""
    question = Question.objects.waiting().filter(about_id=ids[words.about]).first()
    if question is None:
        return
    by_on = timezone.localdate() + datetime.timedelta(days=words.days) if words.days else None
    names = ("verdict", "owner", "action_cy", "action_en", "reason_cy", "reason_en")
    said = {name: getattr(words, name) for name in names}
    answer(who=stage.by(words.by), question_id=question.id, reply=Reply(by_on=by_on, **said))
