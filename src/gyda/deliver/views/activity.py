"""Group activities: the list, one of them, planning and signing up."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions.activity import (
    cancel_activity,
    change_activity,
    free_places,
    plan_activity,
)
from gyda.deliver.actions.signup import sign_up, step_back
from gyda.deliver.forms.activity import (
    CancelActivityForm,
    JoinForm,
    PlanForm,
    initial_of,
    own_organisations,
)
from gyda.deliver.models import Activity
from gyda.deliver.models.activity import ActivityState, PaidFrom
from gyda.deliver.queries import activity as queries
from gyda.deliver.rules.activity import (
    may_hold,
    may_look_after,
    may_see_activities,
    open_sources,
)
from gyda.deliver.views.gate import turn_away
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def activities(request: HubRequest) -> HttpResponse:
    """List what is coming, or what has been."""
    if not may_see_activities(request.who):
        return turn_away(request)
    is_past = "past" in request.GET
    rows = queries.past() if is_past else queries.coming()
    page = page_of(rows, request, by="-starts_at" if is_past else "starts_at")
    may_plan = bool(request.who) and may_hold(request.who)
    context = {"page": page, "is_past": is_past, "may_plan": may_plan}
    return render(request, "deliver/activity/list.html", context)


def activity(request: HubRequest, activity: UUID) -> HttpResponse:
    """Show one activity."""
    if not may_see_activities(request.who):
        return turn_away(request)
    found = queries.activity_or_404(activity)
    return _page(request, found, JoinForm())


def _page(request: HubRequest, activity: Activity, form: JoinForm) -> HttpResponse:
    who = request.who
    looks_after = bool(who) and may_look_after(who, activity)
    context = {
        "activity": activity,
        "is_open": activity.state == ActivityState.PLANNED and activity.ends_at > timezone.now(),
        "has_begun": activity.starts_at <= timezone.now(),
        "form": form,
        "row": queries.my_row(who, activity),
        "organisers": queries.organisers_of(activity) if who else [],
        "is_full": (free := free_places(activity)) is not None and free <= 0,
        "looks_after": looks_after,
        "people": queries.people_of(activity) if looks_after else [],
        "needs": queries.needs_of(activity) if looks_after else [],
    }
    return render(request, "deliver/activity/activity.html", context)


def _to(request: HubRequest, activity: Activity) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:activity", activity.id))


@require_POST
@members_only
def join(request: HubRequest, activity: UUID) -> HttpResponse:
    """Sign up."""
    found = queries.activity_or_404(activity)
    form = JoinForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        row = sign_up(who=request.who, activity_id=found.id, **form.cleaned_data)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        waits = row.state == "WAITING"
        said = _("You are on the waiting list.") if waits else _("You have a place.")
        messages.success(request, said)
    return _to(request, found)


@require_POST
@members_only
def leave(request: HubRequest, activity: UUID) -> HttpResponse:
    """Give the place back."""
    found = queries.activity_or_404(activity)
    try:
        step_back(who=request.who, activity_id=found.id)
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("You have given your place back."))
    return _to(request, found)


def _plan_form(request: HubRequest, **kwargs: Any) -> PlanForm:
    return PlanForm(
        request.POST or None,
        sources=kwargs.pop("sources", None) or open_sources(request.who),
        organisations=own_organisations(request.who.actor),
        **kwargs,
    )


@members_only
def plan(request: HubRequest) -> HttpResponse:
    """Plan a new activity."""
    if not may_hold(request.who):
        raise Http404
    form = _plan_form(request, initial={"organiser_1": request.who.actor})
    if form.is_valid():
        try:
            stored = plan_activity(
                who=request.who,
                plan=form.plan(),
                organisers=form.organisers(),
                key=form.cleaned_data["key"],
            )
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The activity is published."))
            return _to(request, stored)
    return render(request, "deliver/activity/plan.html", {"form": form})


def _looked_after(request: HubRequest, activity_id: UUID) -> Activity:
    found = queries.activity_or_404(activity_id)
    if not may_look_after(request.who, found):
        raise Http404
    return found


@members_only
def change(request: HubRequest, activity: UUID) -> HttpResponse:
    """Change the plan."""
    found = _looked_after(request, activity)
    sources = list(dict.fromkeys([PaidFrom(found.paid_from), *open_sources(request.who)]))
    initial = initial_of(found, queries.organisers_of(found))
    form = _plan_form(request, sources=sources, initial=initial)
    if form.is_valid():
        plan, organisers = form.plan(), form.organisers()
        try:
            change_activity(who=request.who, activity_id=found.id, plan=plan, organisers=organisers)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The activity is changed."))
            return _to(request, found)
    return render(request, "deliver/activity/plan.html", {"form": form, "activity": found})


@members_only
def cancel(request: HubRequest, activity: UUID) -> HttpResponse:
    """Call it off."""
    found = _looked_after(request, activity)
    form = CancelActivityForm(request.POST or None)
    if form.is_valid():
        try:
            cancel_activity(who=request.who, activity_id=found.id, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("It is cancelled. Everyone who was coming is told."))
            return _to(request, found)
    return render(request, "deliver/activity/cancel.html", {"form": form, "activity": found})
