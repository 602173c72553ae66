"""Taking the answers out as files."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from gyda.need.map.queries.results import conversation_or_404
from gyda.people.access import HubRequest, stewards_only
from gyda.web.errors import DomainError
from gyda.web.links import hub_path


@stewards_only
def take_out(request: HubRequest, conversation: UUID) -> HttpResponse:
    """Say what is in the files and what must not be done with them, and give them."""
    from gyda.need.map.actions.take_out import take_out as take  # which needs scipy

    found = conversation_or_404(conversation, request.who)
    context = {"conversation": found, "error": ""}
    if request.method == "POST":
        address = request.build_absolute_uri(hub_path(request.hub.slug, "need:report", found.id))
        try:
            made = take(who=request.who, conversation=found, address=address)
        except DomainError as error:
            context["error"] = str(error)
        else:
            return _archive(f"conversation-{request.hub.slug}-{found.id}", made)
    return render(request, "need/map/take_out.html", context)


def _archive(name: str, made: bytes) -> HttpResponse:
    response = HttpResponse(made, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response
