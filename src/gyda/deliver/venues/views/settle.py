"""What a venue is owed, and how it is settled."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.venues.actions.settle import propose, settle, take_settlement_back, withdraw
from gyda.deliver.venues.forms.setup import PaidForm, ReasonForm
from gyda.deliver.venues.models.settlement import SettlementState
from gyda.deliver.venues.queries import owed as queries
from gyda.deliver.venues.queries.pools import organisation_for
from gyda.deliver.venues.rules import may_confirm, may_take_back
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press
from gyda.web.paging import page_of


@members_only
def settlements(request: HubRequest, organisation: UUID) -> HttpResponse:
    """List what is owed under each agreement, and what was settled."""
    found = organisation_for(request.who, organisation)
    page = page_of(queries.settlements_of(organisation), request)
    context = {"organisation": found, "debts": queries.debts_of(organisation), "page": page}
    return render(request, "deliver/venues/settlements.html", context)


@members_only
def settle_up(request: HubRequest, organisation: UUID, agreement: UUID) -> HttpResponse:
    """Write down that a venue was paid what it is owed."""
    found = organisation_for(request.who, organisation)
    debts = queries.debts_of(organisation)
    debt = next((one for one in debts if one.agreement.id == agreement), None)
    if debt is None:
        raise Http404
    form = PaidForm(request.POST or None, initial={"pence": debt.pence})
    act = partial(propose, who=request.who, agreement_id=agreement)
    if done := attempt(form, lambda: act(**form.cleaned_data)):
        words = _("The payment is written down.")
        return go(request, words, "deliver:settlement", done.result.id)
    if form.is_bound:
        form.read_again(debt.pence)
    context = {"form": form, "organisation": found, "debt": debt}
    return render(request, "deliver/venues/settle_up.html", context)


@members_only
def settlement(request: HubRequest, settlement: UUID) -> HttpResponse:
    """Show a settlement and what it pays for; a paid one can be taken back, with a reason."""
    found = queries.settlement_or_404(request.who, settlement)
    may_undo = found.state == SettlementState.SETTLED and may_take_back(request.who, found)
    form = ReasonForm(request.POST or None)
    undo = partial(take_settlement_back, who=request.who, settlement_id=found.id)
    if may_undo and attempt(form, lambda: undo(words=form.said())):
        words = _("The payment is taken back. It is owed again.")
        return go(request, words, "deliver:settlement", found.id)
    is_waiting = found.state == SettlementState.PROPOSED
    context = {
        "settlement": found,
        "bookings": queries.bookings_in(found),
        "form": form if may_undo else None,
        "notes": queries.notes_in(found),
        "waits": is_waiting,
        "may_settle": is_waiting and may_confirm(request.who, found),
    }
    return render(request, "deliver/venues/settlement.html", context)


@require_POST
@members_only
def confirm_settlement(request: HubRequest, settlement: UUID) -> HttpResponse:
    """Say as the second person that it was paid."""
    found = queries.settlement_or_404(request.who, settlement)
    words = _("The payment is confirmed.")
    act = partial(settle, who=request.who, settlement_id=found.id)
    return press(request, act, words, "deliver:settlement", found.id)


@require_POST
@members_only
def withdraw_settlement(request: HubRequest, settlement: UUID) -> HttpResponse:
    """Say that it was not paid after all."""
    found = queries.settlement_or_404(request.who, settlement)
    words = _("It is withdrawn. The venue is owed this again.")
    act = partial(withdraw, who=request.who, settlement_id=found.id)
    return press(request, act, words, "deliver:settlement", found.id)
