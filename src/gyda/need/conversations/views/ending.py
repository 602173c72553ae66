"""Closing, opening again, and saying what became of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.need.conversations.actions import ending
from gyda.need.conversations.forms.opening import CloseForm, OutcomeForm, ReopenForm, said_of
from gyda.need.conversations.models import Conversation
from gyda.need.conversations.views.finding import held
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go


@held
def close(request: HubRequest, found: Conversation) -> HttpResponse:
    """Take no more answers, and say what happens next."""
    initial = said_of(found, "next") | {"hear_by_on": found.hear_by_on}
    form = CloseForm(request.POST or None, initial=initial)

    def act() -> Conversation:
        return ending.close(
            who=request.who,
            conversation_id=found.id,
            next_=form.words(),
            hear_by_on=form.cleaned_data["hear_by_on"],
        )

    if attempt(form, act):
        said = _("Closed. Everyone who answered as a member is told what happens next.")
        return go(request, said, "need:conversation", found.id)
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/close.html", context)


@held
def reopen(request: HubRequest, found: Conversation) -> HttpResponse:
    """Take answers again."""
    form = ReopenForm(request.POST or None)

    def act() -> Conversation:
        return ending.reopen(
            who=request.who,
            conversation_id=found.id,
            closes_at=form.closes_at(),
            hear_by_on=form.cleaned_data["hear_by_on"],
        )

    if attempt(form, act):
        return go(request, _("The conversation is open again."), "need:conversation", found.id)
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/reopen.html", context)


@held
def tell(request: HubRequest, found: Conversation) -> HttpResponse:
    """Say what became of it."""
    form = OutcomeForm(request.POST or None, initial=said_of(found, "outcome"))

    def act() -> Conversation:
        return ending.tell(who=request.who, conversation_id=found.id, outcome=form.words())

    if attempt(form, act):
        said = _("Everyone can read it now, and the members who answered are told.")
        return go(request, said, "need:conversation", found.id)
    context = {"form": form, "conversation": found}
    return render(request, "need/conversations/tell.html", context)
