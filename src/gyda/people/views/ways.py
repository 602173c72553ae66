"""How I sign in: addresses, passkeys, where I am signed in, and the end of an account."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, cast

from allauth.mfa.webauthn import views as allauth_views
from allauth.mfa.webauthn.internal import auth, flows
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.people.access import CARD
from gyda.people.actions import erasing, signing_in
from gyda.people.entrance import fresh_only, may_change_ways, signed_in
from gyda.people.forms.entrance import NewAddressForm
from gyda.people.forms.passkeys import AddPasskeyForm
from gyda.people.models import Person, Session
from gyda.people.queries.persons import belongs_anywhere, memberships_of, passkeys_of
from gyda.people.views.entrance import send_to
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import next_path

KINDS = ("email", "phone")


@never_cache
@signed_in
@require_http_methods(["GET"])
def ways(request: HttpRequest) -> HttpResponse:
    """Show every way in, and where the person is signed in."""
    person = cast(Person, request.user)
    words = {
        "passkeys": [key.wrap() for key in passkeys_of(person)],
        "sessions": Session.objects.filter(person_id=person.pk).count(),
        "may_change": may_change_ways(request),
        "memberships": [] if CARD in request.session else memberships_of(person),
        "can_end": not belongs_anywhere(person),
    }
    return render(request, "account/ways.html", words)


@never_cache
@fresh_only
@require_http_methods(["GET", "POST"])
def add_address(request: HttpRequest) -> HttpResponse:
    """Send a code to a new address; the code page keeps it."""
    form = NewAddressForm(request.POST or None)
    if form.is_valid():
        try:
            return send_to(request, form.cleaned_data["address"], purpose="change", going_to="")
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "account/add_address.html", {"form": form})


@never_cache
@fresh_only
@require_http_methods(["GET", "POST"])
def remove_address(request: HttpRequest, kind: str) -> HttpResponse:
    """Forget an e-mail address or a phone number."""
    if kind not in KINDS or not getattr(request.user, kind):
        raise Http404
    if request.method == "POST":
        try:
            signing_in.remove_address(person=cast(Person, request.user), kind=kind)
            messages.success(request, _("It is removed."))
        except DomainError as error:
            messages.error(request, str(error))
        return redirect("mfa_index")
    words = {"address": getattr(request.user, kind)}
    return render(request, "account/remove_address.html", words)


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Before something delicate: send a code to the person's own address."""
    person = cast(Person, request.user)
    address = person.email or person.phone
    going_to = next_path(request, "")
    if request.method == "POST" and address:
        try:
            return send_to(request, address, purpose="confirm", going_to=going_to)
        except DomainError as error:
            messages.warning(request, str(error))
    words = {"address": address, "next": going_to}
    return render(request, "account/confirm.html", words)


@fresh_only
@require_http_methods(["POST"])
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    others = Session.objects.filter(person_id=cast(Person, request.user).pk)
    others.exclude(session_key=request.session.session_key).delete()
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("mfa_index")


@never_cache
@fresh_only
@require_http_methods(["GET", "POST"])
def end_account(request: HttpRequest) -> HttpResponse:
    """Delete the account of someone of whom no hub holds anything any more."""
    person = cast(Person, request.user)
    if belongs_anywhere(person):
        raise Http404
    if request.method == "POST":
        logout(request)
        erasing.remove_person(person)
        messages.success(request, _("Your account is gone."))
        return redirect("front")
    return render(request, "account/end.html")


class AddPasskey(allauth_views.AddWebAuthnView):  # type: ignore[misc]  # allauth is not typed
    """Makes a passkey that signs in by itself."""

    template_name = "mfa/webauthn/add_form.html"
    form_class = AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words: dict[str, Any] = super(allauth_views.AddWebAuthnView, self).get_context_data(
            **kwargs
        )
        options = auth.begin_registration(self.request.user, True)
        return words | {"options": options}


@never_cache
@fresh_only
@require_http_methods(["GET", "POST"])
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey, if another way in stays."""
    person = cast(Person, request.user)
    passkey = passkeys_of(person).filter(pk=pk).first()
    if passkey is None:
        raise Http404
    if request.method == "POST":
        if person.email or person.phone or passkeys_of(person).count() > 1:
            flows.remove_authenticator(request, passkey)
        else:
            messages.error(request, _("This is your only way to sign in. Add another one first."))
        return redirect("mfa_index")
    return render(request, "mfa/webauthn/remove.html", {"passkey": passkey.wrap()})


add_passkey = never_cache(fresh_only(AddPasskey.as_view(success_url=reverse_lazy("mfa_index"))))
sign_in_with_passkey = never_cache(allauth_views.login_webauthn)
