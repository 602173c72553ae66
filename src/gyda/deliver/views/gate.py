"""What stays open to everyone or to the members, as the hub likes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse

from gyda.people.access import HubRequest


def turn_away(request: HubRequest) -> HttpResponse:
    """Ask who is signed out to sign in; a stranger finds nothing."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())
