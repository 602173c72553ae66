"""Keeping safe in this hub: open to anyone; and what stewards set."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gyda.people.access import HubRequest, stewards_only
from gyda.people.queries import active_members, member_or_404
from gyda.safeguarding.actions.leads import name_lead, relieve_lead
from gyda.safeguarding.actions.requirements import lift, require
from gyda.safeguarding.forms.checks import RequirementForm
from gyda.safeguarding.models import Lead, Requirement
from gyda.safeguarding.queries.checks import requirements
from gyda.safeguarding.queries.concerns import clock, standing_leads
from gyda.safeguarding.rules import leads
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


def _to(request: HubRequest, name: str, *args: object) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, name, *args))


@require_safe
def about(request: HubRequest) -> HttpResponse:
    """Say who hears a concern, how to tell one, and what the hub asks of whom."""
    people = leads()
    who = request.who
    words = {
        "leads": people,
        "rules": requirements(),
        "is_lead": bool(who) and not who.is_acting and who.actor in people,
        "clock": clock() if who and who.actor.is_steward else None,
    }
    return render(request, "safeguarding/about.html", words)


@stewards_only
@require_http_methods(["GET", "POST"])
def rules(request: HubRequest) -> HttpResponse:
    """Set which task needs which check."""
    form = RequirementForm(request.POST or None)
    if form.is_valid():
        try:
            require(who=request.who, **form.cleaned_data)
            messages.success(request, _("The rule is set. It holds from now on."))
            return _to(request, "safeguarding:rules")
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "safeguarding/rules.html", {"form": form, "rules": requirements()})


@stewards_only
@require_POST
def lift_rule(request: HubRequest, rule: UUID) -> HttpResponse:
    """Ask for it no longer."""
    lift(who=request.who, rule=get_object_or_404(Requirement, id=rule))
    messages.success(request, _("The rule is lifted."))
    return _to(request, "safeguarding:rules")


@stewards_only
@require_safe
def lead_list(request: HubRequest) -> HttpResponse:
    """Show the leads, and find someone to name."""
    search = request.GET.get("q", "")[:100]
    named = list(standing_leads())
    found = active_members(search)[:10] if search else []
    words = {"named": named, "q": search, "found": found}
    return render(request, "safeguarding/leads.html", words)


@stewards_only
@require_POST
def name(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Name a lead."""
    try:
        name_lead(who=request.who, member=member_or_404(member_id))
        messages.success(request, _("Named. They have been told."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _to(request, "safeguarding:leads")


@stewards_only
@require_POST
def relieve(request: HubRequest, lead: UUID) -> HttpResponse:
    """Relieve a lead."""
    try:
        relieve_lead(who=request.who, lead=get_object_or_404(Lead, id=lead))
        messages.success(request, _("They hear no concerns any more."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _to(request, "safeguarding:leads")
