"""The open book, one fund, and what stewards do with it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.funds import rules
from gyda.decide.funds.actions import funds as actions
from gyda.decide.funds.actions.giving_back import give_back as return_it
from gyda.decide.funds.forms.funds import FundForm
from gyda.decide.funds.models import Commitment, Fund
from gyda.decide.funds.queries import bids, book
from gyda.decide.funds.queries.grants import giving
from gyda.decide.funds.views.holding import moved
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest, oneself_only, stewards_only
from gyda.web.deeds import attempt, go, press
from gyda.web.paging import page_of


def funds(request: HubRequest) -> HttpResponse:
    """Show every fund: in, promised, paid, left."""
    return render(request, "decide/funds/funds.html", {"rows": book.funds()})


def of_initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Show the money of one initiative."""
    found = initiative_or_404(initiative)
    context = {
        "initiative": found,
        "rows": book.funds(found),
        "promises": book.promises(Commitment.objects.filter(initiative=found)),
    }
    return render(request, "decide/funds/of_initiative.html", context)


def fund(request: HubRequest, fund: UUID) -> HttpResponse:
    """Show what came in, what is promised to whom, what was paid, every line of it."""
    found = book.fund_or_404(fund)
    context = {
        "fund": found,
        "sums": book.sums_of(found),
        "promises": book.promises(Commitment.objects.filter(fund=found)),
        "page": page_of(book.lines(found), request),
        "bids": bids.bids(found),
        "people": book.people_granted(found) if found.gives_small_grants else None,
        "fewest": book.FEWEST,
        "gives": giving(found),
        "keeps": (keeps := rules.keeps(request.who, found)),
        "going_back": book.going_back(found) if keeps else [],
    }
    return render(request, "decide/funds/fund.html", context)


@oneself_only
@stewards_only
def new(request: HubRequest) -> HttpResponse:
    """Write down what an authority granted."""
    form = FundForm(request.POST or None)

    def act() -> Fund:
        key = form.cleaned_data["key"]
        return actions.open_fund(who=request.who, terms=form.terms(), key=key)

    if done := attempt(form, act):
        said = _("The fund is open. Write down what comes in.")
        return go(request, said, "decide:fund", done.result.id)
    return render(request, "decide/funds/new.html", {"form": form})


@oneself_only
@stewards_only
def receive(request: HubRequest, fund: UUID) -> HttpResponse:
    """Write down what came in."""
    found = book.fund_or_404(fund)
    words = {
        "title": _("Money that came in"),
        "lead": str(found.title),
        "submit": _("It came in"),
        "done": _("It is in the book."),
    }
    return moved(
        request,
        lambda pence, proof, key: actions.receive(
            who=request.who, fund_id=found.id, pence=pence, proof=proof, key=key
        ),
        words,
        "decide:fund",
        found.id,
    )


@oneself_only
@stewards_only
def give_back(request: HubRequest, fund: UUID) -> HttpResponse:
    """Give what is not promised back to the giver."""
    found = book.fund_or_404(fund)
    words = {
        "title": _("Give money back to the giver"),
        "lead": str(found.title),
        "submit": _("It went back"),
        "done": _("It is in the book; a large sum only once another steward writes it down too."),
    }
    return moved(
        request,
        lambda pence, proof, key: return_it(
            who=request.who, fund_id=found.id, pence=pence, proof=proof, key=key
        ),
        words,
        "decide:fund",
        found.id,
    )


@require_POST
@oneself_only
@stewards_only
def close(request: HubRequest, fund: UUID) -> HttpResponse:
    """Close its book."""
    found, said = book.fund_or_404(fund), _("The fund is closed. Its book stays open to read.")
    act = actions.close_fund
    return press(
        request, lambda: act(who=request.who, fund_id=found.id), said, "decide:fund", found.id
    )
