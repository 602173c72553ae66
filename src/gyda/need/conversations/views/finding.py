"""Which conversation a page is about, and whether this reader may open it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse

from gyda.need.conversations.queries.lists import conversation_or_404
from gyda.need.conversations.rules import may_answer, may_hold, may_read
from gyda.people.access import HubRequest
from gyda.web.access import View


def readable(view: View) -> View:
    """Let in whoever may read the conversation; the view gets the row for its id."""
    return _found(view, may_read)


def answerable(view: View) -> View:
    """Let in whoever may answer it; the others are asked to sign in."""
    return _found(view, lambda who, found: may_read(who, found) and may_answer(who, found))


def held(view: View) -> View:
    """Let in whoever looks after it."""
    return _found(view, may_hold, or_sign_in=True)


def _found(view: View, may: Any, *, or_sign_in: bool = False) -> View:
    @wraps(view)
    def guarded(request: HubRequest, conversation: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        if or_sign_in and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        found = conversation_or_404(conversation)
        if may(request.who, found):
            return view(request, found, *args, **kwargs)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise Http404

    return guarded
