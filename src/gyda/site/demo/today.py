"""Exchanges of a story that are on their way today, in every state there is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import replace

from gyda.deliver.actions import hours, propose
from gyda.deliver.actions.moves import Words
from gyda.deliver.actions.propose import Terms
from gyda.site.demo.deeds import Told
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.giving import OpenWords

AGREED = {"AGREED", "SAID_BY_GIVER", "SAID_BY_RECEIVER", "DIFFER", "DIFFER_HANDED", "LAPSED"}
AGREED |= {"DONE", "CANCELLED"}
GIVER_SAYS = {"SAID_BY_GIVER", "DIFFER", "DIFFER_HANDED", "LAPSED", "DONE"}
RECEIVER_SAYS = {"SAID_BY_RECEIVER", "DIFFER", "DIFFER_HANDED", "DONE"}


def write_today(stage: Stage) -> None:
    """Note in the diary how far each one has come; the clock does the rest."""
    for words in stage.story.open:
        _write(stage, words)


def _write(stage: Stage, words: OpenWords) -> None:
    day = stage.diary.day
    when = day(-words.days, 14)
    terms = Terms(words.what, words.language, words.minutes, when_at=when)
    told = Told(stage, words.giver, words.receiver, terms, words.by)
    told.answers = words.listing
    stage.write(day(words.ago, 9, 20), told.propose)
    if words.state in AGREED:
        stage.write(day(words.ago, 18, 10), told.agree)
    _write_answer(stage, words, told)
    _write_hours(stage, words, told, when)


def _write_answer(stage: Stage, words: OpenWords, told: Told) -> None:
    reason = Words(words.words, stage.words(told.second).language)
    steps = {
        "CHANGED": lambda: _longer(stage, told),
        "DECLINED": lambda: propose.decline(
            who=stage.hand_of(told.second, told.first), exchange_id=told.id, words=reason
        ),
        "CANCELLED": lambda: propose.cancel(
            who=stage.hand_of(told.second, told.first), exchange_id=told.id, words=reason
        ),
    }
    if words.state in steps:
        stage.write(stage.diary.day(words.ago - 1, 8, 30), steps[words.state])


def _longer(stage: Stage, told: Told) -> None:
    terms = replace(told.terms, minutes=told.terms.minutes + 30)
    who = stage.hand_of(told.second, told.first)
    propose.change_terms(who=who, exchange_id=told.id, terms=terms)


def _write_hours(stage: Stage, words: OpenWords, told: Told, when: datetime.datetime) -> None:
    done = when + datetime.timedelta(minutes=words.minutes)
    if words.state in GIVER_SAYS:
        stage.write(done, lambda: told.say(words.giver, words.said_giver))
    if words.state in RECEIVER_SAYS:
        later = done + datetime.timedelta(hours=2)
        stage.write(later, lambda: told.say(words.receiver, words.said_receiver))
    if words.state == "DIFFER_HANDED":
        stage.write(done + datetime.timedelta(days=1), lambda: _hand_over(stage, told))


def _hand_over(stage: Stage, told: Told) -> None:
    who = stage.hand_of(told.receiver, told.giver)
    hours.hand_over(who=who, exchange_id=told.id, words=Words("", who.subject.strengths_language))
