"""Signing as a member, or by a code in an e-mail; taking the signature back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.need.open_letters import queries
from gyda.need.open_letters.actions import signing
from gyda.need.open_letters.forms import AskForm, CodeForm, SignForm
from gyda.need.open_letters.models import Kind, OpenLetter, Signature
from gyda.people import limits
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


def _open_or_404(letter_id: UUID) -> OpenLetter:
    found = queries.letter_or_404(letter_id)
    if not found.is_open:
        raise Http404
    return found


@members_only
def sign(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Sign as a member."""
    found = _open_or_404(open_letter)
    form = SignForm(request.POST or None, member=request.who.subject)
    if request.method == "POST" and not request.POST.keys() - {"csrfmiddlewaretoken"}:
        form = SignForm({"is_public": ""}, member=request.who.subject)

    def act() -> Signature:
        return signing.sign(who=request.who, letter_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("You have signed."), "need:letter", found.id)
    return render(request, "need/open_letters/sign.html", {"form": form, "letter": found})


def ask(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Ask for a code to confirm by; the page says the same whoever asks."""
    found = _open_or_404(open_letter)
    if not signing.policy().non_members:
        raise Http404
    form = AskForm(request.POST or None)

    def act() -> Signature | None:
        limits.count(request, "sign_letter")
        return signing.ask_to_sign(letter_id=found.id, asked=form.asked())

    if attempt(form, act):
        said = _("Look into your e-mail: your signature counts once you have confirmed it.")
        return go(request, said, "need:letter", found.id)
    return render(request, "need/open_letters/ask.html", {"form": form, "letter": found})


@never_cache
def code(request: HubRequest) -> HttpResponse:
    """Let someone type the code of their e-mail."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        typed = "".join(one for one in form.cleaned_data["code"] if one.isascii() and one.isalnum())
        if typed:
            return redirect(hub_path(request.hub.slug, "need:confirm_code", typed))
    return render(request, "need/open_letters/code.html", {"form": form})


@never_cache
def confirm(request: HubRequest, signing_code: str) -> HttpResponse:
    """Show what a code opens; a button confirms it, another takes it back."""
    try:
        with limits.guessing(request, "try_signature"):
            found = signing.waiting_for(signing_code)
    except DomainError as error:
        form = CodeForm({"code": signing_code})
        form.is_valid()
        add_domain_error(form, error)
        return render(request, "need/open_letters/code.html", {"form": form})
    if request.method == "POST":
        return _answered(request, signing_code, found)
    context = {"signature": found, "letter": found.letter}
    return render(request, "need/open_letters/confirm.html", context)


def _answered(request: HubRequest, signing_code: str, found: Signature) -> HttpResponse:
    if request.POST.get("no"):
        words = _("Your signature is taken back, and we have forgotten it.")
        act = signing.take_back_by_code
    else:
        words, act = _("Thank you: your signature counts."), signing.confirm  # type: ignore[assignment]
    return press(request, lambda: act(code=signing_code), words, "need:letter", found.letter.id)


@require_POST
@members_only
def take_back(request: HubRequest, open_letter: UUID) -> HttpResponse:
    """Take one's signature back."""
    found = _open_or_404(open_letter)
    asked = request.POST.get("next", "")
    kind = Kind.ORGANISATION if asked == Kind.ORGANISATION else Kind.PERSON
    return press(
        request,
        lambda: signing.take_back(who=request.who, letter_id=found.id, kind=kind),
        _("Your signature is taken back."),
        "need:letter",
        found.id,
    )
