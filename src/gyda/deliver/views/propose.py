"""Proposing an exchange, changing its terms, recording one that is done already."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.actions.entry import record_hours
from gyda.deliver.actions.propose import Pair, change_terms, propose
from gyda.deliver.forms.exchange import (
    GIVE,
    RECEIVE,
    AnswerForm,
    ChangeForm,
    ProposeForm,
    RecordForm,
)
from gyda.deliver.forms.find import FindForm
from gyda.deliver.models import Exchange, Listing
from gyda.deliver.queries.exchange import exchange_or_404
from gyda.deliver.queries.limits import nearness
from gyda.deliver.queries.partner import listing_or_404, partner_or_404
from gyda.deliver.rules.exchange import Deed, require
from gyda.people import limits
from gyda.people.access import HubRequest, members_only
from gyda.people.models import Member
from gyda.people.who import Who
from gyda.web.errors import DomainError
from gyda.web.forms import Form, add_domain_error
from gyda.web.links import hub_path


@members_only
def propose_exchange(request: HubRequest) -> HttpResponse:
    """Answer an offer or an ask, or propose straight to a person."""
    if "listing" in request.GET:
        listing = listing_or_404(request.who, request.GET["listing"])
        return _answer(request, listing)
    if "member" not in request.GET:
        return _find(request, "deliver:propose", _("Whom would you like to meet?"))
    other = partner_or_404(request.who, request.GET["member"])
    form = ProposeForm(request.POST or None, other=other.shown_name)
    if form.is_valid():
        pair = _pair(request.who, other, form.cleaned_data["way"])
        return _propose(request, form, pair, None, other)
    return _page(request, form, other)


def _answer(request: HubRequest, listing: Listing) -> HttpResponse:
    way = RECEIVE if listing.is_offer else GIVE
    initial = {
        "what": listing.title,
        "language": listing.language,
        "category": listing.category_id,
        "minutes": listing.minutes,
        "place": listing.place,
    }
    form = AnswerForm(request.POST or None, initial=initial)
    if form.is_valid():
        pair = _pair(request.who, listing.member, way)
        return _propose(request, form, pair, listing, listing.member)
    return _page(request, form, listing.member, listing=listing)


def _pair(who: Who, other: Member, way: str) -> Pair:
    mine = who.subject
    return Pair(giver=mine, receiver=other) if way == GIVE else Pair(giver=other, receiver=mine)


def _propose(
    request: HubRequest,
    form: AnswerForm | ProposeForm,
    pair: Pair,
    listing: Listing | None,
    other: Member,
) -> HttpResponse:
    try:
        limits.count(request, "propose", str(request.who.actor_id))
        stored = propose(
            who=request.who,
            pair=pair,
            terms=form.terms(),
            listing=listing,
            key=form.cleaned_data["key"],
        )
    except DomainError as error:
        add_domain_error(form, error)
        return _page(request, form, other, listing=listing)
    messages.success(request, _("Proposed. The other side has been told."))
    return _to(request, stored)


def _page(request: HubRequest, form: Form, other: Member, **context: Any) -> HttpResponse:
    listing: Listing | None = context.get("listing")
    asked = listing.minutes if listing and listing.is_offer else None
    context |= {
        "form": form,
        "other": other,
        "nearness": nearness(request.who.subject, asked) if asked else "",
    }
    return render(request, "deliver/exchange/propose.html", context)


def _to(request: HubRequest, exchange: Exchange) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:exchange", exchange.id))


def _find(request: HubRequest, name: str, heading: str) -> HttpResponse:
    """Ask for the other person by name, and go on with them."""
    form = FindForm(request.GET if "other" in request.GET else None)
    if form.is_valid():
        member = form.cleaned_data["other"]
        return redirect(f"{hub_path(request.hub.slug, name)}?member={member.id}")
    return render(request, "deliver/exchange/find.html", {"form": form, "heading": heading})


@members_only
def record_exchange(request: HubRequest) -> HttpResponse:
    """Put down what two people have done already; the other one confirms."""
    if "member" not in request.GET:
        return _find(request, "deliver:record", _("With whom was it?"))
    other = partner_or_404(request.who, request.GET["member"])
    form = RecordForm(request.POST or None, other=other.shown_name)
    if form.is_valid():
        try:
            stored = record_hours(
                who=request.who,
                pair=_pair(request.who, other, form.cleaned_data["way"]),
                terms=form.terms(),
                key=form.cleaned_data["key"],
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Noted. The other side has been asked to confirm."))
            return _to(request, stored)
    return render(request, "deliver/exchange/record.html", {"form": form, "other": other})


@members_only
def change_exchange(request: HubRequest, exchange: UUID) -> HttpResponse:
    """Propose other terms."""
    found = exchange_or_404(request.who, exchange)
    try:
        require(Deed.CHANGE, request.who, found)
    except DomainError:
        raise Http404 from None
    form = ChangeForm(request.POST or None, initial=ChangeForm.initial_of(found))
    if form.is_valid():
        try:
            change_terms(
                who=request.who,
                exchange_id=found.id,
                terms=form.terms(),
                version=form.cleaned_data["version"],
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Your change is proposed. The other side has been told."))
            return _to(request, found)
    context = {"form": form, "exchange": found, "reader": request.who.subject}
    return render(request, "deliver/exchange/change.html", context)
