"""Checks: one's own, and for connectors those of others."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gyda.people.access import HubRequest, connectors_only, own_affairs
from gyda.people.models import Member
from gyda.people.queries import member_or_404
from gyda.safeguarding.actions.checks import end_check, note_check
from gyda.safeguarding.actions.company import name_companion
from gyda.safeguarding.forms.checks import CheckForm, CompanionForm
from gyda.safeguarding.models import Check, Company
from gyda.safeguarding.queries.checks import checks_of, company_to_find, ending_checks, requirements
from gyda.safeguarding.queries.references import references_of
from gyda.safeguarding.rules import may_note_checks
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@own_affairs
@require_safe
def mine(request: HubRequest) -> HttpResponse:
    """Show a member their own checks and what the hub asks of whom."""
    words = {"checks": checks_of(request.who.subject), "rules": requirements()}
    return render(request, "safeguarding/my_checks.html", words | {"today": timezone.localdate()})


@connectors_only
@require_safe
def ending(request: HubRequest) -> HttpResponse:
    """List the checks that end soon."""
    today = timezone.localdate()
    page = page_of(ending_checks(today), request, by="id")
    return render(request, "safeguarding/ending.html", {"page": page, "today": today})


def _noted(request: HubRequest, member_id: UUID) -> Member:
    member = member_or_404(member_id)
    if not may_note_checks(request.who, member):
        raise Http404
    return member


@connectors_only
@require_http_methods(["GET", "POST"])
def of_member(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Show a connector somebody's checks and references; note one that was seen."""
    member = _noted(request, member_id)
    form = CheckForm(request.POST or None)
    if form.is_valid():
        try:
            note_check(who=request.who, member=member, **form.cleaned_data)
            messages.success(request, _("Noted, with your name and the day."))
            return redirect(hub_path(request.hub.slug, "safeguarding:checks", member.id))
        except DomainError as error:
            add_domain_error(form, error)
    words = {"member": member, "form": form, "checks": checks_of(member)}
    words |= {"references": references_of(member), "today": timezone.localdate()}
    return render(request, "safeguarding/checks.html", words)


@connectors_only
@require_POST
def end(request: HubRequest, check: UUID) -> HttpResponse:
    """It counts no longer."""
    found = get_object_or_404(Check.objects.select_related("member"), id=check)
    try:
        end_check(who=request.who, check=found)
        messages.success(request, _("It counts no longer."))
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(hub_path(request.hub.slug, "safeguarding:checks", found.member_id))


@connectors_only
@require_safe
def company(request: HubRequest) -> HttpResponse:
    """List the first exchanges for which nobody has been named."""
    page = page_of(company_to_find(), request, by="id")
    return render(request, "safeguarding/company.html", {"page": page})


@connectors_only
@require_http_methods(["GET", "POST"])
def companion(request: HubRequest, company: UUID) -> HttpResponse:
    """Say who goes along."""
    rows = Company.objects.select_related("helper__person", "exchange__receiver__person")
    found = get_object_or_404(rows, id=company)
    form = CompanionForm(request.POST or None, helper=found.helper)
    if form.is_valid():
        try:
            chosen = form.cleaned_data["companion"]
            name_companion(who=request.who, company=found, companion=chosen)
            messages.success(request, _("All three have been told."))
            return redirect(hub_path(request.hub.slug, "safeguarding:company"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "safeguarding/companion.html", {"form": form, "company": found})
