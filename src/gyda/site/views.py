"""The pages that know every stage."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from gyda.people.access import HubRequest
from gyda.people.models import Hub


def health(request: HttpRequest) -> JsonResponse:
    """Say whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


def front(request: HttpRequest) -> HttpResponse:
    """Show the hubs of this install."""
    return render(request, "site/front.html", {"hubs": Hub.objects.order_by("slug")})


def hub_home(request: HubRequest) -> HttpResponse:
    """Show a hub to whoever comes by."""
    return render(request, "site/hub_home.html", {"hub": request.hub})
