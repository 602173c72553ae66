"""Bids to invest and save: written, worked out, repaid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.funds import rules
from gyda.decide.funds.actions import bids as actions
from gyda.decide.funds.appraising import appraise, invested, settings
from gyda.decide.funds.forms.bids import CaseForm, InstalmentForm, LineForm
from gyda.decide.funds.models import Bid, BidLine, Instalment
from gyda.decide.funds.queries import bids as queries
from gyda.decide.funds.queries import book
from gyda.people.access import HubRequest, members_only, oneself_only
from gyda.web.deeds import attempt, go, press

CASE = (
    "organisation", "title_cy", "title_en", "need_cy", "need_en", "nothing_cy", "nothing_en",
    "risks_cy", "risks_en", "owner", "first_year", "price_year", "second_rate", "initiative",
)  # fmt: skip


def bid(request: HubRequest, bid: UUID) -> HttpResponse:
    """Show what it costs and brings, what it is worth at which rates, and how it is repaid."""
    found = queries.bid_or_404(bid)
    lines, promise = queries.lines_of(found), queries.promise_of(found)
    today = timezone.localdate()
    day = timezone.localdate(promise.at) if promise else today
    writes = actions.may_write(request.who, found.fund, found.organisation_id)
    context = {
        "bid": found,
        "lines": lines,
        "appraisal": appraise(found, lines, day, settings()) if lines else None,
        "day": day,
        "asked": invested(lines),
        "promise": promise,
        "repayment": queries.repayment(found, promise, today),
        "writes": writes and promise is None,
        "keeps": rules.keeps(request.who, found.fund),
    }
    return render(request, "decide/funds/bid.html", context)


@oneself_only
@members_only
def new(request: HubRequest, fund: UUID) -> HttpResponse:
    """Begin a bid on a fund."""
    found = book.fund_or_404(fund)
    ours = request.who.actor.organisation_id
    if not (rules.keeps(request.who, found) or ours):
        raise Http404
    start = {"organisation": ours, "initiative": found.initiative_id}
    form = CaseForm(request.POST or None, initial=start)

    def act() -> Bid:
        key = form.cleaned_data["key"]
        return actions.write_bid(who=request.who, fund_id=found.id, case=form.case(), key=key)

    if done := attempt(form, act):
        said = _("The bid is begun. Now its costs and savings.")
        return go(request, said, "decide:bid", done.result.id)
    return render(request, "decide/funds/new_bid.html", {"form": form, "fund": found})


@oneself_only
@members_only
def change(request: HubRequest, bid: UUID) -> HttpResponse:
    """Put it in other words."""
    found = _written(request, bid)
    form = CaseForm(request.POST or None, initial={name: getattr(found, name) for name in CASE})
    return _asked(
        request, found, form, lambda: actions.change_bid(
            who=request.who, bid_id=found.id, case=form.case()
        ), _("Change the bid"),
    )  # fmt: skip


@oneself_only
@members_only
def add_line(request: HubRequest, bid: UUID) -> HttpResponse:
    """Add a cost or a saving."""
    found, form = _written(request, bid), LineForm(request.POST or None)
    return _asked(
        request, found, form, lambda: actions.add_line(
            who=request.who, bid_id=found.id, line=form.line()
        ), _("Add a cost or a saving"),
    )  # fmt: skip


@oneself_only
@members_only
def schedule(request: HubRequest, bid: UUID) -> HttpResponse:
    """Say what is repaid by when."""
    found, form = _written(request, bid), InstalmentForm(request.POST or None)
    return _asked(
        request, found, form, lambda: actions.schedule(
            who=request.who, bid_id=found.id, **form.cleaned_data
        ), _("Say what is repaid by which day"),
    )  # fmt: skip


@require_POST
@oneself_only
@members_only
def remove_line(request: HubRequest, bid_line: UUID) -> HttpResponse:
    """Take a cost or a saving off."""
    row = get_object_or_404(BidLine.objects.all(), id=bid_line)
    found, act = _written(request, row.bid_id), actions.remove_line
    return press(
        request, lambda: act(who=request.who, line_id=row.id), _("Off."), "decide:bid", found.id
    )


@require_POST
@oneself_only
@members_only
def unschedule(request: HubRequest, instalment: UUID) -> HttpResponse:
    """Take an instalment off."""
    row = get_object_or_404(Instalment.objects.all(), id=instalment)
    found, act = _written(request, row.bid_id), actions.unschedule
    return press(
        request,
        lambda: act(who=request.who, instalment_id=row.id),
        _("Off."),
        "decide:bid",
        found.id,
    )


def _asked(
    request: HubRequest, bid: Bid, form: BaseForm, act: Callable[[], object], title: str
) -> HttpResponse:
    if attempt(form, act):
        return go(request, _("It is in the bid."), "decide:bid", bid.id)
    context = {"form": form, "bid": bid, "title": title}
    return render(request, "decide/funds/change_bid.html", context)


def _written(request: HubRequest, bid_id: UUID) -> Bid:
    found = queries.bid_or_404(bid_id)
    if not actions.may_write(request.who, found.fund, found.organisation_id):
        raise Http404
    return found
