"""The page of one exchange, with the steps that are open to who reads it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from gyda.deliver.care import care_for
from gyda.deliver.models import Exchange
from gyda.deliver.models.exchange import State
from gyda.deliver.queries.exchange import (
    agreed_and_coming,
    exchange_or_404,
    exchanges_of,
    has_told,
    history,
    thanks_for,
    waiting_for_me,
)
from gyda.deliver.queries.limits import nearness
from gyda.deliver.rules.exchange import Deed, open_deeds
from gyda.deliver.views.deeds import FIRST, OFFERED
from gyda.people.access import HubRequest, members_only
from gyda.people.queries import needs_for_meeting
from gyda.people.who import Who
from gyda.web.errors import DomainError
from gyda.web.forms import Form, add_domain_error
from gyda.web.links import hub_path, next_path
from gyda.web.paging import page_of


@members_only
def exchanges(request: HubRequest) -> HttpResponse:
    """List a member's exchanges: first what waits for them."""
    member = request.who.subject
    page = page_of(exchanges_of(member), request)
    is_first = not page.newer
    context = {
        "page": page,
        "reader": member,
        "waiting": waiting_for_me(member) if is_first else [],
        "coming": agreed_and_coming(member) if is_first else [],
    }
    return render(request, "deliver/exchange/list.html", context)


@members_only
def exchange(request: HubRequest, exchange: UUID) -> HttpResponse:
    """Show one exchange."""
    return _page(request, exchange_or_404(request.who, exchange))


@members_only
def take_step(request: HubRequest, exchange: UUID, deed: str) -> HttpResponse:
    """Take one step; what cannot be done is said on the page, with what was typed."""
    found = exchange_or_404(request.who, exchange)
    if deed not in [offered.value for offered in OFFERED]:
        raise Http404
    if request.method != "POST":
        return redirect(_path(request, found))
    offered = OFFERED[Deed(deed)]
    form = offered.form(request.POST, auto_id=f"id_{deed}_%s")
    if form.is_valid():
        try:
            offered.run(request.who, found, form)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, str(offered.done))
            return redirect(next_path(request, _path(request, found)))
    return _page(request, exchange_or_404(request.who, exchange), Deed(deed), form)


@members_only
def meeting(request: HubRequest, exchange: UUID) -> HttpResponse:
    """Show what someone wants the other side to know before they meet."""
    found = exchange_or_404(request.who, exchange)
    if found.state != State.AGREED or not found.has(request.who.subject):
        raise Http404
    other = found.other(request.who.subject)
    needs = needs_for_meeting(request.who, other)
    context = {"exchange": found, "other": other, "needs": needs}
    return render(request, "deliver/exchange/meeting.html", context)


def _path(request: HubRequest, exchange: Exchange) -> str:
    return hub_path(request.hub.slug, "deliver:exchange", exchange.id)


def _page(
    request: HubRequest,
    exchange: Exchange,
    tried: Deed | None = None,
    form: Form | None = None,
) -> HttpResponse:
    who = request.who
    deeds = _deeds(who, exchange, tried, form)
    context = {
        "exchange": exchange,
        "reader": who.subject,
        "form": form,
        "tried": tried,
        "first": [deed for deed in deeds if deed["name"] in FIRST],
        "others": [deed for deed in deeds if deed["name"] not in FIRST],
        "may_change": Deed.CHANGE in open_deeds(who, exchange),
        "steps": history(exchange),
        "care": care_for(who, exchange),
        "thanks": thanks_for(exchange),
        "nearness": _nearness(who, exchange),
        "other": exchange.other(who.subject),
        "theirs": exchange.said_by(exchange.other(who.subject)),
        "is_party": exchange.has(who.subject),
        "has_said": exchange.has(who.subject) and exchange.said_by(who.subject) is not None,
    }
    return render(request, "deliver/exchange/exchange.html", context)


def _nearness(who: Who, exchange: Exchange) -> str:
    """Only the receiver, and the connectors, hear how near a limit the account is."""
    hears = who.subject.id == exchange.receiver_id or who.actor.is_connector
    if not (hears and exchange.is_open):
        return ""
    said = [exchange.giver_said, exchange.receiver_said, exchange.minutes]
    minutes = next((minutes for minutes in said if minutes is not None), exchange.minutes)
    return nearness(exchange.receiver, minutes)


def _deeds(
    who: Who, exchange: Exchange, tried: Deed | None, form: Form | None
) -> list[dict[str, Any]]:
    """Return the open steps with their forms; the one just tried keeps what was typed."""
    deeds = [deed for deed in open_deeds(who, exchange) if deed in OFFERED]
    if Deed.TELL in deeds and has_told(who, exchange):
        deeds.remove(Deed.TELL)
    return [
        {
            "name": deed,
            "heading": OFFERED[deed].heading,
            "button": OFFERED[deed].button,
            "form": form if deed == tried and form else _fresh(who, exchange, deed),
            "is_tried": deed == tried,
        }
        for deed in deeds
    ]


def _fresh(who: Who, exchange: Exchange, deed: Deed) -> Form:
    theirs = exchange.said_by(exchange.other(who.subject)) if exchange.has(who.subject) else None
    minutes = theirs if deed == Deed.ACCEPT or theirs is not None else exchange.minutes
    initial = {"version": exchange.version, "minutes": minutes}
    return OFFERED[deed].form(initial=initial, auto_id=f"id_{deed}_%s")
