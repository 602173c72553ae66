"""The page of figures for everyone, and its table to take away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.deliver.figures import pages, published
from gyda.deliver.figures.queries import kept
from gyda.people.access import HubRequest
from gyda.web.download import csv_response


def figures(request: HubRequest) -> HttpResponse:
    """Show how the time bank goes, to anyone, and nothing of fewer than five people."""
    is_connector = bool(request.who) and request.who.actor.is_connector
    context = pages.for_everyone() | {"is_connector": is_connector}
    return render(request, "deliver/figures/public.html", context)


def table(request: HubRequest) -> HttpResponse:
    """Give the same months as a table to keep; hours in minutes; what is held back is empty."""
    header = [
        *(_("From"), _("To"), _("Active members"), _("Hours given (minutes)")),
        _("Neighbour to neighbour (minutes)"),
        _("Arranged by an organisation (minutes)"),
    ]
    runs = (published.run_of(period) for period in kept.runs())
    rows = [
        [
            *(f"{run.span.first:%Y-%m}", f"{run.span.last_month:%Y-%m}", run.active, run.minutes),
            *(run.neighbour, run.organised),
        ]
        for run in runs
    ]
    return csv_response(f"figures-{request.hub.slug}", header, rows)
