"""What the people of a story make together: initiatives, their teams, their stages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from functools import partial
from uuid import UUID

from django.utils import timezone

from gyda.initiatives.actions.handovers import Terms, hand_over
from gyda.initiatives.actions.invitations import Offer, accept, invite
from gyda.initiatives.actions.stages import move, set_right
from gyda.initiatives.actions.thread import Purpose, Reason, start
from gyda.initiatives.models import Right, Side
from gyda.initiatives.models.invitation import Rhythm, Thanks
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.site.demo.stage import Stage
from gyda.site.demo.story.initiatives import HandoverWords, InitiativeWords, StepWords

HEAR = datetime.timedelta(days=42)  # so long until those who were invited hear what became of it


def write_initiatives(stage: Stage) -> None:
    """Note in the diary what is started, who joins, and which way it goes."""
    ids = stage.initiatives
    for words in stage.story.initiatives:
        stage.write(stage.diary.day(words.ago, 10, 5), partial(_start, stage, words, ids))
        for number, key in enumerate(_asked(words)):
            at = stage.diary.day(words.ago - 2 - 2 * number, 11, 15)
            stage.write(at, partial(_ask, stage, words, ids, key))
    for step in stage.story.steps:
        stage.write(stage.diary.day(step.ago, 15, 20), partial(_step, stage, step, ids))
    for handover in stage.story.handovers:
        at = stage.diary.day(handover.ago, 16, 10)
        stage.write(at, partial(_hand_over, stage, handover, ids))


def _side(member: Member) -> Side:
    return Side.PROFESSIONAL if member.organisation_id else Side.CITIZEN


def _start(stage: Stage, words: InitiativeWords, ids: dict[str, UUID]) -> None:
    who = stage.by(words.by)
    started = start(
        who=who,
        purpose=Purpose(
            title_cy=words.title_cy,
            title_en=words.title_en,
            purpose_cy=words.purpose_cy,
            purpose_en=words.purpose_en,
            place_cy=words.place_cy,
            place_en=words.place_en,
        ),
        began_with=words.began_with,
        side=_side(who.subject),
        why=Reason(words.because_cy, words.because_en),
        key=uuid7(),
    )
    ids[words.key] = started.id


def _asked(words: InitiativeWords) -> list[str]:
    """Return who is invited, one after the other; nobody's name stands for everyone."""
    waiting = [words.waiting] if words.waiting else []
    everyone = [""] if words.open_to_all else []
    return [*words.asked, *waiting, *everyone]


def _ask(stage: Stage, words: InitiativeWords, ids: dict[str, UUID], key: str) -> None:
    offer = Offer(
        minutes=words.minutes,
        rhythm=Rhythm.MONTHLY,
        thanks=Thanks.CREDITS,
        can_change_cy=words.can_change_cy,
        can_change_en=words.can_change_en,
        hear_by_on=timezone.localdate() + HEAR,
    )
    member = stage.members[key] if key else None
    invitation = invite(
        who=stage.by(words.by),
        initiative_id=ids[words.key],
        offer=offer,
        member=member,
        key=uuid7(),
    )
    if member and key != words.waiting:
        accept(who=stage.hand_of(key), invitation_id=invitation.id, side=_side(member))


def _step(stage: Stage, words: StepWords, ids: dict[str, UUID]) -> None:
    who, why = stage.by(words.by), Reason(words.because_cy, words.because_en)
    initiative_id = ids[words.initiative]
    rights = Right.objects.in_force().filter(initiative=initiative_id, stage=words.stage)
    if not rights.filter(say=words.say, lead=words.lead).exists():
        set_right(
            who=who,
            initiative_id=initiative_id,
            stage=words.stage,
            say=words.say,
            lead=words.lead,
            why=why,
        )
    move(who=who, initiative_id=initiative_id, stage=words.stage, why=why)


def _hand_over(stage: Stage, words: HandoverWords, ids: dict[str, UUID]) -> None:
    terms = {name: value for name, value in vars(words).items() if name in TERMS}
    hand_over(
        who=stage.by(words.by),
        initiative_id=ids[words.initiative],
        terms=Terms(organisation=stage.organisations[words.organisation], **terms),
        key=uuid7(),
    )


TERMS = ("task_cy", "task_en", "duty_cy", "duty_en", "way_back_cy", "way_back_en", "pence")
