"""My own pages: who I am here, what I need, whom I do not want to meet."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gyda.journal.queries import entries_for
from gyda.journal.timeline import lines_of
from gyda.people.access import HubRequest, members_only, own_affairs
from gyda.people.actions import profile
from gyda.people.forms.joining import initial_of
from gyda.people.forms.members import NeedsForm, ProfileForm
from gyda.people.models.needs import LookReason
from gyda.people.queries import blocks_of, looks_at, needs_seen_by
from gyda.people.queries.consents import principals_of
from gyda.people.queries.doors import card_of
from gyda.web.links import hub_path, in_language
from gyda.web.paging import page_of


@members_only
@require_safe
def me(request: HubRequest) -> HttpResponse:
    """Show the way to everything that is mine; to a supporter, only what they may open."""
    member = request.who.subject
    words = {
        "member": member,
        "card": card_of(member),
        "principals": principals_of(request.who.actor),
    }
    return render(request, "people/me.html", words)


@own_affairs
@require_http_methods(["GET", "POST"])
def edit(request: HubRequest) -> HttpResponse:
    """Change what others read about me, and the language I am written to in."""
    member = request.who.subject
    start = initial_of(member, ProfileForm) | {"language": member.present_person.language}
    form = ProfileForm(request.POST or None, initial=start)
    if form.is_valid():
        profile.change_profile(who=request.who, **form.cleaned_data)
        messages.success(request, _("Your profile is kept."))
        home = hub_path(request.hub.slug, "people:me")
        spoken = request.who.actor.present_person.language
        return redirect(home if request.who.is_acting else in_language(home, spoken))
    return render(request, "people/profile.html", {"form": form})


@never_cache
@own_affairs
@require_http_methods(["GET", "POST"])
def needs(request: HubRequest) -> HttpResponse:
    """Tell what I need, and see who has read it."""
    member = request.who.subject
    form = NeedsForm(request.POST or None, member=member)
    if form.is_valid():
        language = form.cleaned_data["language"]
        profile.tell_needs(who=request.who, needs=form.needs(), language=language)
        messages.success(request, _("Kept. We do not ask again."))
        return redirect(hub_path(request.hub.slug, "people:me"))
    needs_seen_by(request.who, member, LookReason.ACTING)
    words = {"form": form, "page": page_of(looks_at(member), request)}
    return render(request, "people/needs.html", words)


@own_affairs
@require_safe
def done_for_me(request: HubRequest) -> HttpResponse:
    """Show what others did in my name."""
    member = request.who.subject
    page = page_of(entries_for(member).filter(principal=member), request)
    return render(request, "people/done_for_me.html", {"page": page, "lines": lines_of(page.rows)})


@own_affairs
@require_safe
def blocks(request: HubRequest) -> HttpResponse:
    """List whom I do not want to meet."""
    return render(request, "people/blocks.html", {"blocks": blocks_of(request.who.subject)})
