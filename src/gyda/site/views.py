"""The pages that know every stage."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gyda.people.access import HubRequest
from gyda.people.models import Hub
from gyda.site.cards import cards_for


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say whether the database answers and has the shape that the code expects."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    migrations = "missing" if missing else "applied"
    status = 503 if missing else 200
    return JsonResponse({"database": "ok", "migrations": migrations}, status=status)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the hubs of this install."""
    return render(request, "site/front.html", {"hubs": Hub.objects.order_by("slug")})


@require_safe
def hub_home(request: HubRequest) -> HttpResponse:
    """Show a hub to whoever comes by, and to its members what concerns them today."""
    context = {"hub": request.hub, "cards": cards_for(request)}
    return render(request, "site/hub_home.html", context)


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Show a page of plain words: help, privacy and the like."""
    context = {"contact": settings.CONTACT, "source": settings.SOURCE}
    return render(request, f"site/pages/{name}.html", context)
