"""What belongs to the seats: an adviser is told so (403), to others the page is not there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gyda.decide.panels import queries
from gyda.decide.panels.rules import advises, seat_of
from gyda.people.access import HubRequest, members_only

View = Callable[..., HttpResponse]


def seats_only(view: View) -> View:
    """Decorate a view that only who sits may use; it is given the panel and the seat."""

    @wraps(view)
    @members_only
    def guarded(request: HubRequest, panel: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        found = queries.panel_or_404(panel)
        seat = seat_of(request.who, found)
        if seat is not None:
            return view(request, found, seat, *args, **kwargs)
        if advises(request.who, found):
            return render(request, "decide/panels/no_vote.html", {"panel": found}, status=403)
        raise Http404

    return guarded
