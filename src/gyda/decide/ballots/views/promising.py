"""The money of what won is promised to somebody."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.decide.ballots import winners
from gyda.decide.ballots.actions.promising import promise_to
from gyda.decide.ballots.forms.winners import WinnerForm
from gyda.decide.funds.models import Commitment
from gyda.decide.funds.queries.book import sums_of
from gyda.people.access import HubRequest, members_only, oneself_only
from gyda.web.deeds import attempt, go


@oneself_only
@members_only
def promise(request: HubRequest, option: UUID) -> HttpResponse:
    """Promise what an option costs to whoever carries it out."""
    found, decision = winners.winner_or_404(request.who, option)
    form = WinnerForm(request.POST or None)

    def act() -> Commitment:
        payee = form.cleaned_data
        return promise_to(who=request.who, option=found, decision=decision, payee=payee)

    if done := attempt(form, act):
        return go(request, _("The money is promised."), "decide:promise", done.result.id)
    context = {"form": form, "option": found, "ballot": found.ballot, "decision": decision}
    context["sums"] = sums_of(found.ballot.fund)
    return render(request, "decide/ballots/promise.html", context)
