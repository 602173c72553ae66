"""Joining: asking, answering, inviting."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import limits
from gyda.people.access import CARD, HubRequest, connectors_only
from gyda.people.actions import invitations, joining
from gyda.people.entrance import signed_in
from gyda.people.forms.joining import DeclineForm, InvitationCodeForm, JoinForm
from gyda.people.models import Member, Person
from gyda.people.models.hub import Joining
from gyda.people.models.member import State
from gyda.people.models.needs import LookReason
from gyda.people.queries import needs_seen_by, waiting_applications
from gyda.people.queries.doors import application_or_404, invitation_for, last_application
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def _home(request: HubRequest) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "hub:home"))


def _row(request: HubRequest) -> Member | None:
    return Member.objects.filter(person=cast(Person, request.user)).first()


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def join(request: HubRequest) -> HttpResponse:
    """Join an open hub, ask to join another, or show that one is waiting."""
    row = _row(request)
    if CARD in request.session or (row and row.state == State.ACTIVE):
        return _home(request)
    if row and row.state == State.WAITING:
        page = "waiting" if last_application(row) else "brought_over"
        return render(request, f"people/{page}.html")
    form = JoinForm(request.POST or None, hub=request.hub)
    if form.is_valid():
        try:
            person = cast(Person, request.user)
            limits.count(request, "join", str(person.pk))
            member = joining.ask_to_join(person=person, hub=request.hub, **form.cleaned_data)
            return _home(request) if member.is_active else render(request, "people/waiting.html")
        except DomainError as error:
            add_domain_error(form, error)
    by_invitation = request.hub.joining == Joining.INVITE
    words = {"form": form, "by_invitation": by_invitation, "code_form": InvitationCodeForm()}
    return render(request, "people/join.html", words)


@signed_in
@require_http_methods(["POST"])
def answer(request: HubRequest) -> HttpResponse:
    """Say yes or no to being here, of someone whose time bank was brought over."""
    row = _row(request)
    if row is None or CARD in request.session:
        raise Http404
    try:
        joining.answer(member=row, yes=request.POST.get("answer") == "yes")
        words = _("Welcome: you are a member now.") if row.is_active else _("You are not a member.")
        messages.success(request, words)
    except DomainError as error:
        messages.warning(request, str(error))
    return _home(request)


@signed_in
@require_http_methods(["POST"])
def take_back(request: HubRequest) -> HttpResponse:
    """Take one's application back."""
    row = _row(request)
    try:
        if row is not None:
            joining.take_back(member=row)
            messages.success(request, _("You no longer ask to join."))
    except DomainError as error:
        messages.warning(request, str(error))
    return _home(request)


@never_cache
@signed_in
@require_http_methods(["GET", "POST"])
def invitation(request: HubRequest, code: str = "") -> HttpResponse:
    """Join with an invitation: the link brings the code, or one types it."""
    form = InvitationCodeForm(request.POST or None, initial={"code": code})
    if CARD in request.session:
        return _home(request)
    if form.is_valid():
        try:
            limits.count(request, "try_invitation")
            person = cast(Person, request.user)
            invitations.accept(person=person, hub=request.hub, code=form.cleaned_data["code"])
            messages.success(request, _("Welcome: you are a member now."))
            return _home(request)
        except DomainError as error:
            add_domain_error(form, error)
    stale = bool(code) and invitation_for(code) is None
    return render(request, "people/invitation.html", {"form": form, "stale": stale})


@connectors_only
@require_safe
def applications(request: HubRequest) -> HttpResponse:
    """List who asks to join, first come first."""
    page = page_of(waiting_applications(), request, by="id")
    return render(request, "people/applications.html", {"page": page})


@never_cache
@connectors_only
@require_http_methods(["GET", "POST"])
def application(request: HubRequest, application_id: UUID) -> HttpResponse:
    """Show an application, with what would help the newcomer; POST welcomes them."""
    asked = application_or_404(application_id)
    if request.method == "POST":
        try:
            member = joining.approve(who=request.who, application=asked)
            messages.success(request, _("Welcomed: %(name)s") % {"name": member})
        except DomainError as error:
            messages.warning(request, str(error))
        return redirect(hub_path(request.hub.slug, "people:applications"))
    seen = needs_seen_by(request.who, asked.member, LookReason.APPLICATION)
    return render(request, "people/application.html", {"application": asked, "needs": seen})


@connectors_only
@require_http_methods(["GET", "POST"])
def decline(request: HubRequest, application_id: UUID) -> HttpResponse:
    """Say no, with a kind reason."""
    asked = application_or_404(application_id)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        try:
            joining.decline(who=request.who, application=asked, **form.cleaned_data)
            messages.success(request, _("Answered. Your words are on their way."))
            return redirect(hub_path(request.hub.slug, "people:applications"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "people/decline.html", {"form": form, "application": asked})
