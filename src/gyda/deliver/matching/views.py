"""The pages on which people are brought together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from gyda.deliver.matching import actions, queries
from gyda.deliver.matching.forms import MatchRulesForm, WishForm, step_of
from gyda.deliver.matching.gather import the_match_rules
from gyda.deliver.matching.models import Suggestion
from gyda.deliver.matching.words import for_connectors, for_members
from gyda.people.access import HubRequest, connectors_only, members_only, own_affairs, stewards_only
from gyda.people.models import Member
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of

A_PAGE = 5  # asks, each with its people


@never_cache
@members_only
@require_safe
def matches(request: HubRequest) -> HttpResponse:
    """Show the asks that fit what I offer, and people who could help with mine."""
    found = queries.fits_of(request.who)
    context = {
        "brought": [(one, _words(one.reasons, one.ask.member)) for one in found.brought],
        "to_me": [(fit, _words(fit.reasons, fit.ask.member)) for fit in found.to_me],
        "for_me": [
            (ask, [(fit, _words(fit.reasons, fit.helper)) for fit in fits])
            for ask, fits in found.for_me
        ],
    }
    return render(request, "deliver/matching/matches.html", context)


def _words(reasons: Any, other: Member) -> list[str]:
    return for_members([tuple(one) for one in reasons], may_see_area=other.show_area)


@require_POST
@members_only
def decline(request: HubRequest, suggestion: UUID) -> HttpResponse:
    """Say not this time."""
    found = queries.suggestion_or_404(request.who, suggestion)
    actions.decline(who=request.who, suggestion=found, now=timezone.now())
    messages.success(request, _("Not this time. Nobody is told."))
    return redirect(hub_path(request.hub.slug, "deliver:matches"))


@own_affairs
def wish(request: HubRequest) -> HttpResponse:
    """Say how I want to be asked."""
    kept, area = queries.wish_of(request.who.subject), queries.area_of(request.who.subject)
    initial = {"most": kept.most, "reach_km": step_of(kept.reach_km), "is_young": kept.is_young}
    form = WishForm(request.POST or None, initial=initial, area=area)
    if form.is_valid():
        try:
            actions.say_how(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("Kept."))
            return redirect(hub_path(request.hub.slug, "deliver:match_wish"))
    return render(request, "deliver/matching/wish.html", {"form": form, "area": area})


@connectors_only
@require_safe
def desk(request: HubRequest) -> HttpResponse:
    """List open asks, each with up to five people to ask, and why."""
    now = timezone.now()
    page = page_of(queries.open_asks(timezone.localdate(now)), request, size=A_PAGE)
    found = queries.helpers_of(page.rows, now)
    rows = [
        (ask, [(fit, for_connectors(fit.reasons)) for fit in found[ask.id]]) for ask in page.rows
    ]
    return render(request, "deliver/matching/desk.html", {"page": page, "rows": rows})


@require_POST
@connectors_only
def bring(request: HubRequest, ask: UUID, helper: UUID) -> HttpResponse:
    """Bring an ask to someone."""
    now = timezone.now()
    found = queries.open_ask_or_404(ask, timezone.localdate(now))
    get_object_or_404(Member.objects.active(), id=helper)
    try:
        made: Suggestion = actions.bring(who=request.who, ask=found, helper_id=helper, now=now)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Asked: %(name)s") % {"name": made.helper})
    return redirect(hub_path(request.hub.slug, "deliver:match_desk"))


@stewards_only
def rules(request: HubRequest) -> HttpResponse:
    """Change how the hub brings people together."""
    kept = the_match_rules()
    initial = {name: getattr(kept, name) for name in MatchRulesForm.base_fields}
    form = MatchRulesForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.set_match_rules(who=request.who, rules=form.cleaned_data)
        messages.success(request, _("The rules are kept."))
        return redirect(hub_path(request.hub.slug, "deliver:match_rules"))
    return render(request, "deliver/matching/rules.html", {"form": form})
