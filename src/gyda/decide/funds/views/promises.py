"""What is promised to one payee: made, read, paid back, freed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID, uuid5

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.decide.funds import rules
from gyda.decide.funds.actions import backs
from gyda.decide.funds.actions import promises as actions
from gyda.decide.funds.forms.funds import FreeForm, PromiseForm
from gyda.decide.funds.models import Commitment
from gyda.decide.funds.queries import book
from gyda.decide.funds.queries.bids import bid_or_404
from gyda.decide.funds.views.holding import kept_fund, kept_promise, moved
from gyda.people.access import HubRequest, members_only, oneself_only
from gyda.web.deeds import attempt, go


def promise(request: HubRequest, promise: UUID) -> HttpResponse:
    """Show what was promised, by which decision, and where it went."""
    found = book.promise_or_404(promise)
    keeps = rules.keeps(request.who, found.fund)
    sums = book.sums_of_promise(found)
    context = {
        "promise": found,
        "sums": sums,
        "lines": book.lines_of(found),
        "waiting": book.payments_waiting(found) if keeps else [],
        "keeps": keeps and not found.fund.is_closed,
        "is_payee": keeps and rules.is_payee(request.who.actor, found),
        "me": request.who.actor if keeps else None,
        "shows_words": keeps or not found.is_to_a_person,
    }
    return render(request, "decide/funds/promise.html", context)


@oneself_only
@members_only
def new(request: HubRequest, fund: UUID) -> HttpResponse:
    """Promise money by a decision."""
    found = kept_fund(request, fund)
    bid = bid_or_404(UUID(request.GET["bid"])) if request.GET.get("bid") else None
    start = {"decision": request.GET.get("decision"), "initiative": found.initiative_id}
    form = PromiseForm(request.POST or None, initial=start)

    def act() -> Commitment:
        said = form.cleaned_data
        key = uuid5(said["key"], "promise")  # so that nobody takes the key of another deed
        wanted = {"promise": form.promise(bid), "decision": said["decision"], "key": key}
        return actions.commit(who=request.who, fund=found, **wanted)

    if done := attempt(form, act):
        return go(request, _("The money is promised."), "decide:promise", done.result.id)
    context = {"form": form, "fund": found, "bid": bid, "sums": book.sums_of(found)}
    return render(request, "decide/funds/new_promise.html", context)


@oneself_only
@members_only
def refund(request: HubRequest, promise: UUID) -> HttpResponse:
    """Write down what the payee gave back."""
    found = kept_promise(request, promise)
    words = {
        "title": _("Money that the payee gave back"),
        "lead": str(found.title),
        "submit": _("It came back"),
        "done": _("It is in the book, and promised again until you free it."),
    }
    return moved(
        request,
        lambda pence, proof, key: backs.refund(
            who=request.who, commitment_id=found.id, pence=pence, proof=proof, key=key
        ),
        words,
        "decide:promise",
        found.id,
    )


@oneself_only
@members_only
def repay(request: HubRequest, promise: UUID) -> HttpResponse:
    """Write down what was repaid of an investment."""
    found = kept_promise(request, promise)
    words = {
        "title": _("A repayment that came in"),
        "lead": str(found.title),
        "submit": _("It was repaid"),
        "done": _("It is in the fund again, for the next bid."),
    }
    return moved(
        request,
        lambda pence, proof, key: backs.repay(
            who=request.who, commitment_id=found.id, pence=pence, proof=proof, key=key
        ),
        words,
        "decide:promise",
        found.id,
    )


@oneself_only
@members_only
def free(request: HubRequest, promise: UUID) -> HttpResponse:
    """Put what was not spent back into the fund."""
    found = kept_promise(request, promise)
    form = FreeForm(request.POST or None)

    def act() -> Commitment:
        return actions.free(who=request.who, commitment_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("What was left is in the fund again.")
        return go(request, said, "decide:promise", found.id)
    context = {"form": form, "promise": found, "sums": book.sums_of_promise(found)}
    return render(request, "decide/funds/free.html", context)
