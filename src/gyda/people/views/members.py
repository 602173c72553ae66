"""Members: the list, a member's page, and what connectors and stewards do there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import rules
from gyda.people.access import (
    HubRequest,
    connectors_only,
    members_only,
    own_affairs,
    stewards_only,
)
from gyda.people.actions import leaving, members, profile, roles
from gyda.people.forms.members import OfflineMemberForm, RoleForm
from gyda.people.models import Member
from gyda.people.models.needs import LookReason
from gyda.people.queries import (
    active_members,
    any_member_or_404,
    blocks_of,
    member_or_404,
    needs_seen_by,
)
from gyda.people.queries.doors import last_application
from gyda.people.sections import sections_for
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def to_member(request: HubRequest, member: Member) -> HttpResponse:
    """Go to a member's page."""
    return redirect(hub_path(request.hub.slug, "people:member", member.id))


@members_only
@require_safe
def listing(request: HubRequest) -> HttpResponse:
    """List the members, or those whose name starts like what was typed."""
    search = request.GET.get("q", "")[:100]
    page = page_of(active_members(search), request, size=30, by="name_folded")
    return render(request, "people/members.html", {"page": page, "q": search})


@members_only
@require_safe
def page(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Show what a member chose to show; to connectors also how to reach and help them."""
    find = any_member_or_404 if request.who.actor.is_connector else member_or_404
    member = find(member_id)
    words = {
        "member": member,
        "is_own": member.id == request.who.subject.id,
        "is_connector": request.who.actor.is_connector,
        "may_end": rules.may_end_membership(request.who, member),
        "application": None if member.is_active else last_application(member),
        "is_blocked": request.who.reaches_everything and _is_blocked(request, member),
        "sections": sections_for(request, member) if member.is_active else [],
    }
    return render(request, "people/member.html", words)


@never_cache
@connectors_only
@require_safe
def needs(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Show a member's access needs to a connector, and note that they looked."""
    member = member_or_404(member_id)
    seen = needs_seen_by(request.who, member, LookReason.CONNECTING)
    return render(request, "people/needs_of.html", {"member": member, "needs": seen})


@connectors_only
@require_http_methods(["GET", "POST"])
def add(request: HubRequest) -> HttpResponse:
    """Bring in someone who has neither e-mail nor phone."""
    form = OfflineMemberForm(request.POST or None)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in form.cleaned_data if name != "agreed"}
        member = members.add_offline_member(who=request.who, **told)
        messages.success(request, _("Added: %(name)s") % {"name": member})
        return redirect(hub_path(request.hub.slug, "people:issue-card", member.id))
    return render(request, "people/add.html", {"form": form})


@stewards_only
@require_http_methods(["GET", "POST"])
def role(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Change what a member does for the hub."""
    member = member_or_404(member_id)
    start = {"role": member.role, "organisation": member.organisation}
    form = RoleForm(request.POST or None, initial=start)
    if form.is_valid():
        try:
            roles.change_role(who=request.who, member=member, **form.cleaned_data)
            messages.success(request, _("Changed: %(name)s") % {"name": member})
            return to_member(request, member)
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "people/role.html", {"form": form, "member": member})


@connectors_only
@require_http_methods(["GET", "POST"])
def end(request: HubRequest, member_id: UUID) -> HttpResponse:
    """End a membership on the member's word."""
    member = member_or_404(member_id)
    if not rules.may_end_membership(request.who, member):
        raise Http404
    if request.method == "POST":
        try:
            leaving.leave(who=request.who, member=member)
            messages.success(request, _("No longer a member: %(name)s") % {"name": member})
            return redirect(hub_path(request.hub.slug, "people:members"))
        except DomainError as error:
            messages.error(request, str(error))
    return render(request, "people/end.html", {"member": member})


def _is_blocked(request: HubRequest, member: Member) -> bool:
    return blocks_of(request.who.subject).filter(blocked=member).exists()


@own_affairs
@require_http_methods(["GET", "POST"])
def block(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Choose not to meet someone, or to meet them again; nobody is told."""
    member = member_or_404(member_id)
    if member.id in (request.who.subject.id, request.who.actor_id):
        raise Http404
    is_blocked = _is_blocked(request, member)
    if request.method == "POST":
        change = profile.unblock if is_blocked else profile.block
        change(who=request.who, other=member)
        messages.success(request, _("Kept. Nobody is told."))
        return to_member(request, member)
    return render(request, "people/block.html", {"member": member, "is_blocked": is_blocked})
