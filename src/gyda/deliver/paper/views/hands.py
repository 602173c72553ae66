"""Notes handed out, and what becomes of one note."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gyda.deliver.paper.actions.ending import report_lost, void
from gyda.deliver.paper.actions.handing import hand_out
from gyda.deliver.paper.forms.notes import HandForm
from gyda.deliver.paper.queries import notes as queries
from gyda.people.access import HubRequest, connectors_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path

ENDS = {"lost": report_lost, "void": void}


@connectors_only
@require_http_methods(["GET", "POST"])
def hand(request: HubRequest, batch: UUID) -> HttpResponse:
    """Hand out notes of a batch."""
    found = queries.batch_or_404(batch)
    next_one = queries.in_drawer(found).first()
    initial = {"first": next_one.number if next_one else None}
    form = HandForm(request.POST or None, who=request.who, initial=initial)
    if form.is_valid():
        try:
            hand_out(who=request.who, hand=form.hand(found))
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Handed out. From now on the notes are worth their hours."))
            return redirect(hub_path(request.hub.slug, "deliver:note_batch", found.id))
    context = {"form": form, "batch": found, "has_drawer": next_one is not None}
    return render(request, "deliver/paper/hand.html", context)


@connectors_only
@require_safe
def note(request: HubRequest, note: UUID) -> HttpResponse:
    """Show one note: where it is, and where it has been."""
    found = queries.note_or_404(note)
    refused = list(queries.refusals(found).order_by("-id")[:20])
    return render(request, "deliver/paper/note.html", {"note": found, "refused": refused})


@connectors_only
@require_http_methods(["GET", "POST"])
def end(request: HubRequest, note: UUID, how: str) -> HttpResponse:
    """Say that a note is lost or void."""
    found = queries.note_or_404(note)
    if how not in ENDS:
        raise Http404
    if request.method == "POST":
        try:
            ENDS[how](who=request.who, note=found)
            messages.success(request, _("The note is worth nothing now."))
        except DomainError as error:
            messages.error(request, str(error))
        return redirect(hub_path(request.hub.slug, "deliver:note", found.id))
    return render(request, "deliver/paper/end.html", {"note": found, "is_lost": how == "lost"})
