"""References: asked for by a connector, given by a code, typed from paper, read."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gyda.people import limits
from gyda.people.access import HubRequest, connectors_only
from gyda.people.queries import member_or_404
from gyda.safeguarding.actions import references as actions
from gyda.safeguarding.errors import AnsweredAlready, CodeUnknown
from gyda.safeguarding.forms.checks import CodeForm, RefereeForm, ReferenceForm
from gyda.safeguarding.models import Reference
from gyda.safeguarding.models.reference import ReferenceState
from gyda.safeguarding.queries.references import is_answered, reference_or_404
from gyda.safeguarding.rules import may_note_checks
from gyda.web.deeds import attempt, go
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@connectors_only
@require_http_methods(["GET", "POST"])
def ask(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Ask someone who knows the member."""
    member = member_or_404(member_id)
    if not may_note_checks(request.who, member):
        raise Http404
    form = RefereeForm(request.POST or None, initial={"language": "cy"})
    if form.is_valid():
        try:
            actions.ask_reference(who=request.who, member=member, referee=form.referee())
            messages.success(request, _("Asked. Their letter is on its way."))
            return redirect(hub_path(request.hub.slug, "safeguarding:checks", member.id))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "safeguarding/ask_reference.html", {"form": form, "member": member})


@connectors_only
@require_http_methods(["GET", "POST"])
def reference(request: HubRequest, reference: UUID) -> HttpResponse:
    """Type in a reference that came on paper, or read one and say whether it counts."""
    found = reference_or_404(reference)
    if not may_note_checks(request.who, found.member):
        raise Http404
    if found.state == ReferenceState.GIVEN:
        return _read(request, found)
    if found.state != ReferenceState.ASKED:
        raise Http404
    form = ReferenceForm(request.POST or None)
    typed = attempt(
        form,
        lambda: actions.type_reference(who=request.who, reference=found, said=form.said()),
    )
    if typed:
        messages.success(request, _("Typed in. Now read it, and say whether it counts."))
        return redirect(request.path)
    return render(request, "safeguarding/type_reference.html", {"form": form, "reference": found})


def _read(request: HubRequest, found: Reference) -> HttpResponse:
    answer = request.POST.get("counts")
    if request.method == "POST" and answer in ("yes", "no"):
        try:
            actions.read_reference(who=request.who, reference=found, counts=answer == "yes")
            messages.success(request, _("Noted. The words of the reference are deleted."))
        except DomainError as error:
            messages.warning(request, str(error))
        return redirect(hub_path(request.hub.slug, "safeguarding:checks", found.member_id))
    return render(request, "safeguarding/read_reference.html", {"reference": found})


@never_cache
@require_http_methods(["GET", "POST"])
def give(request: HubRequest, code: str = "") -> HttpResponse:
    """Let a referee answer, with the code of their letter."""
    if not code:
        return _type_code(request)
    try:
        with limits.guessing(request, "try_reference"):
            found = actions.reference_for(code)
    except DomainError as error:
        if request.method == "POST" and is_answered(code):  # the same form sent twice
            return _thank(request)
        form = CodeForm({"code": code})
        form.is_valid()
        add_domain_error(form, error)
        return render(request, "safeguarding/reference_code.html", {"form": form})
    if request.POST.get("decline"):
        with suppress(AnsweredAlready, CodeUnknown):
            actions.decline_reference(code=code)
        return _thank(request, _("That is quite all right. We have deleted how to reach you."))
    form_ = ReferenceForm(request.POST or None)
    if form_.is_valid():
        with suppress(AnsweredAlready, CodeUnknown):  # the same form sent twice, at one moment
            actions.give_reference(code=code, said=form_.said())
        return _thank(request)
    return render(request, "safeguarding/give_reference.html", {"form": form_, "reference": found})


def _thank(request: HubRequest, words: str = "") -> HttpResponse:
    thanks = words or _("Thank you. A connector reads it. We have deleted how to reach you.")
    return go(request, thanks, "hub:home")


def _type_code(request: HubRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = "".join(one for one in form.cleaned_data["code"] if one.isascii() and one.isalnum())
        if code:
            return redirect(hub_path(request.hub.slug, "safeguarding:give_reference_code", code))
    return render(request, "safeguarding/reference_code.html", {"form": form})
