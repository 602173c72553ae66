"""What a panel hears: advisers, what it reads, what it asks, and what it is answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note, tell
from gyda.decide.panels.models import (
    Panel,
    PanelAdviser,
    PanelEvidence,
    PanelQuestion,
    PanelReply,
    PanelSeat,
    PanelState,
    PoolPerson,
    Sits,
)
from gyda.decide.panels.rules import (
    is_adviser,
    is_clerk,
    may_look_after,
    require_clerk,
    require_seat,
    require_state,
    seat_of,
)
from gyda.people.models import Member
from gyda.people.who import Who

OPEN = (PanelState.GATHERING, PanelState.DRAWING, PanelState.SITTING)


@dataclass(frozen=True)
class Interest:
    """What an adviser knows about, and what interest they have; "none" is said in words too."""

    knows_cy: str
    knows_en: str
    interest_cy: str
    interest_en: str


@transaction.atomic
def name_adviser(
    *,
    who: Who,
    panel_id: UUID,
    member: Member,
    interest: Interest,
    now: datetime.datetime | None = None,
) -> PanelAdviser:
    """Name an adviser: they read and speak, and have no vote."""
    panel = locked(panel_id)
    require_clerk(who, panel, *OPEN)
    if is_adviser(member, panel):
        raise errors.AdvisesAlready
    held = [Sits.OFFERED, Sits.TAKEN, Sits.RESERVE]
    sits = PanelSeat.objects.filter(panel=panel, member=member, state__in=held).exists()
    waits = panel.is_gathering or panel.is_drawing
    if sits or (waits and PoolPerson.objects.filter(panel=panel, member=member).exists()):
        raise errors.SitsAlready
    adviser = PanelAdviser.objects.create(
        panel=panel, member=member, since_at=now or timezone.now(), **vars(interest)
    )
    tell(panel, member, "panel_adviser")
    note(panel, who, "panel.adviser", about=adviser, concerns=[member])
    return adviser


@transaction.atomic
def dismiss_adviser(
    *, who: Who, panel_id: UUID, adviser_id: UUID, now: datetime.datetime | None = None
) -> None:
    """End it: the clerk does, or the adviser; their answers stay."""
    panel = locked(panel_id)
    adviser = PanelAdviser.objects.advising().get(panel=panel, id=adviser_id)
    if not is_clerk(who, panel) and adviser.member_id != who.actor.id:
        raise errors.ClerkOnly
    PanelAdviser.objects.filter(id=adviser.id).update(until_at=now or timezone.now())
    note(panel, who, "panel.adviser_left", about=adviser)


@dataclass(frozen=True)
class Source:
    """Something to read: what it shows, who says so, of which day, where, or the words."""

    title_cy: str
    title_en: str
    source: str
    on: datetime.date
    url: str = ""
    words: str = ""
    language: str = "cy"


@transaction.atomic
def give_evidence(
    *, who: Who, panel_id: UUID, evidence: Source, now: datetime.datetime | None = None
) -> PanelEvidence:
    """Give the panel something to read: its own people, its advisers and the team do."""
    panel = locked(panel_id)
    require_state(panel, *OPEN)
    speaks = seat_of(who, panel) or is_adviser(who.actor, panel)
    if not speaks and not may_look_after(who, panel):
        raise errors.NotASeat
    row = PanelEvidence.objects.create(
        panel=panel, by=who.subject, at=now or timezone.now(), **vars(evidence)
    )
    note(panel, who, "panel.evidence", about=row, public=False)
    return row


@transaction.atomic
def ask(
    *,
    who: Who,
    panel_id: UUID,
    text: str,
    language: str,
    to: PanelAdviser | None = None,
    now: datetime.datetime | None = None,
) -> PanelQuestion:
    """Ask an adviser, or all of them; question and answer are recorded and public."""
    panel = locked(panel_id)
    seat = require_seat(who, panel)
    question = PanelQuestion.objects.create(
        panel=panel, seat=seat, text=text, language=language, to=to, at=now or timezone.now()
    )
    asked = PanelAdviser.objects.advising().filter(panel=panel).select_related("member__person")
    for adviser in asked.filter(id=to.id) if to else asked:
        tell(panel, adviser.member, "panel_question", question=question)
    note(panel, who, "panel.asked", about=question, public=False)
    return question


@transaction.atomic
def reply(
    *,
    who: Who,
    panel_id: UUID,
    question_id: UUID,
    text: str,
    language: str,
    now: datetime.datetime | None = None,
) -> PanelReply:
    """Answer as an adviser; what is answered stays, a correction is a further answer."""
    panel = locked(panel_id)
    require_state(panel, *OPEN)
    adviser = _own(who, panel)
    question = PanelQuestion.objects.get(panel=panel, id=question_id)
    row = PanelReply.objects.create(
        question=question, adviser=adviser, text=text, language=language, at=now or timezone.now()
    )
    note(panel, who, "panel.replied_to", about=question)
    return row


def _own(who: Who, panel: Panel) -> PanelAdviser:
    rows = PanelAdviser.objects.advising().filter(panel=panel, member=who.actor)
    adviser = None if who.is_acting else rows.first()
    if adviser is None:
        raise errors.NotAnAdviser
    return adviser
