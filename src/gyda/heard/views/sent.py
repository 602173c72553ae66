"""What a form was sent, even if nothing was ticked: an empty form is an answer too."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import QueryDict

from gyda.people.access import HubRequest


def sent(request: HubRequest) -> QueryDict | None:
    """Return what was sent, None when the page is only read."""
    return request.POST if request.method == "POST" else None
