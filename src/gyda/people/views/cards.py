"""Printed cards: signing in with one, issuing one, ending one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.people import limits, rules
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.people.actions import cards
from gyda.people.entrance import enter
from gyda.people.errors import NotYours
from gyda.people.forms.entrance import CardForm, WhoseCardForm
from gyda.people.models import Card
from gyda.people.queries import member_or_404
from gyda.people.queries.doors import card_of
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path, next_path, without_language


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HubRequest, number: str = "") -> HttpResponse:
    """Ask for number and PIN; the QR code on the card brings the number along."""
    home = hub_path(request.hub.slug, "hub:home")
    form = CardForm(request.POST or None, initial={"number": number})
    if form.is_valid():
        try:
            limits.count(request, "try_card")
            card = cards.use_card(**form.cleaned_data)
            person = card.member.present_person
            return enter(request, person, going_to=next_path(request, home), card=card.id)
        except DomainError as error:
            add_domain_error(form, error)
    recognises = bool(request.who) and rules.may_recognise(request.who)
    words = {"form": form, "next": next_path(request, ""), "recognises": recognises}
    return render(request, "people/card_sign_in.html", words)


@never_cache
@members_only
@require_http_methods(["GET", "POST"])
def whose(request: HubRequest) -> HttpResponse:
    """Tell connectors and venues whose card this is; the page is opened by scanning it, too."""
    if not rules.may_recognise(request.who):
        raise Http404
    form = WhoseCardForm(request.POST or None, initial={"number": request.GET.get("number", "")})
    if form.is_valid():
        try:
            limits.count(request, "try_card")
            member = cards.recognise(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("This is the card of: %(name)s") % {"name": member})
            return redirect(hub_path(request.hub.slug, "people:member", member.id))
    return render(request, "people/card_whose.html", {"form": form})


@never_cache
@connectors_only
@require_http_methods(["GET", "POST"])
def issue(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Make a card. The answer to the form is the page to print: nothing shows the PIN again."""
    member = member_or_404(member_id)
    if request.method == "POST":
        try:
            card, pin = cards.issue_card(who=request.who, member=member)
            return render(request, "people/card_print.html", _print(request, card, pin))
        except NotYours as error:
            messages.error(request, str(error))
            return redirect(hub_path(request.hub.slug, "people:member", member.id))
    words = {
        "member": member,
        "card": card_of(member),
        "may_issue": rules.may_issue_card(request.who, member),
    }
    return render(request, "people/card_issue.html", words)


def _print(request: HubRequest, card: Card, pin: str) -> dict[str, object]:
    with override(card.member.present_person.language):
        door = reverse("people:card-number", args=[request.hub.slug, card.number])
        typed = reverse("people:card", args=[request.hub.slug])
    code = segno.make(f"{settings.ORIGIN}{door}", error="m")
    return {
        "card": card,
        "member": card.member,
        "pin": pin,
        "address": f"{settings.ORIGIN}{without_language(typed)}".partition("://")[2],
        "qr": code.svg_data_uri(scale=4, border=2),
    }


@connectors_only
@require_http_methods(["POST"])
def end(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Make a member's card worthless."""
    member = member_or_404(member_id)
    card = card_of(member)
    try:
        if card is not None:
            cards.end_card(who=request.who, card=card)
            messages.success(request, _("The card no longer works."))
    except NotYours as error:
        messages.error(request, str(error))
    return redirect(hub_path(request.hub.slug, "people:member", member.id))
