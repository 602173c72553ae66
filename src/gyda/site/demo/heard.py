"""Who is heard in a story: who lives there, what people say of themselves, their meetings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import random
from functools import partial

from django.utils import timezone

from gyda.heard.actions.about import place_kept, tell
from gyda.heard.actions.coming import come, meet_need
from gyda.heard.actions.count import count_anew
from gyda.heard.actions.meetings import Plan, close_meeting, open_meeting, plan_meeting
from gyda.heard.actions.passport import keep_passport
from gyda.heard.actions.population import load_population
from gyda.heard.models import Coming, SharedNeed
from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.site.demo.stage import SEED, Stage
from gyda.site.demo.story.heard import MeetingWords, PassportWords

SOURCE_CY = "Ffigurau gwneud ar gyfer y demo, yn null y cyfrifiad"
SOURCE_EN = "Made up for the demo, in the manner of the census"
SAID = {  # how often each answer is given, of twenty
    "AGE": {"25_44": 3, "45_64": 7, "65_74": 6, "75_UP": 2, "-": 2},
    "SEX": {"FEMALE": 11, "MALE": 7, "-": 2},
    "LANGUAGE": {"WELSH": 10, "ENGLISH": 7, "OTHER": 1, "-": 2},
    "DISABILITY": {"LOT": 2, "LITTLE": 4, "NO": 11, "-": 3},
    "CARING": {"YES": 6, "NO": 11, "-": 3},
}


def write_heard(stage: Stage) -> None:
    """Note in the diary the table, what people say of themselves, and each meeting."""
    chance = random.Random(f"{SEED} heard")  # noqa: S311  # of its own, as the venues have
    if stage.story.population:
        stage.write(stage.diary.day(190, 11), partial(_load, stage))
    for person in stage.story.people:
        if person.joined > 2 and not person.left and chance.random() < 0.8:
            at = stage.diary.day(min(person.joined - 1, 120), 18)
            stage.write(at, partial(_say, stage, person.key, chance.random()))
    for words in stage.story.passports:
        stage.write(stage.diary.day(110, 9), partial(_keep, stage, words))
    for meeting in stage.story.meetings:
        stage.write(stage.diary.day(meeting.ago, 10), partial(_meet, stage, meeting, chance))
    stage.write(stage.diary.day(0, 1), partial(_count, stage))


def _load(stage: Stage) -> None:
    population: dict[str, dict[str, int]] = {}
    for row in stage.story.population:
        population.setdefault(row.question, {})[row.group] = row.people
    load_population(
        who=stage.by(stage.steward),
        population=population,
        source_cy=SOURCE_CY,
        source_en=SOURCE_EN,
        as_of_on=timezone.localdate().replace(month=1, day=1),
    )


def _say(stage: Stage, key: str, seed: float) -> None:
    chance = random.Random(seed)  # noqa: S311
    answers = {
        question: chance.choices(list(said), list(said.values()))[0]
        for question, said in SAID.items()
    }
    area = stage.members[key].area
    tell(who=stage.by(key), answers=answers | {"AREA": place_kept(area)})


def _keep(stage: Stage, words: PassportWords) -> None:
    who = stage.by(words.member)
    keep_passport(who=who, kinds=words.kinds, words=words.words, language=words.language)


def _meet(stage: Stage, words: MeetingWords, chance: random.Random) -> None:
    """Plan it, have people come, meet what they need; what is behind us was opened and held."""
    starts = stage.diary.day(-words.days, words.hour)
    initiative = Initiative.objects.get(title_cy=_title(stage, words.initiative))
    texts = ("title_cy", "title_en", "purpose_cy", "purpose_en", "place_cy", "place_en")
    plan = Plan(
        **{name: getattr(words, name) for name in texts},
        starts_at=starts,
        ends_at=starts + datetime.timedelta(hours=2),
    )
    who = stage.by(words.by)
    meeting = plan_meeting(who=who, initiative_id=initiative.id, plan=plan, key=uuid7())
    for key in _comers(stage, words, chance):
        share = ["TRANSPORT", "LARGE_PRINT", "QUIET"] if key in words.needs else []
        come(who=stage.by(key), meeting_id=meeting.id, share=share)
    if not words.how:
        return
    for need in SharedNeed.objects.filter(coming__meeting=meeting):
        meet_need(who=who, need_id=need.id, how=words.how, language=words.language)
    if words.days < 0:
        open_meeting(who=who, meeting_id=meeting.id)
        came = Coming.objects.coming().filter(meeting=meeting).values_list("id", flat=True)
        close_meeting(who=who, meeting_id=meeting.id, came=list(came))


def _title(stage: Stage, key: str) -> str:
    return next(one.title_cy for one in stage.story.initiatives if one.key == key)


def _comers(stage: Stage, words: MeetingWords, chance: random.Random) -> list[str]:
    """Return who comes: those with needs, and others by chance; nobody who has left."""
    here = {key for key, member in stage.members.items() if _is_here(member)}
    free = sorted(here - {*words.needs, words.by})
    others = chance.sample(free, min(words.coming, len(free)))
    return [key for key in words.needs if key in here] + others


def _is_here(member: Member) -> bool:
    return Member.objects.active().filter(id=member.id).exists()


def _count(stage: Stage) -> None:
    count_anew(hub_id=stage.hub.id, now=timezone.now())
