"""The referrer's pages: a short form, and who joined; nothing more."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gyda.people import limits
from gyda.people.access import HubRequest
from gyda.referral.actions import refer as actions
from gyda.referral.forms.referrals import ReferForm
from gyda.referral.queries.referrals import made_by, my_referral_or_404
from gyda.referral.rules import may_refer, the_policy
from gyda.web.access import only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

referrers_only = only(may_refer)


@never_cache
@referrers_only
@require_http_methods(["GET", "POST"])
def refer(request: HubRequest) -> HttpResponse:
    """Refer someone."""
    form = ReferForm(request.POST or None)
    if form.is_valid():
        try:
            limits.count(request, "refer", str(request.who.actor_id))
            made = actions.refer(who=request.who, introduction=form.introduction())
            said = _("Thank you. They decide now. Your referral has the number %(number)s.")
            messages.success(request, said % {"number": made.number})
            return redirect(hub_path(request.hub.slug, "referral:mine"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "referral/refer.html", {"form": form, "policy": the_policy()})


@never_cache
@referrers_only
@require_safe
def mine(request: HubRequest) -> HttpResponse:
    """Show whether those whom I referred have joined."""
    page = page_of(made_by(request.who.actor), request)
    return render(request, "referral/mine.html", {"page": page})


@referrers_only
@require_POST
def take_back(request: HubRequest, referral: UUID) -> HttpResponse:
    """Take a referral back; the person's details are gone then."""
    found = my_referral_or_404(request.who.actor, referral)
    try:
        actions.take_back(who=request.who, referral=found)
        messages.success(request, _("Taken back. Their details are deleted."))
    except DomainError as error:
        messages.warning(request, str(error))
    return redirect(hub_path(request.hub.slug, "referral:mine"))
