"""Opening a conversation, changing its terms, and what the hub allows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.initiatives.queries import initiative_or_404
from gyda.initiatives.rules import may_hold as may_hold_thread
from gyda.need.conversations.actions import opening
from gyda.need.conversations.actions.policy import set_policy
from gyda.need.conversations.actions.sheets import plain
from gyda.need.conversations.forms.opening import (
    AttachForm,
    OpenForm,
    PolicyForm,
    TermsForm,
    initial_of,
)
from gyda.need.conversations.forms.saying import CodeForm
from gyda.need.conversations.models import Conversation, VoicePolicy
from gyda.need.conversations.queries import lists
from gyda.need.conversations.views.finding import held
from gyda.people import limits
from gyda.people.access import HubRequest, members_only, stewards_only
from gyda.web.deeds import attempt, go
from gyda.web.links import hub_path
from gyda.web.paging import page_of


def conversations(request: HubRequest) -> HttpResponse:
    """List those that go on, those that have ended, or all of an initiative."""
    ended, asked = "ended" in request.GET, request.GET.get("initiative", "")
    thread = initiative_or_404(_uuid(asked)) if asked else None
    rows = lists.listed(request.who, ended=ended, initiative=thread.id if thread else None)
    page = page_of(rows, request)
    context = {"page": page, "ended": ended, "few": lists.FEW, "initiative": thread}
    return render(request, "need/conversations/list.html", context)


@members_only
def new(request: HubRequest) -> HttpResponse:
    """Open one, free or for an initiative."""
    thread = _thread(request)
    form = OpenForm(request.POST or None)

    def act() -> Conversation:
        return opening.open_conversation(
            who=request.who,
            terms=form.terms(),
            seeds=form.seeds(),
            initiative_id=thread,
            key=form.cleaned_data["key"],
        )

    if done := attempt(form, act):
        return go(request, _("The conversation is open."), "need:conversation", done.result.id)
    context = {"form": form, "policy": lists.policy()}
    return render(request, "need/conversations/new.html", context)


def _thread(request: HubRequest) -> UUID | None:
    """Return the initiative that the address names, if this person looks after it."""
    asked = request.GET.get("initiative", "")
    if not asked:
        return None
    found = initiative_or_404(_uuid(asked))
    if not may_hold_thread(request.who, found):
        raise Http404
    return found.id


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


@held
def change(request: HubRequest, found: Conversation) -> HttpResponse:
    """Put it in other words, or change its days."""
    form = TermsForm(request.POST or None, initial=initial_of(found))

    def act() -> Conversation:
        terms = form.terms(found)
        return opening.change(who=request.who, conversation_id=found.id, terms=terms)

    if attempt(form, act):
        return go(request, _("The new words are published."), "need:conversation", found.id)
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/change.html", context)


@held
def attach(request: HubRequest, found: Conversation) -> HttpResponse:
    """Make it a part of an initiative."""
    form = AttachForm(request.POST or None)

    def act() -> Conversation:
        thread = form.cleaned_data["initiative"].id
        return opening.attach(who=request.who, conversation_id=found.id, initiative_id=thread)

    if attempt(form, act):
        said = _("The conversation is now a part of the initiative.")
        return go(request, said, "need:conversation", found.id)
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/attach.html", context)


def rules(request: HubRequest) -> HttpResponse:
    """Show what the hub allows, and by which rules statements are judged."""
    return render(request, "need/conversations/rules.html", {"policy": lists.policy()})


@stewards_only
def change_rules(request: HubRequest) -> HttpResponse:
    """Set both."""
    policy = lists.policy()
    names = ("anyone", "rules_cy", "rules_en")
    initial = {name: getattr(policy, name) for name in names} if policy else {}
    form = PolicyForm(request.POST or None, initial=initial)

    def act() -> VoicePolicy:
        return set_policy(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The rules are published."), "need:conversation_rules")
    return render(request, "need/conversations/change_rules.html", {"form": form})


def join(request: HubRequest) -> HttpResponse:
    """Ask for the code that stands on the screen of a room."""
    form = CodeForm(request.POST or None)

    def act() -> Conversation | None:
        limits.count(request, "try_join")
        return lists.by_join_code(plain(form.cleaned_data["code"]))

    if done := attempt(form, act):
        if done.result:
            slug, found = request.hub.slug, done.result
            return redirect(hub_path(slug, "need:now", found.id))
        form.add_error("code", _("No conversation here has this code. Check the letters."))
    return render(request, "need/conversations/join.html", {"form": form})
