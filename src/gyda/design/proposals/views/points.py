"""Supporting a proposal; points for and against, and agreeing with them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.proposals import queries
from gyda.design.proposals.actions import points, supporting
from gyda.design.proposals.forms import BecauseForm, PointForm
from gyda.design.proposals.models import Point
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.web.deeds import attempt, go, press


@require_POST
@members_only
def support(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Support it."""
    found = queries.shown_or_404(proposal)
    return press(
        request,
        lambda: supporting.support(who=request.who, proposal_id=found.id),
        _("You support this proposal. You hear what becomes of it."),
        "design:proposal",
        found.id,
    )


@require_POST
@members_only
def support_no_more(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Support it no longer."""
    found = queries.shown_or_404(proposal)
    return press(
        request,
        lambda: supporting.support_no_more(who=request.who, proposal_id=found.id),
        _("You no longer support this proposal."),
        "design:proposal",
        found.id,
    )


@members_only
def new(request: HubRequest, proposal: UUID) -> HttpResponse:
    """Say what speaks for a proposal, or against it."""
    found = queries.shown_or_404(proposal)
    form = PointForm(request.POST or None, initial={"side": request.GET.get("side", "")})

    def act() -> Point:
        return points.make_point(who=request.who, proposal_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("Your point stands there."), "design:proposal", found.id)
    context = {"form": form, "proposal": found, "version": queries.newest_of(found)}
    return render(request, "design/proposals/point.html", context)


def _shown_or_404(point_id: UUID) -> Point:
    """Return a point that is shown; `page` is the proposal on whose page it stands."""
    rows = Point.objects.shown().annotate(page=Coalesce(F("proposal__top"), F("proposal")))
    return get_object_or_404(rows.select_related("proposal"), id=point_id)


def _pressed(
    request: HubRequest, point_id: UUID, act: Callable[..., object], words: str
) -> HttpResponse:
    found = _shown_or_404(point_id)
    return press(
        request,
        lambda: act(who=request.who, point_id=found.id),
        words,
        "design:proposal",
        found.page,  # type: ignore[attr-defined]
    )


@require_POST
@members_only
def agree(request: HubRequest, design_point: UUID) -> HttpResponse:
    """Agree with a point."""
    return _pressed(request, design_point, points.agree, _("You agree with this point."))


@require_POST
@members_only
def agree_no_more(request: HubRequest, design_point: UUID) -> HttpResponse:
    """Take that back."""
    words = _("You no longer agree with this point.")
    return _pressed(request, design_point, points.agree_no_more, words)


@require_POST
@members_only
def take_back(request: HubRequest, design_point: UUID) -> HttpResponse:
    """Take one's own point back."""
    return _pressed(request, design_point, points.take_point_back, _("Your point is taken back."))


@connectors_only
def take_down(request: HubRequest, design_point: UUID) -> HttpResponse:
    """Take a point down, with a reason."""
    found = _shown_or_404(design_point)
    if request.who.is_acting:
        raise Http404
    form = BecauseForm(request.POST or None)

    def act() -> None:
        points.take_point_down(who=request.who, point_id=found.id, **form.cleaned_data)

    page = found.page  # type: ignore[attr-defined]
    if attempt(form, act):
        said = _("It is taken down. Who wrote it is told why.")
        return go(request, said, "design:proposal", page)
    context = {"form": form, "point": found, "page": page}
    return render(request, "design/proposals/take_point_down.html", context)
