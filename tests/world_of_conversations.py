"""The conversations of the world: one for anyone with all that can befall a statement, one for
members alone, one that has ended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from django.utils import timezone

from gyda.keys.uuid7 import uuid7
from gyda.need.conversations.actions import (
    ending,
    judging,
    merging,
    opening,
    policy,
    rooms,
    saying,
    sheets,
)
from gyda.need.conversations.actions.folding import fold
from gyda.need.conversations.actions.judging import Because
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.models import Conversation, Participant, Source, Statement
from gyda.need.conversations.voice import Voice
from gyda.people.models import Member
from gyda.people.who import Who

SEEDS = [
    ("Mwy o fysiau", "More buses"),
    ("Lle i bobl ifanc", "A place for young people"),
    ("Siop yn y pentref", "A shop in the village"),
    ("Gofal yn Gymraeg", "Care in Welsh"),
    ("Strydoedd tawel", "Quiet streets"),
    ("Bysiau bach", "Small buses"),
]


@dataclass
class Talks:
    """What there is, each by what it is called in the tables."""

    conversations: dict[str, UUID] = field(default_factory=dict)
    statements: dict[str, int] = field(default_factory=dict)
    others: dict[str, UUID | str] = field(default_factory=dict)


def talks_in(alys: Member, bryn: Member, carys: Member, gwen: Member, thread: UUID) -> Talks:
    """Carys asks everyone; Alys asks members; Bryn and Gwen answer and say something."""
    found = Talks()
    policy.set_policy(who=Who(alys), anyone=True, rules_cy="Un peth", rules_en="One thing")
    everyone = _opened(carys, "Beth sy'n bwysig?", "What matters?", voters="ANYONE")
    members = _opened(alys, "Beth nesaf?", "What next?", thread=thread, is_public=False)
    over = _opened(carys, "Beth am y neuadd?", "What about the hall?")
    for member in (bryn, gwen):
        for number in (1, 2, 3):
            for one in (everyone, members, over):
                _answered(one, member, number)
    _befall(found, everyone, alys, bryn, carys, gwen)
    _away_from_the_screen(found, everyone, carys)
    words = ending.Words("Cwrdd", "We meet")
    soon = timezone.localdate() + datetime.timedelta(days=30)
    ending.close(who=Who(carys), conversation_id=over.id, next_=words, hear_by_on=soon)
    ending.tell(who=Who(carys), conversation_id=over.id, outcome=words)
    found.conversations = {"everyone": everyone.id, "members": members.id, "over": over.id}
    return found


def _opened(
    by: Member, cy: str, en: str, *, thread: UUID | None = None, **fields: object
) -> Conversation:
    now = timezone.now()
    terms = opening.Terms(
        title_cy=cy, title_en=en, purpose_cy="I gynllunio", purpose_en="To plan", opens_at=now,
        closes_at=now + datetime.timedelta(days=20),
        hear_by_on=timezone.localdate(now) + datetime.timedelta(days=40),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    return opening.open_conversation(
        who=Who(by), terms=terms, seeds=SEEDS, initiative_id=thread, key=uuid7()
    )


def _answered(one: Conversation, member: Member, number: int) -> None:
    voice = Voice(Source.WEB, member_id=member.id)
    vote(conversation=one, voice=voice, answered=Answered(number, 1, "cy"))


def _said(one: Conversation, member: Member, text: str) -> Statement:
    voice = Voice(Source.WEB, member_id=member.id)
    return saying.say(conversation_id=one.id, voice=voice, words=saying.Words(text, "cy"))


def _befall(
    found: Talks, one: Conversation, alys: Member, bryn: Member, carys: Member, gwen: Member
) -> None:
    """One statement waits, one is refused, one is refused and appealed against, two are joined."""
    waiting = _said(one, gwen, "Rhywbeth newydd")
    refused, appealed = _said(one, bryn, "Hysbyseb"), _said(one, gwen, "Dim byd o gwbl")
    for statement, reason in ((refused, "ADVERT"), (appealed, "MATTER")):
        because = Because(reason, "Diolch", "cy")
        judging.judge(who=Who(alys), statement_id=statement.id, outcome="REFUSED", because=because)
    author = Participant.objects.get(conversation=one, member=gwen)
    appeal = judging.appeal(
        participant=author, statement_id=appealed.id, words="Mae'n perthyn", language="cy"
    )
    first, last = (Statement.objects.get(conversation=one, number=n) for n in (1, 6))
    merging.merge(who=Who(carys), keep_id=first.id, drop_id=last.id, because=Because())
    fold(one.id)
    found.statements = {"shown": 2, "waiting": waiting.number, "refused": refused.number}
    found.others["appeal"] = appeal.id


def _away_from_the_screen(found: Talks, one: Conversation, carys: Member) -> None:
    printed = sheets.print_sheets(who=Who(carys), conversation_id=one.id, count=2)
    room = rooms.begin(who=Who(carys), conversation_id=one.id)
    rooms.seat(who=Who(carys), room_id=room.id, seats=2)
    found.others |= {"sheet": printed[0].id, "sheet code": printed[1].code, "room": room.id}


def talks_elsewhere(steward: Member, marker: str) -> None:
    """A conversation of the other hub, marked throughout, for its members alone."""
    now = timezone.now()
    terms = opening.Terms(
        title_cy=f"Beth am {marker}?", title_en=f"What about {marker}?",
        purpose_cy=f"Er {marker}", purpose_en=f"For {marker}", opens_at=now, closes_at=None,
        hear_by_on=timezone.localdate(now) + datetime.timedelta(days=40), is_public=False,
    )  # fmt: skip
    seeds = [(f"{cy} {marker}", f"{en} {marker}") for cy, en in SEEDS]
    opening.open_conversation(who=Who(steward), terms=terms, seeds=seeds, key=uuid7())
