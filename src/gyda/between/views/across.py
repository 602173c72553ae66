"""What a member does with other hubs: read their offers, give hours to someone there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.between import queries
from gyda.between.actions.across import across_of, choose
from gyda.between.actions.crossing import carry
from gyda.between.actions.paying import Receiver, hold_for
from gyda.between.forms import PayForm, SumForm
from gyda.between.models import Crossing, State
from gyda.deliver.queries import hours
from gyda.people import limits
from gyda.people.access import HubRequest, members_only
from gyda.people.models import Hub
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@members_only
def across(request: HubRequest) -> HttpResponse:
    """Show the agreed hubs, one's own code, and what one sent and received."""
    context = {
        "pacts": queries.standing(),
        "across": across_of(request.who.subject),
        "page": page_of(queries.own(request.who), request),
    }
    return render(request, "between/across.html", context)


@require_POST
@members_only
def my_offers(request: HubRequest) -> HttpResponse:
    """Choose whether people of agreed hubs read one's offers."""
    choose(who=request.who, shows_offers=request.POST.get("show") == "yes")
    messages.success(request, _("Your choice is kept."))
    return _home(request)


@members_only
def offers(request: HubRequest, partner: str) -> HttpResponse:
    """Show what people of an agreed hub offer."""
    pact = queries.standing_or_404(partner)
    page = queries.offers_of(request.who, pact.partner, request)
    return render(request, "between/offers.html", {"partner": pact.partner, "page": page})


@members_only
def offer(request: HubRequest, partner: str, offer: UUID) -> HttpResponse:
    """Show one offer of an agreed hub, and pay for it."""
    pact = queries.standing_or_404(partner)
    found = queries.offer_or_404(request.who, pact.partner, offer)
    form = SumForm(request.POST or None, initial={"minutes": found.minutes})
    receiver = queries.receiver_of(found)
    made = _paid(request, form, pact.partner, lambda: receiver)
    context = {"form": form, "partner": pact.partner, "offer": found, "receiver": receiver}
    context["mine"] = hours.minutes_of(request.who.subject)
    return made or render(request, "between/offer.html", context)


@members_only
def pay(request: HubRequest, partner: str) -> HttpResponse:
    """Give hours to someone of an agreed hub, whose code one has."""
    pact = queries.standing_or_404(partner)
    form = PayForm(request.POST or None)

    def receiver() -> Receiver:
        limits.count(request, "try_code_across", str(request.who.actor_id))
        return queries.receiver_by_code(pact.partner, form.cleaned_data["code"])

    made = _paid(request, form, pact.partner, receiver)
    context = {"form": form, "partner": pact.partner}
    context["mine"] = hours.minutes_of(request.who.subject)
    return made or render(request, "between/pay.html", context)


def _paid(
    request: HubRequest, form: SumForm, partner: Hub, find: Callable[[], Receiver]
) -> HttpResponse | None:
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        sent = hold_for(who=request.who, partner=partner, receiver=find(), what=form.sum())
    except DomainError as error:
        add_domain_error(form, error)
        return None
    _say(request, carry(sent))
    return _home(request)


def _say(request: HubRequest, sent: Crossing) -> None:
    if sent.state == State.PAID:
        words = _("The hours are with: %(name)s") % {"name": sent.other_name}
        messages.success(request, words)
    else:
        messages.warning(request, _("The other hub could not take the hours. They are back."))


def _home(request: HubRequest) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "between:across"))
