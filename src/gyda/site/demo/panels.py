"""A panel in a story: people put themselves forward, dice draw six of them, they meet and ask."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import random
from functools import partial
from typing import Any

from django.utils import timezone

from gyda.decide.panels import work
from gyda.decide.panels.actions import closing, features, hearing, lot, meetings, pool, seats, setup
from gyda.decide.panels.models import MeetingKind, Panel, PanelMeeting, PanelSeat, Sits
from gyda.heard.actions.coming import come
from gyda.heard.actions.meetings import Plan, close_meeting, open_meeting
from gyda.heard.models import Coming, SharedNeed
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.site.demo.stage import SEED, Stage
from gyda.site.demo.story.panels import PanelWords

BOTH = ("cy", "en")
LOTS = 100  # so many are made in a moment


def write_panels(stage: Stage) -> None:
    """Note in the diary when it is opened, drawn, trained, and when it meets."""
    for words in stage.story.panels:
        days = stage.diary.day
        stage.write(days(words.ago, 11), partial(_open, stage, words))
        stage.write(days(words.ago - 3, 19), partial(_fill, stage, words))
        stage.write(days(words.ago - 20, 17), partial(_draw, stage, words))
        stage.write(days(words.ago - 22, 12), partial(_take, stage, words))
        stage.write(days(words.ago - 24, 9), partial(_meet, stage, words, MeetingKind.TRAINING))
        stage.write(days(words.ago - 28, 21), partial(_train, stage, words))
        stage.write(days(words.ago - 30, 9), partial(_meet, stage, words, MeetingKind.MEETING))
        stage.write(days(words.ago - 36, 21), partial(_ask, stage, words))


def _panel(words: PanelWords) -> Panel:
    return Panel.objects.get(title_cy=words.title_cy)


def _said(words: PanelWords, *names: str) -> dict[str, Any]:
    return {f"{name}_{lang}": getattr(words, f"{name}_{lang}") for name in names for lang in BOTH}


def _open(stage: Stage, words: PanelWords) -> None:
    who, today = stage.by(words.clerk), timezone.localdate()
    plan = setup.Plan(
        **_said(words, "title", "question"),
        seats=words.seats,
        reserves=words.reserves,
        months=12,
        pay="CREDITS",
        minutes=words.minutes,
        lots=LOTS,
        closes_on=today + datetime.timedelta(days=20),
        purge_on=today + datetime.timedelta(days=300),
    )
    thread = Initiative.objects.get(id=stage.initiatives[words.initiative])
    panel = setup.open_panel(who=who, initiative=thread, plan=plan, key=uuid7())
    half = words.seats // 2
    groups = [
        features.Group(words.yes_cy, words.yes_en, "yes", half, half + 1),
        features.Group(words.no_cy, words.no_en, "no", words.seats - half - 1, half),
    ]
    names = {"name_cy": words.asks_cy, "name_en": words.asks_en}
    features.ask_own(who=who, panel_id=panel.id, groups=groups, **names)
    features.ask_known(who=who, panel_id=panel.id, question="LANGUAGE")


def _fill(stage: Stage, words: PanelWords) -> None:
    """Let about two members of three put themselves forward."""
    chance = random.Random(f"{SEED} panel")  # noqa: S311  # of its own, as the venues have
    panel = _panel(words)
    own = panel.features.get(known="").code
    for key in sorted(stage.members):
        told = {
            own: chance.choice(["yes", "no"]),
            "LANGUAGE": chance.choice(["WELSH", "WELSH", "ENGLISH"]),
        }
        able, member = chance.random() < 0.7, stage.members[key]
        if able and _is_free(member) and key not in (words.clerk, words.adviser):
            said = pool.Told(told, [str(member.id)])
            pool.put_forward(who=stage.by(key), panel_id=panel.id, told=said)


def _is_free(member: Member) -> bool:
    return Member.objects.active().filter(id=member.id, organisation__isnull=True).exists()


def _draw(stage: Stage, words: PanelWords) -> None:
    who, panel = stage.by(words.clerk), _panel(words)
    work.carry_out(closing.close_pool(who=who, panel_id=panel.id).id)
    lot.draw_lot(who=who, panel_id=panel.id, said=words.dice)
    interest = hearing.Interest(**_said(words, "knows", "interest"))
    adviser = stage.members[words.adviser]
    hearing.name_adviser(who=who, panel_id=panel.id, member=adviser, interest=interest)


def _take(stage: Stage, words: PanelWords) -> None:
    """One says no, and someone who stands by takes the seat."""
    panel, who = _panel(words), stage.by(words.clerk)
    asked = list(PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED).order_by("number"))
    for number, seat in enumerate(asked):
        seats.answer(who=_who(seat), panel_id=panel.id, takes=number > 0)
    seats.fill(who=who, panel_id=panel.id)
    for seat in PanelSeat.objects.filter(panel=panel, state=Sits.OFFERED):
        seats.answer(who=_who(seat), panel_id=panel.id, takes=True)


def _who(seat: PanelSeat) -> Who:
    assert seat.member is not None
    return Who(seat.member)


def _meet(stage: Stage, words: PanelWords, kind: MeetingKind) -> None:
    starts = timezone.now() + datetime.timedelta(days=4, hours=9)
    what = {
        MeetingKind.TRAINING: ("Hyfforddiant y panel", "The panel's training"),
        MeetingKind.MEETING: ("Y panel yn cyfarfod", "The panel meets"),
    }[kind]
    plan = Plan(
        title_cy=what[0],
        title_en=what[1],
        purpose_cy=words.question_cy,
        purpose_en=words.question_en,
        starts_at=starts,
        ends_at=starts + datetime.timedelta(hours=2),
        place_cy="Neuadd y pentref",
        place_en="The village hall",
        open_to_all=False,
    )
    who = stage.by(words.clerk)
    meetings.plan(who=who, panel_id=_panel(words).id, kind=kind, plan=plan, key=uuid7())


def _hold(stage: Stage, words: PanelWords, kind: MeetingKind) -> PanelMeeting:
    """Let everyone who sits come, and hold it."""
    panel, who = _panel(words), stage.by(words.clerk)
    row = PanelMeeting.objects.get(panel=panel, kind=kind)
    for seat in PanelSeat.objects.taken().filter(panel=panel):
        come(who=_who(seat), meeting_id=row.meeting_id)
    assert not SharedNeed.objects.filter(coming__meeting=row.meeting_id).exists()
    open_meeting(who=who, meeting_id=row.meeting_id)
    came = Coming.objects.coming().filter(meeting=row.meeting_id).values_list("id", flat=True)
    close_meeting(who=who, meeting_id=row.meeting_id, came=list(came))
    return row


def _train(stage: Stage, words: PanelWords) -> None:
    _hold(stage, words, MeetingKind.TRAINING)
    panel, who = _panel(words), stage.by(words.clerk)
    ids = list(PanelSeat.objects.taken().filter(panel=panel).values_list("id", flat=True))
    seats.trained(who=who, panel_id=panel.id, seat_ids=ids, on=timezone.localdate())


def _ask(stage: Stage, words: PanelWords) -> None:
    """They meet, choose a chair, and ask; the adviser answers, and the minutes are published."""
    row, panel = _hold(stage, words, MeetingKind.MEETING), _panel(words)
    seated = list(PanelSeat.objects.taken().filter(panel=panel).order_by("number"))
    first = _who(seated[0])
    at: dict[str, Any] = {"panel_id": panel.id}
    for seat in seated:
        seats.choose_chair(who=_who(seat), seat_id=seated[-1].id, **at)
    asked = hearing.ask(who=first, text=words.asked, language=words.language, **at)
    adviser = stage.by(words.adviser)
    said: dict[str, Any] = {"text": words.answered, "language": words.language}
    hearing.reply(who=adviser, question_id=asked.id, **at, **said)
    minutes = _said(words, "minutes")
    meetings.publish_minutes(who=stage.by(words.clerk), meeting_id=row.id, **at, **minutes)
