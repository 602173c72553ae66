"""Giving hours away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions import gift as actions
from gyda.deliver.actions.gift import Present
from gyda.deliver.forms.gift import GiftForm, GrantForm, ThanksForm
from gyda.deliver.models import Gift
from gyda.deliver.queries import gift as gifts
from gyda.deliver.queries import hours
from gyda.deliver.rules.gift import may_thank
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

Give = Callable[[Present], Gift]


@members_only
def my_gifts(request: HubRequest) -> HttpResponse:
    """Show what a member gave and was given."""
    return render(request, "deliver/gifts.html", {"page": page_of(gifts.own(request.who), request)})


@members_only
def choose(request: HubRequest) -> HttpResponse:
    """Find the neighbour to give to; a link may name them already."""
    if named := _named(request):
        return redirect(hub_path(request.hub.slug, "deliver:give_to", named))
    q = request.GET.get("q", "")[:80]
    context = {"q": q, "neighbours": gifts.neighbours(request.who, q)}
    return render(request, "deliver/choose_neighbour.html", context)


@members_only
def give(request: HubRequest, member: UUID) -> HttpResponse:
    """Give hours to a neighbour."""
    receiver = gifts.neighbour_or_404(request.who, member)
    form = GiftForm(request.POST or None)
    made = _given(
        request,
        form,
        lambda it: actions.give_to_neighbour(who=request.who, receiver=receiver, present=it),
    )
    context = {"form": form, "receiver": receiver, "mine": hours.minutes_of(request.who.subject)}
    return made or render(request, "deliver/give.html", context)


@members_only
def give_to_pot(request: HubRequest) -> HttpResponse:
    """Give hours to the pot."""
    form = GiftForm(request.POST or None)
    made = _given(request, form, lambda it: actions.give_to_pot(who=request.who, present=it))
    context = {"form": form, "mine": hours.minutes_of(request.who.subject)}
    return made or render(request, "deliver/give_to_pot.html", context)


@connectors_only
def pot(request: HubRequest) -> HttpResponse:
    """Show connectors the pot, what was given from it, and find who needs some of it."""
    if named := _named(request):
        return redirect(hub_path(request.hub.slug, "deliver:grant_to", named))
    q = request.GET.get("q", "")[:80]
    context = {
        "pot": hours.minutes_of_pot(),
        "page": page_of(gifts.from_pot(), request),
        "q": q,
        "neighbours": gifts.neighbours(request.who, q),
    }
    return render(request, "deliver/pot.html", context)


@connectors_only
def grant(request: HubRequest, member: UUID) -> HttpResponse:
    """Give hours from the pot to someone who needs them."""
    receiver = gifts.receiver_or_404(request.who, member)
    form = GrantForm(request.POST or None)
    made = _given(
        request, form, lambda it: actions.grant(who=request.who, receiver=receiver, present=it)
    )
    context = {"form": form, "receiver": receiver, "pot": hours.minutes_of_pot()}
    return made or render(request, "deliver/grant.html", context)


@members_only
def gift(request: HubRequest, gift: UUID) -> HttpResponse:
    """Show one gift, and take thanks for it."""
    one = gifts.gift_or_404(request.who, gift)
    form = ThanksForm(request.POST or None) if may_thank(request.who, one) else None
    if form and request.method == "POST" and form.is_valid():
        actions.thank(who=request.who, gift=one, **form.cleaned_data)
        messages.success(request, _("Your thanks are on their way."))
        return _to(request, one)
    return render(request, "deliver/gift.html", {"gift": one, "form": form})


def _named(request: HubRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("member", ""))
    except ValueError:
        return None


def _given(request: HubRequest, form: GiftForm, give: Give) -> HttpResponse | None:
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        made = give(form.present())
    except DomainError as error:
        add_domain_error(form, error)
        return None
    messages.success(request, _("The hours are given."))
    return _to(request, made)


def _to(request: HubRequest, gift: Gift) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:gift", gift.id))
