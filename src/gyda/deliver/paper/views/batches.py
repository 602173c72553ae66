"""Batches: printed, looked at, voided; and the key that signs them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gyda.deliver.paper.actions.ending import void_rest
from gyda.deliver.paper.actions.printing import change_key, print_batch
from gyda.deliver.paper.forms.notes import PrintForm
from gyda.deliver.paper.queries import notes as queries
from gyda.people.access import HubRequest, connectors_only, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
@require_safe
def notes(request: HubRequest) -> HttpResponse:
    """Show the batches, what is on paper, and the way to one note by its number."""
    q = request.GET.get("q", "").strip()[:12]
    found = queries.note_numbered(int(q)) if q.isdecimal() and len(q) < 9 else None
    if found:
        return redirect(hub_path(request.hub.slug, "deliver:note", found.id))
    context = {
        "page": page_of(queries.batches(), request),
        "minutes": queries.in_circulation(),
        "has_refused": queries.refusals().exists(),
        "q": q,
    }
    return render(request, "deliver/paper/notes.html", context)


@connectors_only
@require_http_methods(["GET", "POST"])
def print_notes(request: HubRequest) -> HttpResponse:
    """Make a batch."""
    form = PrintForm(request.POST or None)
    if form.is_valid():
        try:
            batch = print_batch(who=request.who, asked=form.asked())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The notes are ready to print."))
            return redirect(hub_path(request.hub.slug, "deliver:note_batch", batch.id))
    return render(request, "deliver/paper/print.html", {"form": form})


@connectors_only
@require_safe
def batch(request: HubRequest, batch: UUID) -> HttpResponse:
    """Show one batch and its notes."""
    found = queries.batch_or_404(batch)
    tallies = queries.tallies(found)
    context = {
        "batch": found,
        "tallies": tallies,
        "has_drawer": any(tally.state == "DRAWER" for tally in tallies),
        "is_over": bool(found.expires_on and found.expires_on < timezone.localdate()),
        "page": page_of(queries.notes_of(found), request, size=40, by="number"),
    }
    return render(request, "deliver/paper/batch.html", context)


@connectors_only
@require_http_methods(["GET", "POST"])
def void_drawer(request: HubRequest, batch: UUID) -> HttpResponse:
    """Void what has not been handed out."""
    found = queries.batch_or_404(batch)
    if request.method == "POST":
        count = void_rest(who=request.who, batch=found)
        said = ngettext("%(count)s note is void now.", "%(count)s notes are void now.", count)
        messages.success(request, said % {"count": count})
        return redirect(hub_path(request.hub.slug, "deliver:note_batch", found.id))
    return render(request, "deliver/paper/void_rest.html", {"batch": found})


@stewards_only
@require_http_methods(["GET", "POST"])
def key(request: HubRequest) -> HttpResponse:
    """Make a new key."""
    if request.method == "POST":
        change_key(who=request.who)
        messages.success(request, _("Notes are signed with a new key from now on."))
        return redirect(hub_path(request.hub.slug, "deliver:notes"))
    return render(request, "deliver/paper/key.html")
