"""Opening a panel, changing it while people put themselves forward, calling it off."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note, tell_people
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelState,
    Pay,
    Phase,
    PoolPerson,
    Way,
)
from gyda.decide.panels.models.draw import WORKS
from gyda.decide.panels.rules import require_clerk
from gyda.initiatives.models import Initiative
from gyda.initiatives.rules import check_reason, may_hold, require_hold
from gyda.keys.once import once
from gyda.people.models import Member
from gyda.people.who import Who

LONGEST = datetime.timedelta(days=731)


@dataclass(frozen=True)
class Plan:
    """The question, the seats, the pay and how the lot is drawn."""

    title_cy: str
    title_en: str
    question_cy: str
    question_en: str
    seats: int
    closes_on: datetime.date
    purge_on: datetime.date
    months: int = 12
    reserves: int = 0
    pay: str = Pay.NONE
    minutes: int = 0
    pence: int = 0
    one_per_household: bool = True
    way: str = Way.DICE
    source_cy: str = ""
    source_en: str = ""
    lots: int = 1000

    def columns(self, today: datetime.date) -> dict[str, Any]:
        """Return the columns, or raise where something does not go together."""
        paid = {Pay.NONE: True, Pay.CREDITS: self.minutes > 0, Pay.MONEY: self.pence > 0}
        if not paid[Pay(self.pay)]:
            raise errors.PayInTwoWays
        if self.way == Way.SOURCE and not (self.source_cy and self.source_en):
            raise errors.NameTheSource
        if self.closes_on < today:
            raise errors.CloseLater
        if not self.closes_on < self.purge_on <= self.closes_on + LONGEST:
            raise errors.PurgeFirst
        only = {
            "minutes": self.minutes if self.pay == Pay.CREDITS else 0,
            "pence": self.pence if self.pay == Pay.MONEY else 0,
        }
        return dict(vars(self)) | only


@once
@transaction.atomic
def open_panel(
    *,
    who: Who,
    initiative: Initiative,
    plan: Plan,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Panel:
    """Open a panel for an initiative; who opens it is its clerk."""
    if key and (stored := Panel.objects.filter(request_key=key).first()):
        return stored
    now = now or timezone.now()
    require_hold(who, initiative)
    if who.is_acting:
        raise errors.ClerkOnly
    panel = Panel.objects.create(
        initiative=initiative,
        clerk=who.actor,
        opened_at=now,
        request_key=key,
        **plan.columns(timezone.localdate(now)),
    )
    note(panel, who, "panel.opened", seats=panel.seats)
    return panel


@transaction.atomic
def change_panel(
    *, who: Who, panel_id: UUID, plan: Plan, now: datetime.datetime | None = None
) -> Panel:
    """Change it while people put themselves forward."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING)
    columns = plan.columns(timezone.localdate(now or timezone.now()))
    Panel.objects.filter(id=panel.id).update(**columns)
    panel.refresh_from_db()
    note(panel, who, "panel.changed", seats=panel.seats)
    return panel


@transaction.atomic
def hand_over(*, who: Who, panel_id: UUID, clerk: Member) -> None:
    """Make someone else the clerk: the clerk does, or a steward where the clerk is gone."""
    panel = locked(panel_id)
    if who.is_acting or not (who.actor.id == panel.clerk_id or who.actor.is_steward):
        raise errors.ClerkOnly
    if not may_hold(Who(clerk), panel.initiative):
        raise errors.ClerkOnly
    Panel.objects.filter(id=panel.id).update(clerk=clerk)
    note(panel, who, "panel.clerk", concerns=[clerk])


@transaction.atomic
def call_off(
    *,
    who: Who,
    panel_id: UUID,
    because_cy: str,
    because_en: str,
    now: datetime.datetime | None = None,
) -> None:
    """Call it off before it sits; everyone in the pool is told why."""
    panel = locked(panel_id)
    require_clerk(who, panel, PanelState.GATHERING, PanelState.DRAWING)
    check_reason(because_cy, because_en)
    stop_work(panel)
    Panel.objects.filter(id=panel.id).update(
        state=PanelState.CANCELLED,
        because_cy=because_cy.strip(),
        because_en=because_en.strip(),
        ended_at=now or timezone.now(),
    )
    panel.refresh_from_db()
    people = PoolPerson.objects.there().filter(panel=panel, member__isnull=False)
    tell_people(panel, people.select_related("member__person"), "panel_called_off")
    note(panel, who, "panel.called_off")


def stop_work(panel: Panel) -> None:
    """Stop a drawing that is under way, or whose lots wait to be drawn."""
    rows = PanelDraw.objects.filter(panel=panel, phase__in=[*WORKS, Phase.LISTED])
    rows.update(phase=Phase.STOPPED, ended_at=timezone.now(), leased_until=None)
