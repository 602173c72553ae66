"""The venues of a story: pools granted, places put up, a year of visits, and payments."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import random
from functools import partial
from uuid import UUID

from gyda.deliver.actions.moves import Words as Said
from gyda.deliver.models.codes import Access, together
from gyda.deliver.queries.hours import minutes_of
from gyda.deliver.venues.actions import book, door, pools, settle, setup, spare
from gyda.deliver.venues.models import Agreement, Booking, Occasion, Venue
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.queries.owed import owed_under
from gyda.keys.uuid7 import uuid7
from gyda.site.demo.stage import SEED, Stage
from gyda.site.demo.story.venues import PoolWords, SpareWords, VenueWords

WEEK = 7
COMING = 14  # days ahead for which people have booked
QUARTER = 91
STAYED_AWAY = 0.05


def write_venues(stage: Stage) -> None:
    """Note in the diary what the venues did."""
    for words in stage.story.pools:
        stage.write(stage.diary.day(words.ago, 10), partial(_grant, stage, words))
    for venue in stage.story.venues:
        stage.write(stage.diary.day(venue.ago, 10), partial(_open, stage, venue))
        for ago in range(venue.ago - QUARTER, 0, -QUARTER):
            stage.write(stage.diary.day(ago, 15), partial(_pay, stage, venue))
    for words_ in stage.story.spares:
        Visits(stage, words_).write()


def _grant(stage: Stage, words: PoolWords) -> None:
    pools.grant_pool(
        who=stage.by(stage.steward),
        organisation=stage.organisations[words.organisation],
        budget=(words.minutes, words.pence),
        words=Said(words.because, words.language),
        key=uuid7(),
    )


def _open(stage: Stage, words: VenueWords) -> None:
    steward = stage.by(stage.steward)
    place = {name: getattr(words, name) for name in ("place_cy", "place_en")}
    about = {name: getattr(words, name) for name in ("about_cy", "about_en")}
    venue = setup.keep_venue(
        who=steward,
        organisation=stage.organisations[words.organisation],
        words=setup.VenueWords(**place, **about),
    )
    funder = stage.organisations.get(words.funder)
    setup.agree(who=steward, venue=venue, funder=funder, pence_per_hour=words.pence_per_hour)


def _pay(stage: Stage, words: VenueWords) -> None:
    """A connector writes down what was paid, and the steward confirms it."""
    organisation = stage.organisations[words.organisation]
    agreement = Agreement.objects.filter(venue__organisation=organisation).first()
    if agreement is None or not owed_under([agreement.id]).exists():
        return
    who = stage.connector_beside(stage.steward)
    made = settle.propose(who=who, agreement_id=agreement.id, key=uuid7())
    settle.settle(who=stage.by(stage.steward), settlement_id=made.id)


class Visits:
    """Weekly spare places, and those who came to them."""

    def __init__(self, stage: Stage, words: SpareWords) -> None:
        self.stage, self.words = stage, words
        self.id = UUID(int=0)  # until they are put up
        # Its own chance: the rest of the year stays as it was before there were venues.
        self.chance = random.Random(f"{SEED} {words.title_en}")  # noqa: S311

    def write(self) -> None:
        day, words = self.stage.diary.day, self.words
        self.stage.write(day(words.ago + 3, 9, 30), self._put_up)
        for ago in range(words.ago, -COMING, -WEEK):
            for key in self.chance.sample(words.visitors, words.each):
                at = day(max(ago, 0) + 2, self.chance.randrange(9, 20))
                self.stage.write(at, partial(self._book, key, ago))
            over = day(ago, words.hour) + datetime.timedelta(minutes=words.lasts)
            self.stage.write(over, partial(self._tick, ago))

    def _put_up(self) -> None:
        words = self.words
        organisation = self.stage.organisations[words.venue]
        names = ("title_cy", "title_en", "about_cy", "about_en", "for_whom_cy", "for_whom_en")
        made = spare.put_up_spare(
            who=self.stage.connector_beside(),
            venue=Venue.objects.get(organisation=organisation),
            words=spare.Words(
                price_minutes=words.minutes,
                places=words.places,
                access=together(Access[name] for name in words.access),
                **{name: getattr(words, name) for name in names},
            ),
            when=spare.When(
                starts_at=self.stage.diary.day(words.ago, words.hour),
                lasts_minutes=words.lasts,
                is_weekly=True,
            ),
            key=uuid7(),
        )
        self.id = made.id

    def _occasion(self, ago: int) -> Occasion | None:
        starts_at = self.stage.diary.day(ago, self.words.hour)
        return Occasion.objects.filter(spare_id=self.id, starts_at=starts_at).first()

    def _book(self, key: str, ago: int) -> None:
        """Whoever belongs to the hub by then and has the hours books a place."""
        member, occasion = self.stage.members.get(key), self._occasion(ago)
        if member is None or occasion is None or minutes_of(member) < 2 * self.words.minutes:
            return
        book.book(who=self.stage.hand_of(key), occasion_id=occasion.id, key=uuid7())

    def _tick(self, ago: int) -> None:
        booked = Booking.objects.filter(occasion=self._occasion(ago), state=BookingState.BOOKED)
        names = {member.id: key for key, member in self.stage.members.items()}
        for row in booked.order_by("id"):
            act = door.away if self.chance.random() < STAYED_AWAY else door.came
            act(who=self.stage.connector_beside(names[row.member_id]), booking_id=row.id)
