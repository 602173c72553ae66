"""Plays a story into the database: every row of it is written by the action that people use."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from gyda.deliver.actions.category import start_categories
from gyda.deliver.models import Category
from gyda.journal.actions import mark_read
from gyda.keys import ticks
from gyda.keys.context import in_hub
from gyda.letters.actions import mark_printed
from gyda.letters.models import Letter, LetterState
from gyda.letters.sms import Sms
from gyda.people.actions import signing_in
from gyda.people.actions.hubs import open_hub
from gyda.people.models import Hub, Member
from gyda.people.who import Who
from gyda.site.demo import clock
from gyda.site.demo.ballots import write_ballots
from gyda.site.demo.care import write_care
from gyda.site.demo.conversations import write_conversations
from gyda.site.demo.criteria import write_criteria
from gyda.site.demo.decisions import write_decisions
from gyda.site.demo.deeds import write_deeds
from gyda.site.demo.diary import Diary
from gyda.site.demo.doors import CARDS
from gyda.site.demo.figures import write_figures
from gyda.site.demo.funds import write_funds
from gyda.site.demo.gifts import write_assets
from gyda.site.demo.heard import write_heard
from gyda.site.demo.homes import write_homes
from gyda.site.demo.initiatives import write_initiatives
from gyda.site.demo.joining import address, write_people
from gyda.site.demo.listings import write_listings
from gyda.site.demo.panels import write_panels
from gyda.site.demo.paper import write_paper
from gyda.site.demo.proposals import write_proposals
from gyda.site.demo.scorings import write_scorings
from gyda.site.demo.stage import Stage
from gyda.site.demo.story import Story
from gyda.site.demo.today import write_today
from gyda.site.demo.together import write_activities, write_gifts
from gyda.site.demo.venues import write_venues
from gyda.site.demo.voices import write_voices

COUNTING = ("figures", "who is heard", "opinion maps")  # what is counted anew needs counting once
PAPER_WAITS = datetime.timedelta(days=12)
Tell = Callable[[str], object]


def play(story: Story, *, tell: Tell, now: datetime.datetime | None = None) -> None:
    """Open the hub and let its year pass; all of it is stored, or nothing."""
    now = now or timezone.now()
    with transaction.atomic(), override("cy"), _quietly():
        stage = _open(story, now)
        for write in WRITERS:
            write(stage)
        _write_ticks(stage)
        for month, moments in groupby(stage.diary.play(), lambda at: at.strftime("%B %Y")):
            tell(f"{month}: {len(list(moments))} things happen")
        _note_visits(stage)
        with in_hub(stage.hub.id):
            _tick(stage)
    _keep_cards(stage)


WRITERS = (
    write_people,
    write_listings,
    write_deeds,
    write_activities,
    write_gifts,
    write_paper,
    write_today,
    write_venues,
    write_initiatives,
    write_conversations,
    write_care,
    write_figures,
    write_homes,
    write_heard,
    write_assets,
    write_voices,
    write_proposals,
    write_criteria,
    write_funds,
    write_panels,
    write_ballots,
    write_scorings,
    write_decisions,
)


def _open(story: Story, now: datetime.datetime) -> Stage:
    """Open the hub on the day on which its steward joins."""
    words = next(person for person in story.people if person.role == "STEWARD")
    diary = Diary(now)
    with clock.at(diary.day(words.joined, 8)):
        email = address(words.key, story.hub.slug)
        person = signing_in.sign_up(address=email, name=words.name, language=words.language)
        texts = {name: words for name, words in vars(story.hub).items() if name != "areas"}
        hub, steward = open_hub(steward=person, **texts)
        diary.hub_id = hub.id
        return _stage(story, hub, diary, words.key, steward)


def _stage(story: Story, hub: Hub, diary: Diary, key: str, steward: Member) -> Stage:
    with in_hub(hub.id):
        start_categories(who=Who(steward))
        shelves = {category.name_en: category for category in Category.objects.all()}
    return Stage(story, hub, diary, key, members={key: steward}, shelves=shelves)


def _write_ticks(stage: Stage) -> None:
    """Let the hub's clock tick now and then, and every morning of the last days."""
    longest = stage.words(stage.steward).joined
    for ago in [*range(longest - 1, 14, -28), *range(9, -1, -1)]:
        counting = () if ago == 0 else COUNTING
        without = ("letters", "site", *counting)
        stage.write(stage.diary.day(ago, 7), partial(_tick, stage, without=without))
        stage.write(stage.diary.day(ago, 8), lambda: _post(stage))
    stage.write(stage.diary.day(7, 8), lambda: _read(stage))


def _tick(stage: Stage, *, without: tuple[str, ...] = ()) -> None:
    for tick in ticks.registered():
        if not tick.name.startswith(without or "-"):
            tick.chore(hub_id=stage.hub.id, now=timezone.now())


def _post(stage: Stage) -> None:
    """Say that the letters went out; paper is printed once a connector has time for it."""
    now = timezone.now()
    Letter.objects.due(now).update(state=LetterState.SENT, sent_at=F("due_at"))
    old = Letter.objects.to_print().filter(written_at__lt=now - PAPER_WAITS)
    ids = list(old.values_list("id", flat=True))
    mark_printed(who=stage.connector_beside(), letter_ids=ids)


def _read(stage: Stage) -> None:
    """Let everyone have read what was new until then."""
    for member in stage.members.values():
        mark_read(member_id=member.id)


def _note_visits(stage: Stage) -> None:
    """Keep the day on which each was last here, as a page does when it is opened."""
    with in_hub(stage.hub.id):
        for key, day in stage.seen.items():
            Member.objects.filter(id=stage.members[key].id).update(last_seen_on=day)


@contextmanager
def _quietly() -> Iterator[None]:
    """Let letters go nowhere: they are long read."""
    kept = settings.EMAIL_BACKEND, settings.SMS_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.SMS_BACKEND = "gyda.site.demo.play.nowhere"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND, settings.SMS_BACKEND = kept


def nowhere(*, to: str, body: str) -> Sms:
    """Send a text message nowhere."""
    return Sms(to, body)


def _keep_cards(stage: Stage) -> None:
    """Remember the PINs for the page where one chooses whom to be."""
    kept = json.loads(CARDS.read_text(encoding="utf-8")) if CARDS.exists() else {}
    mine = {f"{stage.hub.slug}/{key}": card for key, card in stage.cards.items()}
    CARDS.write_text(json.dumps(kept | mine), encoding="utf-8")
