"""Acting for someone: consent given, recorded, withdrawn; begun and ended."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people import rules
from gyda.people.access import ACTING, HubRequest, connectors_only, members_only, oneself_only
from gyda.people.actions import consents
from gyda.people.forms.consents import ConsentForm, RecordConsentForm
from gyda.people.models import ActingConsent, Member
from gyda.people.queries import active_members, member_or_404
from gyda.people.queries.consents import consent_or_404, helpers_of, principals_of
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def _to(request: HubRequest, name: str, *args: object) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, name, *args))


@oneself_only
@require_safe
def helpers(request: HubRequest) -> HttpResponse:
    """Show who may act for me, and for whom I may act."""
    words = {
        "page": page_of(helpers_of(request.who.actor), request),
        "principals": principals_of(request.who.actor),
    }
    return render(request, "people/helpers.html", words)


@oneself_only
@require_http_methods(["GET", "POST"])
def give(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Let a member act for me."""
    supporter = member_or_404(member_id)
    if supporter.id == request.who.actor_id:
        raise Http404
    form = ConsentForm(request.POST or None)
    if form.is_valid():
        try:
            scope, until = form.cleaned_data["scope"], form.until_moment()
            consents.give_consent(who=request.who, supporter=supporter, scope=scope, until=until)
            messages.success(request, _("May act for you: %(name)s") % {"name": supporter})
            return _to(request, "people:helpers")
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "people/consent_give.html", {"form": form, "supporter": supporter})


@oneself_only
@require_http_methods(["POST"])
def withdraw(request: HubRequest, consent_id: UUID) -> HttpResponse:
    """End a consent at once: as principal, as supporter, or as a connector on their word."""
    actor = request.who.actor
    consent = consent_or_404(consent_id, of=None if actor.is_connector else actor)
    try:
        consents.withdraw_consent(who=request.who, consent=consent)
        messages.success(request, _("That has ended, from this moment on."))
    except DomainError as error:
        messages.warning(request, str(error))
    if actor.id in (consent.principal_id, consent.supporter_id):
        return _to(request, "people:helpers")
    return _to(request, "people:consents", consent.principal_id)


@connectors_only
@require_safe
def of_member(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Show a connector who may act for a member."""
    member = member_or_404(member_id)
    page = page_of(helpers_of(member), request)
    may_record = _may_record(request, member)
    words = {"member": member, "page": page, "may_record": may_record}
    return render(request, "people/consents.html", words)


def _may_record(request: HubRequest, member: Member) -> bool:
    own = member.id == request.who.actor_id
    return not (own or request.who.is_acting) and rules.may_grant(request.who, member.role)


@connectors_only
@require_http_methods(["GET", "POST"])
def record(request: HubRequest, member_id: UUID) -> HttpResponse:
    """Record what a member said, on the phone, face to face or on paper."""
    principal = member_or_404(member_id)
    if not _may_record(request, principal):
        raise Http404
    supporter = _supporter(request)
    form = RecordConsentForm(request.POST or None)
    if form.is_valid():
        try:
            _record(request, form, principal, supporter)
            messages.success(request, _("Recorded."))
            return _to(request, "people:consents", principal.id)
        except DomainError as error:
            add_domain_error(form, error)
    search = request.GET.get("q", "")[:100]
    words = {"form": form, "principal": principal, "supporter": supporter, "q": search}
    words["found"] = active_members(search).exclude(id=principal.id)[:10] if search else []
    return render(request, "people/consent_record.html", words)


def _supporter(request: HubRequest) -> Member:
    asked = request.GET.get("supporter", "")
    try:
        return member_or_404(UUID(asked)) if asked else request.who.actor
    except ValueError:
        raise Http404 from None


def _record(
    request: HubRequest, form: RecordConsentForm, principal: Member, supporter: Member
) -> ActingConsent:
    told = {name: form.cleaned_data[name] for name in ("scope", "how", "note")}
    return consents.record_consent(
        who=request.who,
        principal=principal,
        supporter=supporter,
        given_at=form.given_moment(),
        until=form.until_moment(),
        **told,
    )


@members_only
@require_http_methods(["POST"])
def start(request: HubRequest, consent_id: UUID) -> HttpResponse:
    """Begin to act for someone; every page says so until it ends."""
    consent = principals_of(request.who.actor).filter(id=consent_id).first()
    if consent is None:
        raise Http404
    acting = request.session.get(ACTING, {})
    request.session[ACTING] = acting | {str(request.hub.id): str(consent.id)}
    return _to(request, "hub:home")


@members_only
@require_http_methods(["POST"])
def stop(request: HubRequest) -> HttpResponse:
    """End acting."""
    acting = request.session.get(ACTING, {})
    acting.pop(str(request.hub.id), None)
    request.session[ACTING] = acting
    messages.info(request, _("You act for yourself again."))
    return _to(request, "hub:home")
