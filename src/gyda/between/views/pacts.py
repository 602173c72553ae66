"""What stewards agree with other hubs, and what is owed both ways."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.between import queries
from gyda.between.actions.crossing import carry
from gyda.between.actions.pacts import accept, end, propose, tell
from gyda.between.actions.paying import hold_to_settle
from gyda.between.forms import AcceptForm, SettleForm, TermsForm
from gyda.between.models import Crossing, Pact, State
from gyda.people.access import HubRequest, stewards_only
from gyda.web.download import csv_response
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@stewards_only
def pacts(request: HubRequest) -> HttpResponse:
    """List the hubs with which there is, was or may be an agreement."""
    owed = queries.owed()
    rows = [(pact, *_both_ways(owed.get(pact.partner_id, 0))) for pact in queries.pacts()]
    return render(request, "between/pacts.html", {"rows": rows})


def _both_ways(owed: int) -> tuple[int, int]:
    """Return what we owe and what they owe: one of the two is nothing."""
    return max(owed, 0), max(-owed, 0)


@stewards_only
def new(request: HubRequest) -> HttpResponse:
    """Offer an agreement, or other limits for one."""
    form = TermsForm(request.POST or None, initial={"slug": request.GET.get("hub", "")})
    if form.is_valid():
        try:
            pact = propose(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            tell(pact)
            messages.success(request, _("The other hub's stewards now see this."))
            return _to(request, pact)
    return render(request, "between/new.html", {"form": form})


@stewards_only
def pact(request: HubRequest, partner: str) -> HttpResponse:
    """Show what was agreed, what is owed both ways, and month by month what crossed."""
    return render(request, "between/pact.html", _about(queries.pact_or_404(partner)))


def _about(found: Pact) -> dict[str, Any]:
    we_owe, they_owe = _both_ways(queries.owed().get(found.partner_id, 0))
    waits = AcceptForm(initial={"seen": found.heard}) if found.waits_for_us else None
    return {
        "pact": found,
        "we_owe": we_owe,
        "they_owe": they_owe,
        "months": queries.months_with(found.partner),
        "form": waits,
    }


@require_POST
@stewards_only
def agree(request: HubRequest, partner: str) -> HttpResponse:
    """Say yes to what the other hub offers."""
    found, form = queries.pact_or_404(partner), AcceptForm(request.POST)
    try:
        if form.is_valid():
            tell(accept(who=request.who, partner=found.partner, **form.cleaned_data))
            messages.success(request, _("It is agreed."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _to(request, found)


@stewards_only
def stop(request: HubRequest, partner: str) -> HttpResponse:
    """End the agreement, after a second look."""
    found = queries.pact_or_404(partner)
    if request.method != "POST":
        return render(request, "between/end.html", _about(found) | {"form": None})
    try:
        tell(end(who=request.who, partner=found.partner))
        messages.success(request, _("The agreement is ended. What is owed stays here."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _to(request, found)


@stewards_only
def settle(request: HubRequest, partner: str) -> HttpResponse:
    """Settle what the other hub owes."""
    found = queries.pact_or_404(partner)
    about = _about(found)
    form = SettleForm(request.POST or None, initial={"minutes": about["they_owe"] or None})
    if form.is_valid():
        try:
            sent = hold_to_settle(who=request.who, partner=found.partner, **form.chosen())
        except DomainError as error:
            add_domain_error(form, error)
        else:
            _say_settled(request, carry(sent))
            return _to(request, found)
    return render(request, "between/settle.html", about | {"form": form})


def _say_settled(request: HubRequest, sent: Crossing) -> None:
    if sent.state == State.PAID:
        messages.success(request, _("It is settled, in both books."))
    else:
        messages.warning(request, _("The other hub could not take the hours. They are back."))


@stewards_only
def table(request: HubRequest, partner: str) -> HttpResponse:
    """Give the months as a table."""
    found = queries.pact_or_404(partner)
    header = [_("Month"), _("Sent (minutes)"), _("Received (minutes)")]
    rows = [[f"{m.first:%Y-%m}", m.sent, m.received] for m in queries.months_with(found.partner)]
    return csv_response(f"{request.hub.slug}-{found.partner.slug}", header, rows)


def _to(request: HubRequest, found: Pact) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "between:pact", found.partner.slug))
