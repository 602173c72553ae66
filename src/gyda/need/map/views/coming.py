"""Bringing a conversation over from another tool, and how far that is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from gyda.need.map.forms import BringForm
from gyda.need.map.models import Coming
from gyda.people.access import HubRequest, stewards_only
from gyda.web.deeds import attempt, go

LATEST = 20


@stewards_only
def bring(request: HubRequest) -> HttpResponse:
    """Take the files, and show those of before."""
    form = BringForm(request.POST or None, request.FILES or None)

    def act() -> Coming:
        from gyda.need.map.actions.bring import begin  # which needs scipy

        texts = form.cleaned_data["texts"]
        return begin(who=request.who, by=request.who.actor, texts=texts, wanted=form.wanted())

    if done := attempt(form, act):
        said = _("The files are readable. It begins within half a minute.")
        return go(request, said, "need:coming", done.result.id)
    before = Coming.objects.defer("files").order_by("-id")[:LATEST]
    return render(request, "need/map/bring.html", {"form": form, "before": before})


@stewards_only
def coming(request: HubRequest, coming: UUID) -> HttpResponse:
    """Show how far it is."""
    rows = Coming.objects.defer("files").select_related("conversation")
    found = get_object_or_404(rows, id=coming)
    return render(request, "need/map/coming.html", {"coming": found})
