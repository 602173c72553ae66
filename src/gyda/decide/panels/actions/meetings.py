"""Meetings of a panel: planned as meetings of the hub, so that needs are met; minutes; pay."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note
from gyda.decide.panels.models import (
    MeetingKind,
    Owed,
    Panel,
    PanelAdviser,
    PanelClaim,
    PanelMeeting,
    PanelSeat,
    PanelState,
    Pay,
)
from gyda.decide.panels.rules import is_clerk, require_clerk, require_seat, seat_of
from gyda.decide.panels.transfer_kinds import COSTS, PANEL
from gyda.heard.actions.meetings import Plan, invite, plan_meeting
from gyda.heard.models import Coming
from gyda.heard.models.meeting import MeetingState
from gyda.ledger import actions as ledger
from gyda.ledger.accounts import issue, member_account, pot, retirement
from gyda.ledger.models import Unit
from gyda.people.models import Member
from gyda.people.who import Who


@transaction.atomic
def plan(
    *,
    who: Who,
    panel_id: UUID,
    kind: str,
    plan: Plan,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> PanelMeeting:
    """Plan a meeting: who sits and who advises is invited, and says what they need."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.SITTING)
    if kind == MeetingKind.MEETING and not _trained_by(panel, plan.starts_at):
        raise errors.TrainingFirst
    meeting = plan_meeting(who=who, initiative_id=panel.initiative_id, plan=plan, key=key, now=now)
    row, _is_new = PanelMeeting.objects.get_or_create(
        meeting=meeting, defaults={"panel": panel, "kind": kind}
    )
    for member in _near(panel).exclude(id=who.subject.id).select_related("person"):
        invite(who=who, meeting_id=meeting.id, member=member, now=now)
    note(panel, who, "panel.meeting", about=row)
    return row


def _trained_by(panel: Panel, moment: datetime.datetime) -> bool:
    """Tell whether a training comes before, or nobody needs one any more."""
    if not PanelSeat.objects.taken().filter(panel=panel, trained_on__isnull=True).exists():
        return True
    rows = PanelMeeting.objects.filter(panel=panel, kind=MeetingKind.TRAINING)
    held = rows.filter(meeting__starts_at__lt=moment)
    return held.exclude(meeting__state=MeetingState.CANCELLED).exists()


def _near(panel: Panel) -> "QuerySet[Member]":
    seated = PanelSeat.objects.taken().filter(panel=panel, member__isnull=False)
    advising = PanelAdviser.objects.advising().filter(panel=panel)
    ids = {
        *seated.values_list("member_id", flat=True),
        *advising.values_list("member_id", flat=True),
    }
    return Member.objects.active().filter(id__in=ids).order_by("id")


@transaction.atomic
def publish_minutes(
    *,
    who: Who,
    panel_id: UUID,
    meeting_id: UUID,
    minutes_cy: str,
    minutes_en: str,
    now: datetime.datetime | None = None,
) -> None:
    """Publish the minutes in both languages: the clerk does, or who sits."""
    panel = locked(panel_id)
    if not is_clerk(who, panel) and seat_of(who, panel) is None:
        raise errors.NotASeat
    row = PanelMeeting.objects.select_related("meeting").get(panel=panel, id=meeting_id)
    if row.meeting.state != MeetingState.HELD:
        raise errors.NotHeldYet
    words = {"minutes_cy": minutes_cy.strip(), "minutes_en": minutes_en.strip()}
    PanelMeeting.objects.filter(id=row.id).update(minutes_at=now or timezone.now(), **words)
    note(panel, who, "panel.minutes", about=row)


@transaction.atomic
def pay(*, who: Who, panel_id: UUID, meeting_id: UUID, now: datetime.datetime | None = None) -> int:
    """Pay who was there: time credits move at once from the pot, money waits to be paid out."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel)
    row = PanelMeeting.objects.select_related("meeting").get(panel=panel, id=meeting_id)
    if row.meeting.state != MeetingState.HELD:
        raise errors.NotHeldYet
    came = Coming.objects.came().filter(meeting=row.meeting).values("member_id")
    seats = PanelSeat.objects.filter(panel=panel, member_id__in=came, answered_at__isnull=False)
    paid = PanelClaim.objects.filter(meeting=row, kind=Owed.PAY).values("seat_id")
    waiting = list(seats.exclude(id__in=paid).select_related("member"))
    if panel.pay == Pay.NONE or not waiting:
        raise errors.NobodyToPay
    for seat in waiting:
        _pay(panel, row, seat, who, now)
    note(panel, who, "panel.paid", about=row, public=False, people=len(waiting))
    return len(waiting)


def _pay(
    panel: Panel, row: PanelMeeting, seat: PanelSeat, who: Who, now: datetime.datetime
) -> None:
    claim = PanelClaim.objects.create(
        panel=panel,
        seat=seat,
        meeting=row,
        kind=Owed.PAY,
        minutes=panel.minutes,
        pence=panel.pence,
        asked_at=now,
    )
    if panel.pay == Pay.CREDITS:
        moved = ledger.transfer(
            key=uuid5(claim.id, "pay"),
            debit=pot().id,
            credit=member_account(_member(seat)).id,
            amount=panel.minutes,
            kind=PANEL,
        )
        rows = PanelClaim.objects.filter(id=claim.id)
        rows.update(transfer_id=moved.id, settled_at=now, settled_by=who.actor)


def _member(seat: PanelSeat) -> Member:
    member: Member | None = seat.member
    if member is None:
        raise errors.NoMember
    return member


@transaction.atomic
def claim_costs(
    *,
    who: Who,
    panel_id: UUID,
    pence: int,
    words: str,
    language: str,
    now: datetime.datetime | None = None,
) -> PanelClaim:
    """Claim what it cost to take part: travel, care, a carer's time."""
    panel = locked(panel_id)
    seat = require_seat(who, panel)
    claim = PanelClaim.objects.create(
        panel=panel,
        seat=seat,
        kind=Owed.COSTS,
        pence=pence,
        words=words.strip(),
        language=language,
        asked_at=now or timezone.now(),
    )
    note(panel, who, "panel.claimed", about=claim, public=False, concerns=[panel.clerk])
    return claim


@transaction.atomic
def settle(
    *,
    who: Who,
    panel_id: UUID,
    claim_id: UUID,
    paid: bool,
    now: datetime.datetime | None = None,
) -> None:
    """Write down that money was paid out, or is not to be; who is owed it may waive it."""
    panel, now = locked(panel_id), now or timezone.now()
    claim = PanelClaim.objects.select_related("seat").get(panel=panel, id=claim_id)
    own = claim.seat.member_id in (who.subject.id, who.actor.id)
    if not own:
        require_clerk(who, panel)
    elif paid:
        raise errors.OwnClaim
    if not claim.waits:
        raise errors.SettledAlready
    when = {"settled_at": now, "transfer_id": _paid_out(claim)} if paid else {"refused_at": now}
    PanelClaim.objects.filter(id=claim.id).update(settled_by=who.actor, **when)
    note(panel, who, "panel.settled", about=claim, public=False)


def _paid_out(claim: PanelClaim) -> UUID:
    """Write pounds that went to someone into the ledger: whoever called the panel gave them."""
    moved = ledger.transfer(
        key=uuid5(claim.id, "paid"),
        debit=issue(Unit.PENCE).id,
        credit=retirement(Unit.PENCE).id,
        amount=claim.pence,
        kind=PANEL if claim.kind == Owed.PAY else COSTS,
    )
    return moved.id
