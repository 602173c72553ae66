"""Every read of panels."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.decide.panels.models import (
    Panel,
    PanelAlert,
    PanelDraw,
    PanelFeature,
    PanelGroup,
    PanelInvitation,
    PanelPromise,
    PanelSeat,
    PoolPerson,
    Sits,
)
from gyda.decide.panels.quotas import Apart, apart, groups_of
from gyda.decide.panels.rules import is_clerk
from gyda.methods.representativeness import LEAST, suppressed
from gyda.people.who import Who
from gyda.web.access import HubRequest

MANY = 600


def listed(initiative: UUID | None = None) -> "QuerySet[Panel]":
    """Return panels, of the hub or of one initiative."""
    rows = Panel.objects.select_related("initiative")
    return rows.filter(initiative=initiative) if initiative else rows


def panel_or_404(panel_id: UUID) -> Panel:
    """Return a panel of this hub: every panel is public."""
    return get_object_or_404(Panel.objects.select_related("initiative", "clerk"), id=panel_id)


def clerks_panel_or_404(request: HubRequest, panel_id: UUID) -> Panel:
    """Return a panel to its clerk; to others the page is not there."""
    panel = panel_or_404(panel_id)
    if not is_clerk(request.who, panel):
        raise Http404
    return panel


def latest_draw(panel: Panel) -> PanelDraw | None:
    """Return the last drawing, without its proof."""
    return PanelDraw.objects.filter(panel=panel).defer("packed").order_by("-id").first()


def drawn(panel: Panel) -> PanelDraw | None:
    """Return the drawing of the whole panel whose lots are published."""
    rows = PanelDraw.objects.filter(panel=panel, sha256__gt="").order_by("id")
    return next((draw for draw in rows if not draw.again), None)


def promises_of(panel: Panel) -> list[PanelPromise]:
    rows = PanelPromise.objects.filter(panel=panel).select_related("by").order_by("place")
    return list(rows[:MANY])


def in_pool(who: Who | None, panel: Panel) -> PoolPerson | None:
    """Return the person's own row in the pool."""
    if not who:
        return None
    return PoolPerson.objects.there().filter(panel=panel, member=who.subject).first()


def offered(who: Who | None, panel: Panel) -> PanelSeat | None:
    """Return the person's own seat, whatever became of it."""
    if not who:
        return None
    return PanelSeat.objects.filter(panel=panel, member=who.subject).first()


def pool_of(panel: Panel) -> "QuerySet[PoolPerson]":
    """Return the pool with names: for the clerk alone."""
    return PoolPerson.objects.there().filter(panel=panel).select_related("member")


def pool_size(panel: Panel) -> int | None:
    """Return how many are in the pool, from five on; once closed the number is kept."""
    number = panel.people or PoolPerson.objects.there().filter(panel=panel).count()
    return number if number >= LEAST else None


def seats_of(panel: Panel) -> list[PanelSeat]:
    """Return all seats with who sits there: for the panel itself and its clerk."""
    rows = PanelSeat.objects.filter(panel=panel).select_related("member", "person")
    return sorted(rows[:MANY], key=lambda seat: (seat.turn or 0, seat.number))


def counts_of(panel: Panel) -> Counter[str]:
    """Return how many seats stand how."""
    rows = PanelSeat.objects.filter(panel=panel).values_list("state").annotate(n=Count("id"))
    return Counter(dict(rows.order_by()))


def invitations_of(panel: Panel) -> "QuerySet[PanelInvitation]":
    return PanelInvitation.objects.filter(panel=panel)


def invitation_or_404(code: str) -> PanelInvitation:
    """Return the invitation of a letter."""
    rows: QuerySet[PanelInvitation]
    rows = PanelInvitation.objects.select_related("panel", "panel__initiative")
    return get_object_or_404(rows, code=code.strip().upper())


@dataclass(frozen=True)
class Line:
    """A group: its quota, how many sit, its share of who lives here; None is held back."""

    group: PanelGroup
    held: int | None
    share: float | None


@dataclass(frozen=True)
class Balance:
    """One question, group by group, and how far the seats are from who lives here."""

    feature: PanelFeature
    lines: list[Line]
    apart: Apart | None


def balances(features: list[PanelFeature], seats: list[PanelSeat], *, exact: bool) -> list[Balance]:
    """Return who sits by group; in public nothing under five, nor what gives it away."""
    answers = [seat.answers for seat in seats if seat.state == Sits.TAKEN]
    return [_balance(feature, answers, exact) for feature in features]


def _balance(feature: PanelFeature, answers: list[dict[str, str]], exact: bool) -> Balance:
    groups = groups_of(feature)
    said = Counter(one.get(feature.code, "") for one in answers)
    counts = {group.code: said[group.code] for group in groups}
    shown: Any = counts if exact else suppressed(counts).groups
    total = sum(group.people or 0 for group in groups)
    lines = [
        Line(
            group,
            shown[group.code] if answers else None,
            100 * (group.people or 0) / total if total else None,
        )
        for group in groups
    ]
    return Balance(feature, lines, apart(feature, answers))


def alerts_of(panel: Panel) -> list[tuple[PanelAlert, PanelGroup | None]]:
    """Return what is broken now, each with its group."""
    rows = list(PanelAlert.objects.filter(panel=panel, until_at__isnull=True))
    if not rows:
        return []
    groups = PanelGroup.objects.filter(feature__panel=panel, over__isnull=False)
    known = {(g.feature.code, g.code): g for g in groups.select_related("feature")}
    return [(row, known.get((row.feature_code, row.group_code))) for row in rows]
