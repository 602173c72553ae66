"""Seats: taken or declined with no reason asked, left, filled again so that the balance holds."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note, tell
from gyda.decide.panels.actions.watch import watch
from gyda.decide.panels.hearing_queries import voices_for_chair
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelFeature,
    PanelSeat,
    PanelState,
    Phase,
    Sits,
)
from gyda.decide.panels.models.draw import WORKS
from gyda.decide.panels.quotas import features_of, groups_of
from gyda.decide.panels.rules import is_adviser, require_clerk, require_seat, require_state
from gyda.people.models import Member
from gyda.people.who import Who


def _seat(panel: Panel, seat_id: UUID, *states: Sits) -> PanelSeat:
    seat = PanelSeat.objects.select_related("member__person").get(panel=panel, id=seat_id)
    if states and seat.state not in states:
        raise errors.NotNow
    return seat


def _of(who: Who, panel: Panel, *states: Sits) -> PanelSeat:
    """Return the seat of who acts, or of for whom they act: taking it is theirs."""
    seat = PanelSeat.objects.filter(panel=panel, member=who.subject, state__in=states).first()
    if seat is None:
        raise errors.NotNow
    return seat


@transaction.atomic
def answer(*, who: Who, panel_id: UUID, takes: bool, now: datetime.datetime | None = None) -> None:
    """Take the seat that was offered, or say no: nobody asks why."""
    panel = locked(panel_id)
    require_state(panel, PanelState.SITTING)
    _answered(panel, _of(who, panel, Sits.OFFERED), takes, who, now or timezone.now())


@transaction.atomic
def answered(
    *,
    who: Who,
    panel_id: UUID,
    seat_id: UUID,
    takes: bool,
    member: Member | None = None,
    now: datetime.datetime | None = None,
) -> None:
    """Write down what someone said to the clerk; who is a member by now takes the seat as one."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.SITTING)
    seat = _seat(panel, seat_id, Sits.OFFERED)
    if member is not None and seat.member_id is None:
        link(panel, seat, member)
    _answered(panel, seat, takes, who, now or timezone.now())


def link(panel: Panel, seat: PanelSeat, member: Member) -> None:
    """Let a member of the hub hold the seat of someone who was none when they were drawn."""
    if is_adviser(member, panel):
        raise errors.AdvisersStayOut
    if member.organisation_id is not None:
        raise errors.ProfessionalsStayOut
    if member.id == panel.clerk_id:
        raise errors.ClerkStaysOut
    if PanelSeat.objects.filter(panel=panel, member=member).exists():
        raise errors.InAlready
    PanelSeat.objects.filter(id=seat.id).update(member=member)
    seat.refresh_from_db()


@transaction.atomic
def link_member(*, who: Who, panel_id: UUID, seat_id: UUID, member: Member) -> None:
    """Say which member of the hub someone is who sits, so that they can vote."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.SITTING)
    seat = _seat(panel, seat_id, Sits.OFFERED, Sits.TAKEN, Sits.RESERVE)
    if seat.member_id is not None:
        raise errors.NotNow
    link(panel, seat, member)
    note(panel, who, "panel.linked", about=seat, public=False, concerns=[member])


def _answered(panel: Panel, seat: PanelSeat, takes: bool, who: Who, now: datetime.datetime) -> None:
    if takes and seat.member is not None and is_adviser(seat.member, panel):
        raise errors.AdvisersStayOut  # named after the pool closed, and drawn later
    until = _months_on(timezone.localdate(now), panel.months) if takes else None
    PanelSeat.objects.filter(id=seat.id).update(
        state=Sits.TAKEN if takes else Sits.DECLINED, answered_at=now, until_on=until
    )
    verb = "panel.seat_taken" if takes else "panel.seat_declined"
    note(panel, who, verb, about=seat, public=False)
    if takes:
        tell(panel, seat.member, "panel_seat", seat=seat)
    watch(panel, now)


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or the last day of that month.

    >>> _months_on(datetime.date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    after = datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return datetime.date(year, month, min(day.day, after.day))


@transaction.atomic
def leave(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> None:
    """Leave the panel: nobody asks why, and someone who stands by is asked."""
    panel = locked(panel_id)
    require_state(panel, PanelState.SITTING)
    _left(panel, _of(who, panel, Sits.TAKEN), who, now or timezone.now())


@transaction.atomic
def gone(*, who: Who, panel_id: UUID, seat_id: UUID, now: datetime.datetime | None = None) -> None:
    """Write down that someone has left, or has not answered in time."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.SITTING)
    seat = _seat(panel, seat_id, Sits.TAKEN, Sits.OFFERED)
    if seat.sits:
        _left(panel, seat, who, now)
    else:
        _answered(panel, seat, False, who, now)


def _left(panel: Panel, seat: PanelSeat, who: Who, now: datetime.datetime) -> None:
    PanelSeat.objects.filter(id=seat.id).update(state=Sits.LEFT, is_chair=False, left_at=now)
    note(panel, who, "panel.seat_left", about=seat, public=False)
    tell(panel, seat.member, "panel_replaced", seat=seat)
    watch(panel, now)


def empty_seats(panel: Panel) -> int:
    """Return how many seats nobody sits in or is asked for."""
    return max(0, panel.seats - PanelSeat.objects.held().filter(panel=panel).count())


@transaction.atomic
def fill(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> int:
    """Ask those who stand by, one for each empty seat: who keeps the balance best comes first."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.SITTING)
    missing = empty_seats(panel)
    if not missing:
        raise errors.NoEmptySeat
    asked = 0
    while asked < missing and (seat := _best_reserve(panel)):
        PanelSeat.objects.filter(id=seat.id).update(state=Sits.OFFERED, offered_at=now)
        tell(panel, seat.member, "panel_drawn", person=seat.person)
        asked += 1
    if not asked:
        raise errors.NoReserve
    note(panel, who, "panel.reserves_asked", people=asked)
    return asked


def _best_reserve(panel: Panel) -> PanelSeat | None:
    """Return who mends most of what the quotas lack; of equals, who was chosen earlier."""
    held = list(PanelSeat.objects.held().filter(panel=panel))
    reserves = PanelSeat.objects.filter(panel=panel, state=Sits.RESERVE).order_by("turn")
    waiting = list(reserves.select_related("member__person", "person"))
    features = features_of(panel)
    if not waiting:
        return None
    return min(waiting, key=lambda one: (missed(features, [*held, one]), one.turn or 0))


def missed(features: Collection[PanelFeature], seats: Collection[PanelSeat]) -> int:
    """Return by how many seats the quotas are missed."""
    total = 0
    for feature in features:
        said = [seat.answers.get(feature.code) for seat in seats]
        for group in groups_of(feature):
            count = said.count(group.code)
            total += max(0, group.least - count) + max(0, count - group.most)
    return total


@transaction.atomic
def draw_again(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> PanelDraw:
    """Draw for the empty seats from the whole pool, when nobody stands by any more."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.SITTING)
    if panel.purged_at:
        raise errors.PoolIsGone
    if not empty_seats(panel):
        raise errors.NoEmptySeat
    if PanelDraw.objects.filter(panel=panel, phase__in=[*WORKS, Phase.LISTED]).exists():
        raise errors.NotNow
    seats = PanelSeat.objects.filter(panel=panel)
    stay = seats.held().values_list("number", flat=True).order_by("number")
    left = seats.filter(state__in=[Sits.DECLINED, Sits.LEFT]).values_list("number", flat=True)
    draw = PanelDraw.objects.create(
        panel=panel,
        seats=panel.seats,
        lots=panel.lots,
        stay=list(stay),
        left=list(left.order_by("number")),
        asked_by=who.actor,
        asked_at=now,
    )
    note(panel, who, "panel.lots_asked")
    return draw


@transaction.atomic
def choose_chair(*, who: Who, panel_id: UUID, seat_id: UUID) -> None:
    """Say whom one wants as chair; whom more than half of those who sit want, is it from then."""
    panel = locked(panel_id)
    mine = require_seat(who, panel)
    PanelSeat.objects.filter(id=mine.id).update(wants=_seat(panel, seat_id, Sits.TAKEN))
    voices = voices_for_chair(panel)
    chosen = next((one for one, many in voices.for_each.items() if many >= voices.needed), None)
    rows = PanelSeat.objects.filter(panel=panel)
    if chosen is None or rows.filter(id=chosen, is_chair=True).exists():
        note(panel, who, "panel.chair_wanted", public=False)
        return
    rows.filter(is_chair=True).update(is_chair=False)
    rows.filter(id=chosen).update(is_chair=True)
    note(panel, who, "panel.chair_chosen", about=rows.get(id=chosen))


@transaction.atomic
def explain(*, who: Who, panel_id: UUID, explained_cy: str, explained_en: str) -> None:
    """The chair says in public why the panel is unlike the people who live here."""
    panel = locked(panel_id)
    if not require_seat(who, panel).is_chair:
        raise errors.NotASeat
    words = {"explained_cy": explained_cy.strip(), "explained_en": explained_en.strip()}
    Panel.objects.filter(id=panel.id).update(**words)
    note(panel, who, "panel.explained")


@transaction.atomic
def trained(*, who: Who, panel_id: UUID, seat_ids: Collection[UUID], on: datetime.date) -> None:
    """Write down who has had the training."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.SITTING)
    rows = PanelSeat.objects.taken().filter(panel=panel, id__in=list(seat_ids))
    number = rows.update(trained_on=on)
    note(panel, who, "panel.trained", people=number)


@transaction.atomic
def end_panel(*, who: Who, panel_id: UUID, now: datetime.datetime | None = None) -> None:
    """End it when its term is over; who stood by is thanked."""
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.SITTING)
    waiting = PanelSeat.objects.filter(panel=panel, state=Sits.RESERVE)
    for seat in waiting.select_related("member__person"):
        tell(panel, seat.member, "panel_thanked")
    waiting.update(state=Sits.THANKED)
    Panel.objects.filter(id=panel.id).update(state=PanelState.ENDED, ended_at=now)
    note(panel, who, "panel.ended")
