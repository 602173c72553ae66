"""Those who were brought over: who was written to, who has a card, who said yes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.moving import queries
from gyda.moving.actions.people import make_cards, tell, welcome
from gyda.people.access import HubRequest, stewards_only
from gyda.people.models import Card
from gyda.web.errors import DomainError
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@stewards_only
def people(request: HubRequest) -> HttpResponse:
    """List those who came, and what is to do for them."""
    page = page_of(queries.brought(), request, by="id")
    return render(request, "moving/people.html", {"page": page, "waiting": queries.waiting()})


@require_POST
@stewards_only
def letters(request: HubRequest) -> HttpResponse:
    """Write to those who were not written to yet."""
    try:
        sent = tell(who=request.who)
        words = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", sent)
        messages.success(request, words % {"n": sent})
    except DomainError as error:
        messages.warning(request, str(error))
    return _back(request)


@never_cache
@require_POST
@stewards_only
def cards(request: HubRequest) -> HttpResponse:
    """Make cards. The answer is the page to print: nothing shows the PINs again."""
    try:
        made = make_cards(who=request.who)
    except DomainError as error:
        messages.warning(request, str(error))
        return _back(request)
    if not made:
        return _back(request)
    shown = [_print(request, card, pin) for card, pin in made]
    return render(request, "moving/cards.html", {"cards": shown})


def _print(request: HubRequest, card: Card, pin: str) -> dict[str, object]:
    with override(card.member.present_person.language):
        door = reverse("people:card-number", args=[request.hub.slug, card.number])
        typed = reverse("people:card", args=[request.hub.slug])
    code = segno.make(f"{settings.ORIGIN}{door}", error="m")
    address = f"{settings.ORIGIN}{typed}".partition("://")[2]
    qr = code.svg_data_uri(scale=4, border=2)
    return {"card": card, "member": card.member, "pin": pin, "address": address, "qr": qr}


@require_POST
@stewards_only
def take_in(request: HubRequest, member: UUID) -> HttpResponse:
    """Take someone in who said yes by mouth or on paper."""
    found = queries.brought_or_404(member)
    try:
        welcome(who=request.who, member=found)
        messages.success(request, _("Welcomed: %(name)s") % {"name": found})
    except DomainError as error:
        messages.warning(request, str(error))
    return _back(request)


def _back(request: HubRequest) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "moving:people"))
