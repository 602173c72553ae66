"""The connector's desk for referrals, and the steward's rules."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gyda.people.access import HubRequest, connectors_only, stewards_only
from gyda.referral.actions.answer import welcome, write_answer_down
from gyda.referral.actions.rules import set_policy
from gyda.referral.forms.referrals import HeardForm, PolicyForm
from gyda.referral.queries.referrals import desk_referral_or_404, on_the_desk, referring
from gyda.referral.rules import the_policy
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@connectors_only
@require_safe
def desk(request: HubRequest) -> HttpResponse:
    """List who was referred and has not answered, and who joined and waits for a welcome."""
    page = page_of(on_the_desk(), request, by="id")
    return render(request, "referral/desk.html", {"page": page})


@never_cache
@connectors_only
@require_http_methods(["GET", "POST"])
def referral(request: HubRequest, referral: UUID) -> HttpResponse:
    """Show one referral; write down what the person said."""
    found = desk_referral_or_404(referral)
    form = HeardForm(request.POST or None)
    if form.is_valid():
        try:
            write_answer_down(who=request.who, referral=found, **form.cleaned_data)
            messages.success(request, _("Written down, with your name."))
            return redirect(hub_path(request.hub.slug, "referral:desk"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "referral/referral.html", {"form": form, "referral": found})


@connectors_only
@require_POST
def welcomed(request: HubRequest, referral: UUID) -> HttpResponse:
    """They have been welcomed: why they were referred is deleted."""
    try:
        welcome(who=request.who, referral=desk_referral_or_404(referral))
        messages.success(request, _("Good. Why they were referred is deleted."))
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(hub_path(request.hub.slug, "referral:desk"))


@stewards_only
@require_http_methods(["GET", "POST"])
def rules(request: HubRequest) -> HttpResponse:
    """Set how referrals work."""
    policy = the_policy()
    start = {"answer_days": policy.answer_days, "remind_days": policy.remind_days}
    form = PolicyForm(request.POST or None, initial=start | {"organisations": referring()})
    if form.is_valid():
        try:
            set_policy(who=request.who, **form.cleaned_data)
            messages.success(request, _("Kept. It holds for referrals from now on."))
            return redirect(hub_path(request.hub.slug, "referral:rules"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "referral/rules.html", {"form": form})
