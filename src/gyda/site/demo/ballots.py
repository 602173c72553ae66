"""Ballots of a story: options checked, votes put into the box, one counted and carried out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.utils import timezone

from gyda.decide.ballots.actions import announcing, casting, closing, counting, opening, options
from gyda.decide.ballots.actions.promising import promise_to
from gyda.decide.ballots.models import Ballot, Tally
from gyda.decide.ballots.queries import options_of
from gyda.decide.ballots.winners import winners
from gyda.decide.decisions.models import Decision
from gyda.decide.funds.models import Fund
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.need.ideas.kind import IDEA
from gyda.need.ideas.models import Idea
from gyda.people.who import GydaItself
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.deciding import BallotWords, OptionWords, VotesWords

TEXTS = ("title", "summary", "gains", "loses")
YEAR = 365


def write_ballots(stage: Stage) -> None:
    """Note in the diary what is prepared, checked, voted, counted and decided."""
    ids: dict[str, UUID] = {}
    for words in stage.story.ballots:
        day, ago = stage.diary.day, words.ago
        stage.write(day(ago, 10), partial(_prepare, stage, words, ids))
        stage.write(day(ago - 2, 14), partial(_check, stage, words, ids))
        stage.write(day(ago - 3, 9, 30), partial(_open, stage, words, ids))
        _write_votes(stage, words, ids)
        if words.closes > 0:
            stage.write(day(words.closes, 12, 1), partial(_count, stage, words, ids))
            stage.write(day(words.closes - 1, 19), partial(_decide, stage, words, ids))
            stage.write(day(words.closes - 2, 10), partial(_promise, stage, words, ids))


def _write_votes(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    number = 0
    for votes in stage.story.votes:
        for key in votes.by if votes.ballot == words.key else ():
            at = stage.diary.day(words.ago - 4 - number % 6, 11 + number % 9, number)
            stage.write(at, partial(_vote, stage, votes, key, ids))
            number += 1


def _prepare(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    who, now = stage.by(words.by), timezone.now()
    days = datetime.timedelta(days=words.ago - words.closes, hours=2)
    terms = opening.Terms(
        title_cy=words.title_cy,
        title_en=words.title_en,
        question_cy=words.question_cy,
        question_en=words.question_en,
        kind=words.kind,
        method="EQUAL_SHARES",
        say="CITIZEN",
        electorate="ALL",
        opens_at=now,
        closes_at=now + days,
        pence=words.pence,
        fund=_fund(stage, words.fund),
    )
    ballot = opening.draft(who=who, terms=terms, initiative=_thread(stage, words), key=uuid7())
    ids[words.key] = ballot.id
    for option in stage.story.options:
        if option.ballot == words.key:
            options.put(who=who, ballot_id=ballot.id, plan=_plan(option))


def _plan(words: OptionWords) -> options.Plan:
    texts = {f"{name}_{lang}": getattr(words, f"{name}_{lang}")
             for name in TEXTS for lang in ("cy", "en")}  # fmt: skip
    source: dict[str, Any] = {}
    if words.idea:
        idea = Idea.objects.get(title=words.idea)
        source = {"source": IDEA, "source_id": idea.id}
        texts |= {f"title_{idea.language}": idea.title, f"summary_{idea.language}": idea.what}
    return options.Plan(**texts, **source, pence=words.pence, minutes=words.minutes)


def _thread(stage: Stage, words: BallotWords) -> Initiative | None:
    found = stage.initiatives.get(words.initiative)
    return Initiative.objects.get(id=found) if found else None


def _fund(stage: Stage, key: str) -> Fund:
    title = next(one.title_cy for one in stage.story.funds if one.key == key)
    return Fund.objects.get(title_cy=title)


def _check(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    for option in options_of(Ballot.objects.get(id=ids[words.key])):
        options.judge(who=stage.by(words.judge), option_id=option.id, can_be_done=True)


def _open(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    opening.open_ballot(who=stage.by(words.by), ballot_id=ids[words.key])


def _vote(stage: Stage, votes: VotesWords, key: str, ids: dict[str, UUID]) -> None:
    who = stage.by(votes.phone or key)
    caller = stage.members[key] if votes.phone else None
    casting.cast(who=who, ballot_id=ids[votes.ballot], said=votes.said, caller=caller)


def _count(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    closing.close(by=GydaItself(stage.hub.id), ballot_id=ids[words.key])
    counting.count(who=stage.by(words.by), ballot_id=ids[words.key])


def _decide(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    ballot = Ballot.objects.get(id=ids[words.key])
    said = announcing.words_for(ballot)
    said |= {"reasons_cy": words.reasons_cy, "reasons_en": words.reasons_en}
    said |= {"minority_cy": words.minority_cy, "minority_en": words.minority_en}
    said["review_on"] = said["effective_on"] + datetime.timedelta(days=YEAR // 2)
    announcing.announce(who=stage.by(words.by), ballot_id=ballot.id, **said)


def _promise(stage: Stage, words: BallotWords, ids: dict[str, UUID]) -> None:
    """Promise the money of what won first; the rest waits."""
    ballot = Ballot.objects.select_related("fund__initiative", "initiative").get(id=ids[words.key])
    won = winners(ballot, Tally.objects.get(ballot=ballot), options_of(ballot))
    if won and words.payee:
        option = won[0].option
        option.ballot = ballot
        payee = {"payee": "ORGANISATION", "organisation": stage.organisations[words.payee]}
        decision = Decision.objects.get(about_id=ballot.id)
        promise_to(who=stage.by(words.by), option=option, decision=decision, payee=payee)
