"""What people of a story did together, and the hours they gave away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial
from uuid import UUID

from gyda.deliver.actions import activity, attendance, gift, signup
from gyda.deliver.actions.attendance import Came
from gyda.deliver.actions.gift import Present
from gyda.deliver.models.activity import PaidFrom, Part
from gyda.deliver.models.gift import Gift
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.giving import ActivityWords, GiftWords, GrantWords

NOTICE = 14  # days before an activity on which it is announced


def write_activities(stage: Stage) -> None:
    """Note every meeting of every circle in the diary."""
    for words in stage.story.activities:
        for ago in words.ago:
            Meeting(stage, words, ago).write()


class Meeting:
    """One activity on one day."""

    def __init__(self, stage: Stage, words: ActivityWords, ago: int) -> None:
        self.stage, self.words, self.ago = stage, words, ago
        self.starts_at = stage.diary.day(ago, words.hour)
        self.ends_at = self.starts_at + datetime.timedelta(minutes=words.minutes)
        self.id = UUID(int=0)  # until it is planned
        known = max(ago, 1)
        self.gives = [key for key in words.gives if stage.is_member(key, known + NOTICE)]
        self.takes = [key for key in words.takes if stage.is_member(key, known + NOTICE)]

    def write(self) -> None:
        announced = self.ago + NOTICE if self.ago > 0 else 4 + self.ago % 5
        day = self.stage.diary.day
        self.stage.write(day(announced, 8, 45), self._plan)
        for number, key in enumerate([*self.gives, *self.takes]):
            part = Part.GIVES if number < len(self.gives) else Part.RECEIVES
            at = day(announced - 1 - number % 3, 12, number)
            self.stage.write(at, partial(self._sign_up, key, part))
        self.stage.write(day(self.ago - 1, 10), self._record)

    def _plan(self) -> None:
        words = self.words
        plan = activity.Plan(
            title_cy=words.title_cy,
            title_en=words.title_en,
            about_cy=words.about_cy,
            about_en=words.about_en,
            place_cy=words.place_cy,
            place_en=words.place_en,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            minutes=words.minutes,
            places=words.places,
            paid_from=self._source(),
            organisation=self.stage.organisations.get(words.organisation),
        )
        organisers = [self.stage.members[words.organiser]]
        who = self.stage.connector_beside()
        self.id = activity.plan_activity(who=who, plan=plan, organisers=organisers).id

    def _source(self) -> PaidFrom:
        """An organisation with a pool gives the hours itself."""
        pools = {pool.organisation for pool in self.stage.story.pools}
        has_pool = self.words.organisation in pools
        return PaidFrom.ORGANISATION if has_pool else PaidFrom.ISSUE

    def _sign_up(self, key: str, part: Part) -> None:
        signup.sign_up(who=self.stage.hand_of(key), activity_id=self.id, part=part)

    def _record(self) -> None:
        """Say who came: most of those who said they would."""
        minutes, chance = self.words.minutes, self.stage.chance
        there = [key for key in self.gives if key == self.words.organiser or chance.random() < 0.9]
        came = [Came(self.stage.members[key], minutes) for key in there]
        came += [Came(self.stage.members[key], minutes, Part.RECEIVES) for key in self.takes]
        who = self.stage.by(self.words.organiser)
        attendance.record_attendance(who=who, activity_id=self.id, came=came)


def write_gifts(stage: Stage) -> None:
    """Note in the diary who gave hours away."""
    for words in stage.story.gifts:
        at = stage.diary.day(words.ago, 20)
        stage.write(at, partial(_give, stage, words))
    for grant in stage.story.grants:
        at = stage.diary.day(grant.ago, 11)
        stage.write(at, partial(_grant, stage, grant))


def _present(words: GiftWords | GrantWords) -> Present:
    return Present(key=uuid7(), minutes=words.minutes, words=words.words, language=words.language)


def _give(stage: Stage, words: GiftWords) -> None:
    who, present = stage.hand_of(words.giver), _present(words)
    if not words.receiver:
        gift.give_to_pot(who=who, present=present)
        return
    receiver = stage.members[words.receiver]
    given = gift.give_to_neighbour(who=who, receiver=receiver, present=present)
    if words.thanks:
        _thank(stage, words, given)


def _thank(stage: Stage, words: GiftWords, given: Gift) -> None:
    who = stage.hand_of(words.receiver)
    language = stage.words(words.receiver).language
    gift.thank(who=who, gift=given, thanks=words.thanks, language=language)


def _grant(stage: Stage, words: GrantWords) -> None:
    receiver = stage.members[words.receiver]
    who = stage.connector_beside(words.receiver)
    gift.grant(who=who, receiver=receiver, present=_present(words))
