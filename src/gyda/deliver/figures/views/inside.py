"""The figures to the minute, for connectors, and the records behind each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.figures import pages, words
from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.queries import behind, kept
from gyda.deliver.figures.queries.work import work_by_month
from gyda.deliver.figures.spans import Span, month
from gyda.people.access import HubRequest, connectors_only
from gyda.web.download import csv_response
from gyda.web.links import hub_path
from gyda.web.paging import page_of

LINKS = {"took_part": "deliver:figure_people", "quiet": "deliver:figure_people"}


@connectors_only
def inside(request: HubRequest) -> HttpResponse:
    """Show every figure, each with a link to what lies behind it."""

    def link(group: str, key: str) -> str:
        return hub_path(request.hub.slug, LINKS[group], behind.address_of(group, key))

    context = pages.for_connectors(timezone.now(), link)
    context["reasons"] = pages.reasons(context["book"])
    return render(request, "deliver/figures/inside.html", context)


@connectors_only
def table(request: HubRequest) -> HttpResponse:
    """Give the months as a table to keep: hours in minutes."""
    header = [
        *(_("Month"), _("Members"), _("Joined"), _("Active members"), _("Gave and received")),
        *(_("Exchanges"), _("Neighbour to neighbour (minutes)")),
        *(_("Arranged by an organisation (minutes)"), _("Connectors' time (minutes)")),
    ]
    months = kept.latest("MONTH", 600)
    worked = work_by_month(months[-1].first) if months else {}
    rows = [
        [
            *(f"{row.first:%Y-%m}", row.members, row.joined, row.active, row.both),
            *(row.neighbour_times, row.neighbour_minutes, row.organised_minutes),
            worked[row.first].minutes,
        ]
        for row in months
    ]
    return csv_response(f"figures-inside-{request.hub.slug}", header, rows)


@require_POST
@connectors_only
def count_now(request: HubRequest) -> HttpResponse:
    """Count what is new at once, without waiting for the clock."""
    fold(hub_id=request.hub.id, now=timezone.now())
    messages.success(request, _("Counted just now."))
    return redirect(hub_path(request.hub.slug, "deliver:figures_inside"))


@connectors_only
def hours(request: HubRequest, month_name: str, way: str) -> HttpResponse:
    """List the moves of hours behind one figure of a month."""
    span = _month(month_name)
    found = behind.moves(span, way)
    if found is None:
        raise Http404
    page = page_of(found, request, by="-at")
    context = {"page": page, "lines": behind.lines(page.rows), "span": words.span(span), "way": way}
    return render(request, "deliver/figures/hours.html", context)


@connectors_only
def active(request: HubRequest, month_name: str) -> HttpResponse:
    """List who was active in a month, by name: a list to know people by, not to rank them."""
    span = _month(month_name)
    page = page_of(behind.active_in(span), request, by="name_folded")
    return render(
        request,
        "deliver/figures/people.html",
        {"page": page, "title": words.span(span), "span": span},
    )


@connectors_only
def people(request: HubRequest, which: str) -> HttpResponse:
    """List the members behind one figure of the year, by name."""
    found = behind.people(which, timezone.now())
    if found is None:
        raise Http404
    page = page_of(found, request, by="name_folded")
    context = {"page": page, "title": behind.title_of(which), "which": which}
    return render(request, "deliver/figures/people.html", context)


def _month(name: str) -> Span:
    try:
        first = datetime.date.fromisoformat(f"{name}-01")
    except ValueError:
        raise Http404 from None
    if not 2000 <= first.year <= 2200:
        raise Http404
    return month(first)
