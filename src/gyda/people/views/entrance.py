"""Signing in and up: an address, a code, and for newcomers a name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import time
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.people import limits
from gyda.people.actions import signing_in
from gyda.people.entrance import enter, landing, note_entry
from gyda.people.forms.entrance import AddressForm, CodeForm, NewPersonForm
from gyda.people.models import Hub
from gyda.people.queries.persons import person_at
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path, next_path
from gyda.web.templatetags.gyda import page_language

PENDING = "code"  # session: {id, for, next} of the code that was sent
PROVED = "proved"  # session: {address, next, at} of a newcomer who showed an address to be theirs
HALF_AN_HOUR = 30 * 60


def send_to(request: HttpRequest, address: str, *, purpose: str, going_to: str) -> HttpResponse:
    """Send a code, remember in the session what for, and ask for it."""
    limits.count(request, "ask_code", address)
    if "@" not in address:
        limits.count(request, "send_sms")
    code = signing_in.send_code(address=address, language=page_language())
    pending = {"id": str(code.id), "for": purpose, "next": going_to, "address": address}
    request.session[PENDING] = pending
    return redirect("account_code")


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for an address, known or not, and send a code there."""
    going_to = next_path(request, "")
    if request.user.is_authenticated:
        return redirect(going_to or landing(request.user))
    form = AddressForm(request.POST or None)
    if form.is_valid():
        try:
            address = form.cleaned_data["address"]
            return send_to(request, address, purpose="enter", going_to=going_to)
        except DomainError as error:
            add_domain_error(form, error)
    words = {"form": form, "next": going_to, "card_url": _card_url(going_to)}
    return render(request, "account/sign_in.html", words)


def _card_url(going_to: str) -> str:
    """Return the card page of the hub that the person was on their way to."""
    parts = going_to.strip("/").split("/")
    url = reverse("account_card")
    if len(parts) > 2 and parts[1] == "hubs" and Hub.objects.filter(slug=parts[2]).exists():
        url = reverse("people:card", args=[parts[2]])
    return f"{url}?{urlencode({'next': going_to})}" if going_to else url


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code that was sent."""
    pending = request.session.get(PENDING)
    if pending is None:
        return redirect("account_login")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            limits.count(request, "try_code")
            address = signing_in.use_code(code_id=pending["id"], digits=form.cleaned_data["code"])
            del request.session[PENDING]
            go_on = PURPOSES[pending["for"]]
            return go_on(request, address, pending["next"])
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "account/code.html", {"form": form, "pending": pending})


@require_http_methods(["POST"])
def another_code(request: HttpRequest) -> HttpResponse:
    """Send the code once more."""
    pending = request.session.get(PENDING)
    if pending is None:
        return redirect("account_login")
    try:
        response = send_to(
            request, pending["address"], purpose=pending["for"], going_to=pending["next"]
        )
        messages.info(request, _("A new code is on its way."))
    except DomainError as error:
        messages.warning(request, str(error))
        response = redirect("account_code")
    return response


def _enter(request: HttpRequest, address: str, going_to: str) -> HttpResponse:
    person = person_at(address)
    if person is not None:
        return enter(request, person, going_to=going_to)
    request.session.cycle_key()
    request.session[PROVED] = {"address": address, "next": going_to, "at": time.time()}
    return redirect("account_new")


def _confirm(request: HttpRequest, address: str, going_to: str) -> HttpResponse:
    person = request.user
    if person.is_authenticated and address in (person.email, person.phone):
        note_entry(request)
    return redirect(going_to or "mfa_index")


def _change(request: HttpRequest, address: str, going_to: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("account_login")
    try:
        signing_in.change_address(person=request.user, address=address)
        messages.success(request, _("You can sign in with: %(address)s") % {"address": address})
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("mfa_index")


PURPOSES: dict[str, Callable[[HttpRequest, str, str], HttpResponse]] = {
    "enter": _enter,
    "confirm": _confirm,
    "change": _change,
}


@never_cache
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Ask a newcomer, whose address is proved, for a name and a language."""
    proved = request.session.get(PROVED)
    if proved is None or time.time() - proved["at"] > HALF_AN_HOUR:
        return redirect("account_login")
    form = NewPersonForm(request.POST or None)
    if form.is_valid():
        try:
            person = signing_in.sign_up(address=proved["address"], **form.cleaned_data)
            del request.session[PROVED]
            return enter(request, person, going_to=proved["next"])
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "account/new_person.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; on a bare visit, ask first."""
    if request.method == "POST":
        logout(request)
        messages.info(request, _("You are signed out."))
        return redirect("front")
    return render(request, "account/sign_out.html")


@require_http_methods(["GET"])
def choose_hub(request: HttpRequest) -> HttpResponse:
    """Lead someone with a card to the page of the hub that it is from."""
    slugs = list(Hub.objects.values_list("slug", flat=True)[:2])
    if len(slugs) == 1:
        return redirect(hub_path(slugs[0], "people:card"))
    return render(request, "account/card.html")


@require_http_methods(["GET"])
def inactive(request: HttpRequest) -> HttpResponse:
    """Tell someone that their account is closed."""
    return render(request, "account/inactive.html")
