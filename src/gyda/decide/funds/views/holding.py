"""Whom a page about money lets in: anyone else finds nothing there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gyda.decide.funds import rules
from gyda.decide.funds.forms.parts import ProofForm
from gyda.decide.funds.models import Commitment, Fund
from gyda.decide.funds.proof import Proof
from gyda.decide.funds.queries import book
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go

Deed = Callable[[int, Proof, UUID], object]


def kept_fund(request: HubRequest, fund_id: UUID) -> Fund:
    """Return a fund for somebody who looks after it."""
    fund = book.fund_or_404(fund_id)
    if not rules.keeps(request.who, fund):
        raise Http404
    return fund


def kept_promise(request: HubRequest, commitment_id: UUID) -> Commitment:
    """Return a promise for somebody who looks after its fund."""
    promise = book.promise_or_404(commitment_id)
    if not rules.keeps(request.who, promise.fund):
        raise Http404
    return promise


def moved(
    request: HubRequest, act: Deed, words: dict[str, str], name: str, back: object
) -> HttpResponse:
    """Ask how much and what shows it, move the money, and lead back to where it is seen."""
    form = ProofForm(request.POST or None, request.FILES or None)

    def deed() -> object:
        said = form.cleaned_data
        return act(said["pence"], form.proof(), said["key"])

    if attempt(form, deed):
        return go(request, words["done"], name, back)
    context = {"form": form, "words": words, "name": name, "back": back}
    return render(request, "decide/funds/move.html", context)
