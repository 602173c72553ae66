"""Meetings of a panel: planned, with minutes; pay and costs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.decide.panels import hearing_queries, queries
from gyda.decide.panels.actions import meetings as actions
from gyda.decide.panels.forms.hearing import CostsForm, MeetingForm, MinutesForm
from gyda.decide.panels.models import Panel, PanelClaim, PanelMeeting, PanelSeat
from gyda.decide.panels.rules import is_clerk, seat_of
from gyda.decide.panels.views.asking import Asked, ask
from gyda.decide.panels.views.refused import seats_only
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press
from gyda.web.paging import page_of

HERE = "decide:panel_meetings"


def meetings(request: HubRequest, panel: UUID) -> HttpResponse:
    """List the meetings of the panel, with the minutes that are published."""
    found = queries.panel_or_404(panel)
    context = {
        "panel": found,
        "meetings": hearing_queries.meetings_of(found),
        "spent": hearing_queries.spent_on(found),
        "clerk": is_clerk(request.who, found),
        "seat": seat_of(request.who, found),
    }
    return render(request, "decide/panels/meetings.html", context)


@members_only
def plan(request: HubRequest, panel: UUID) -> HttpResponse:
    """Plan a meeting or a training."""
    found = queries.clerks_panel_or_404(request, panel)
    form = MeetingForm(request.POST or None)
    words = _(
        "Everyone who sits or advises is invited, and says what they need to take part. It "
        "cannot open before that is seen to."
    )
    asked = Asked(
        _("Plan a meeting"), _("Plan it"), _("Planned. Everyone is invited."), words, HERE
    )

    def act() -> object:
        said = form.cleaned_data
        return actions.plan(
            who=request.who, panel_id=found.id, kind=said["kind"], plan=form.plan(), key=said["key"]
        )

    return ask(request, found, form, act, asked)


def _held(request: HubRequest, panel: UUID, met: UUID) -> tuple[Panel, PanelMeeting]:
    found = queries.panel_or_404(panel)
    if not is_clerk(request.who, found) and seat_of(request.who, found) is None:
        raise Http404
    return found, get_object_or_404(PanelMeeting.objects.filter(panel=found), id=met)


@members_only
def minutes(request: HubRequest, panel: UUID, met: UUID) -> HttpResponse:
    """Publish the minutes."""
    found, row = _held(request, panel, met)
    texts = {name: getattr(row, name) for name in ("minutes_cy", "minutes_en")}
    form = MinutesForm(request.POST or None, initial=texts)
    words = _(
        "Everyone reads them. Write what was said, and nobody's name who does not want it there."
    )
    asked = Asked(_("Minutes"), _("Publish the minutes"), _("Published."), words, HERE)

    def act() -> None:
        said = form.cleaned_data
        actions.publish_minutes(who=request.who, panel_id=found.id, meeting_id=row.id, **said)

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def pay(request: HubRequest, panel: UUID, met: UUID) -> HttpResponse:
    """Pay who was there."""
    found = queries.clerks_panel_or_404(request, panel)
    row = get_object_or_404(PanelMeeting.objects.filter(panel=found), id=met)

    def act() -> object:
        return actions.pay(who=request.who, panel_id=found.id, meeting_id=row.id)

    said = _("Everyone who was there is paid, or is down to be paid.")
    return press(request, act, said, HERE, found.id)


@seats_only
def costs(request: HubRequest, panel: Panel, seat: PanelSeat) -> HttpResponse:
    """Claim what it cost to take part."""
    form = CostsForm(request.POST or None)
    asked = Asked(
        _("Claim costs"), _("Claim it"), _("The clerk sees to it."), to="decide:panel_claims"
    )

    def act() -> object:
        return actions.claim_costs(who=request.who, panel_id=panel.id, **form.cleaned_data)

    return ask(request, panel, form, act, asked)


@never_cache
@members_only
def claims(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show what is owed: all of it to the clerk, to who sits their own."""
    found = queries.panel_or_404(panel)
    clerk, seat = is_clerk(request.who, found), queries.offered(request.who, found)
    if not clerk and seat is None:
        raise Http404
    rows = hearing_queries.claims_of(found, None if clerk else seat)
    context = {"panel": found, "clerk": clerk, "seat": seat, "page": page_of(rows, request)}
    return render(request, "decide/panels/claims.html", context)


def _settle(request: HubRequest, panel: UUID, claim: UUID, paid: bool, said: str) -> HttpResponse:
    found = queries.panel_or_404(panel)
    row = get_object_or_404(PanelClaim.objects.filter(panel=found).select_related("seat"), id=claim)
    own = row.seat.member_id == request.who.subject.id and not paid
    if not own and not is_clerk(request.who, found):
        raise Http404

    def act() -> None:
        actions.settle(who=request.who, panel_id=found.id, claim_id=row.id, paid=paid)

    return press(request, act, said, "decide:panel_claims", found.id)


@require_POST
@members_only
def paid(request: HubRequest, panel: UUID, claim: UUID) -> HttpResponse:
    """Write down that it was paid out."""
    return _settle(request, panel, claim, True, _("Written down as paid."))


@require_POST
@members_only
def not_paid(request: HubRequest, panel: UUID, claim: UUID) -> HttpResponse:
    """Write down that it is not to be paid: refused, or waived by who is owed."""
    return _settle(request, panel, claim, False, _("It is not to be paid."))
