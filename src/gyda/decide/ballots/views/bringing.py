"""An election that was held elsewhere: from its file to its result page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.decide.ballots.actions import importing
from gyda.decide.ballots.forms.bringing import BringForm
from gyda.decide.ballots.models import Ballot
from gyda.people.access import HubRequest, stewards_only
from gyda.web.deeds import attempt, go


@stewards_only
def bring(request: HubRequest) -> HttpResponse:
    """Bring it in, all of it or nothing, and show how it comes out here."""
    if request.who.is_acting:
        raise Http404
    form = BringForm(request.POST or None, request.FILES or None)

    def act() -> Ballot:
        return importing.bring_in(who=request.who, **form.asked())

    if done := attempt(form, act):
        said = _("The election is brought in and counted: this is its result.")
        return go(request, said, "decide:ballot_result", done.result.id)
    return render(request, "decide/ballots/bring.html", {"form": form})
