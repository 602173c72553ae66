"""The figures to the minute, for connectors, and the records behind each."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.figures import pages, words
from gyda.deliver.figures.actions.fold import fold
from gyda.deliver.figures.queries import behind, kept, who
from gyda.deliver.figures.queries.work import work_by_month
from gyda.deliver.figures.spans import Span, month, month_of, year_to
from gyda.ledger.models import Transfer
from gyda.people.access import HubRequest, connectors_only
from gyda.web.download import csv_response
from gyda.web.links import hub_path
from gyda.web.paging import page_of

NO_KIND = "none"  # in an address: hours of no kind of help


@connectors_only
def inside(request: HubRequest) -> HttpResponse:
    """Show every figure, each with a link to what lies behind it."""

    def link(group: str, key: str) -> str:
        if group == "kind":
            return hub_path(request.hub.slug, "deliver:figure_kind", key.lower() or NO_KIND)
        if group == "place":
            place = urlencode({"name": key})
            return f"{hub_path(request.hub.slug, 'deliver:figure_place')}?{place}"
        return hub_path(request.hub.slug, "deliver:figure_people", who.address_of(group, key))

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
    fold(hub_id=request.hub.id, now=timezone.now(), whole=True)
    messages.success(request, _("Counted just now."))
    return redirect(hub_path(request.hub.slug, "deliver:figures_inside"))


@connectors_only
def hours(request: HubRequest, month_name: str, way: str) -> HttpResponse:
    """List the moves of hours behind one figure of a month."""
    span = _month(month_name)
    found = behind.moves(span, way)
    if found is None:
        raise Http404
    return _list_hours(request, found, words.hours_of(way, span))


@connectors_only
def kind(request: HubRequest, kind_of_help: str) -> HttpResponse:
    """List the moves of hours behind one kind of help, a month of the last twelve at a time."""
    shelves = kept.shelves()
    key = kind_of_help if kind_of_help in shelves else kind_of_help.upper().replace("NONE", "")
    if key not in shelves and key not in words.KINDS:
        raise Http404
    here = month_of(timezone.now())
    months = kept.months_of_kind(year_to(here), key) or [month(here)]
    asked = request.GET.get("month", "")
    span = next((one for one in months if f"{one.first:%Y-%m}" == asked), months[0])
    title = f"{words.kind(key, shelves)}: {words.span(span)}"
    others = [(f"{one.first:%Y-%m}", words.span(one)) for one in months if one != span]
    return _list_hours(request, behind.of_kind(span, key), title, others)


def _list_hours(
    request: HubRequest,
    found: QuerySet[Transfer],
    title: str,
    others: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    page = page_of(found, request, by="-at")
    context = {"page": page, "lines": behind.lines(page.rows), "title": title, "others": others}
    return render(request, "deliver/figures/hours.html", context)


@connectors_only
def place(request: HubRequest) -> HttpResponse:
    """List who gave time in the last twelve months and lives in a place, by name."""
    name = request.GET.get("name", "")
    page = page_of(who.gave_and_live_in(name), request, by="name_folded")
    title = _("gave, and live here: %(place)s") % {"place": words.place(name)}
    return render(request, "deliver/figures/people.html", {"page": page, "title": title})


@connectors_only
def active(request: HubRequest, month_name: str) -> HttpResponse:
    """List who was active in a month, by name: a list to know people by, not to rank them."""
    span = _month(month_name)
    if not who.is_kept(span.first, month_of(timezone.now())):
        raise Http404
    page = page_of(who.active_in(span.first), request, by="name_folded")
    return render(
        request,
        "deliver/figures/people.html",
        {"page": page, "title": words.span(span), "span": span},
    )


@connectors_only
def people(request: HubRequest, which: str) -> HttpResponse:
    """List the members behind one figure of the year, by name."""
    found = who.people(which)
    if found is None:
        raise Http404
    page = page_of(found, request, by="name_folded")
    context = {"page": page, "title": who.title_of(which), "which": which}
    return render(request, "deliver/figures/people.html", context)


def _month(name: str) -> Span:
    try:
        first = datetime.date.fromisoformat(f"{name}-01")
    except ValueError:
        raise Http404 from None
    if not 2000 <= first.year <= 2200:
        raise Http404
    return month(first)
