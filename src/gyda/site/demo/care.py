"""Referrals and safety in a story: who was referred, which checks were seen, what was told."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial

from django.utils import timezone

from gyda.people.who import Who
from gyda.referral.actions import rules as steward
from gyda.referral.actions.answer import write_answer_down
from gyda.referral.actions.refer import Introduction, refer
from gyda.referral.models import Referral
from gyda.referral.reading import Row
from gyda.safeguarding.actions import concerns
from gyda.safeguarding.actions.checks import note_check
from gyda.safeguarding.actions.leads import name_lead
from gyda.safeguarding.actions.requirements import require
from gyda.safeguarding.models import Concern
from gyda.safeguarding.rules import leads
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.care import CheckWords, ConcernWords, LeadWords, ReferralWords, RuleWords

OPENED = 298  # days ago: the practice may refer from here on


def write_care(stage: Stage) -> None:
    """Note in the diary what was done so that people come in, and are safe."""
    story, day = stage.story, stage.diary.day
    if story.referrals:
        stage.write(day(OPENED, 9, 5), partial(_let_refer, stage))
    if story.coverage:
        stage.write(day(60, 9, 5), partial(_load, stage))
    for lead in story.leads:
        stage.write(day(lead.ago, 9, 10), partial(_name, stage, lead))
    for rule in story.rules:
        stage.write(day(rule.ago, 9, 20), partial(_rule, stage, rule))
    for check in story.checks:
        stage.write(day(check.ago, 10, 10), partial(_check, stage, check))
    for referral in story.referrals:
        Referred(stage, referral).write()
    for concern in story.concerns:
        Told(stage, concern).write()


def _let_refer(stage: Stage) -> None:
    keys = {stage.words(one.by).organisation for one in stage.story.referrals}
    organisations = [stage.organisations[key] for key in sorted(keys)]
    who = stage.by(stage.steward)
    steward.set_policy(who=who, answer_days=28, remind_days=14, organisations=organisations)


def _load(stage: Stage) -> None:
    rows = [Row(**vars(area)) for area in stage.story.coverage]
    steward.load_coverage(who=stage.by(stage.steward), rows=rows)


def _name(stage: Stage, words: LeadWords) -> None:
    name_lead(who=stage.by(stage.steward), member=stage.members[words.member])


def _rule(stage: Stage, words: RuleWords) -> None:
    require(
        who=stage.by(stage.steward),
        part=words.part,
        level=words.level,
        category=stage.shelves.get(words.category),
        because_cy=words.because_cy,
        because_en=words.because_en,
    )


def _check(stage: Stage, words: CheckWords) -> None:
    today = timezone.localdate()
    until = today + datetime.timedelta(days=words.ago + words.ends) if words.ends else None
    who, member = stage.connector_beside(words.member), stage.members[words.member]
    note_check(who=who, member=member, level=words.level, seen_on=today, valid_until=until)


def address_of(words: ReferralWords) -> str:
    """Return an address that belongs to nobody: of example.org, or a number kept for plays."""
    if words.reach == "EMAIL":
        return f"{words.name.lower().replace(' ', '.')}@example.org"
    start = "+447700900" if words.reach == "SMS" else "+441632960"
    return f"{start}{words.ago:03}"


class Referred:
    """One referral, and what the person said to a connector."""

    def __init__(self, stage: Stage, words: ReferralWords) -> None:
        self.stage, self.words = stage, words
        self.made: Referral | None = None

    def write(self) -> None:
        words, day = self.words, self.stage.diary.day
        self.stage.write(day(words.ago, 11, 40), self._refer)
        if words.answer:
            self.stage.write(day(words.ago - words.after, 14, 15), self._answer)

    def _refer(self) -> None:
        words = self.words
        told = Introduction(
            name=words.name, reach=words.reach, language=words.language,
            address=words.address or address_of(words),
            consent_how="SPOKEN", consent_on=timezone.localdate(), words=words.words,
            words_language=words.language if words.words else "",
        )  # fmt: skip
        self.made = refer(who=self.stage.by(words.by), introduction=told)

    def _answer(self) -> None:
        assert self.made is not None
        who = self.stage.connector_beside(self.words.by)
        write_answer_down(who=who, referral=self.made, answer=self.words.answer, how="PHONE")


class Told:
    """One concern, and the answer of a lead on the same day."""

    def __init__(self, stage: Stage, words: ConcernWords) -> None:
        self.stage, self.words = stage, words
        self.concern: Concern | None = None

    def write(self) -> None:
        self.stage.write(self.stage.diary.day(self.words.ago, 10, 30), self._tell)
        if self.words.answer:
            self.stage.write(self.stage.diary.day(self.words.ago, 13, 50), self._answer)

    def _tell(self) -> None:
        words = self.words
        told = concerns.Told(
            about=words.about, about_words=words.about_words, words=words.words,
            language=words.language,
        )  # fmt: skip
        teller = self.stage.members.get(words.member)
        self.concern, _code = concerns.tell_concern(told=told, told_by=teller)

    def _answer(self) -> None:
        assert self.concern is not None
        who, words = Who(leads()[0]), self.words
        concerns.note_reading(who=who, concern=self.concern)
        concerns.answer(who=who, concern=self.concern, words=words.answer, language=words.language)
        concerns.close(who=who, concern=self.concern)
