"""Why hours are for time and not for things, with a note to print for the benefits office."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render

from gyda.people.access import HubRequest


def goods(request: HubRequest) -> HttpResponse:
    """Explain it to whoever asks."""
    return render(request, "deliver/exchange/goods.html")
