"""A move from the first look at its tables to its end."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.moving import queries
from gyda.moving.actions.check import check, drop
from gyda.moving.actions.start import start
from gyda.moving.forms import ChoiceForm, TablesForm
from gyda.moving.models import Move, State
from gyda.moving.sheets.columns import FILES
from gyda.people.access import HubRequest, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

FIRST = 20


@stewards_only
def moves(request: HubRequest) -> HttpResponse:
    """List the moves, with the ways in and out."""
    page = page_of(queries.moves(), request)
    tables = [(kind.label, name) for kind, name in FILES.items()]
    return render(request, "moving/moves.html", {"page": page, "tables": tables})


@stewards_only
def new(request: HubRequest) -> HttpResponse:
    """Take tables and look through them."""
    form = TablesForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            found = check(who=request.who, uploads=form.cleaned_data["tables"])
        except DomainError as error:
            add_domain_error(form, error)
        else:
            return _to(request, found)
    return render(request, "moving/new.html", {"form": form})


@stewards_only
def move(request: HubRequest, move: UUID) -> HttpResponse:
    """Show what was found, how far it is, or what came of it."""
    found = queries.move_or_404(move)
    context = _about(found) | {"form": ChoiceForm() if found.state == State.CHECKED else None}
    return render(request, "moving/move.html", context)


def _about(found: Move) -> dict[str, object]:
    return {
        "move": found,
        "files": queries.files_of(found),
        "faults": list(queries.faults_of(found, notes=False).order_by("id")[:FIRST]),
        "has_notes": queries.faults_of(found, notes=True).exists(),
        "runs": found.state == State.RUNNING,
    }


@stewards_only
def begin(request: HubRequest, move: UUID) -> HttpResponse:
    """Choose what to do with mistakes and how people arrive, and let the move begin."""
    found = queries.move_or_404(move)
    form = ChoiceForm(request.POST or None)
    if form.is_valid():
        try:
            start(who=request.who, move=found, **form.chosen())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("It begins within half a minute."))
            return _to(request, found)
    return render(request, "moving/move.html", _about(found) | {"form": form})


@require_POST
@stewards_only
def forget(request: HubRequest, move: UUID) -> HttpResponse:
    """Drop a move that has not begun."""
    try:
        drop(who=request.who, move=queries.move_or_404(move))
        messages.success(request, _("The tables are forgotten. Nothing was brought in."))
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(hub_path(request.hub.slug, "moving:moves"))


@stewards_only
def rows(request: HubRequest, move: UUID) -> HttpResponse:
    """List every row to mend, or to know of, page by page."""
    found = queries.move_or_404(move)
    notes = request.GET.get("notes") == "1"
    page = page_of(queries.faults_of(found, notes=notes), request, size=100, by="id")
    return render(request, "moving/rows.html", {"move": found, "page": page, "notes": notes})


def _to(request: HubRequest, found: Move) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "moving:move", found.id))
