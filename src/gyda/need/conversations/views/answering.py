"""Reading a conversation and answering it: one statement, three buttons."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from gyda.need.conversations.actions import acting
from gyda.need.conversations.actions.folding import keep_up
from gyda.need.conversations.actions.voting import Answered, vote
from gyda.need.conversations.forms.saying import AnswerForm
from gyda.need.conversations.models import Conversation, Statement
from gyda.need.conversations.queries import lists, turn
from gyda.need.conversations.rules import may_answer, may_hold
from gyda.need.conversations.views.finding import answerable, readable
from gyda.need.conversations.views.showing import as_shown
from gyda.need.conversations.views.speaking import (
    Speaker,
    browser_of,
    forget,
    speaker_of,
    welcome,
)
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press
from gyda.web.errors import DomainError
from gyda.web.links import hub_path

ENOUGH = 10  # answers after which somebody is told that this helps already


@never_cache
@readable
def conversation(request: HubRequest, found: Conversation) -> HttpResponse:
    """Show the question and, to who may answer it, the next statement."""
    speaker = speaker_of(request, found) if found.takes_answers() else None
    now = turn.turn_of(found, speaker.voice) if speaker else None
    context = {
        "conversation": found,
        "holds": may_hold(request.who, found),
        "may_answer": may_answer(request.who, found),
        "is_open": found.takes_answers(),
        "turn": now,
        "shown": as_shown(now.statement) if now and now.statement else None,
        "helps_already": bool(now and now.answered >= ENOUGH),
        "guest": _guest_answers(request, found),
        "few": lists.FEW,
    }
    response = render(request, "need/conversations/conversation.html", context)
    return speaker.remember(response) if speaker else response


def _guest_answers(request: HubRequest, found: Conversation) -> bool:
    """Tell whether answers were given in this browser before the member signed in."""
    if not request.who or request.who.is_acting:
        return False
    browser = browser_of(request, found)
    return bool(browser) and turn.has_answers(found, browser)


@never_cache
@answerable
def answer(request: HubRequest, found: Conversation) -> HttpResponse:
    """Keep an answer, and lead to the next statement."""
    here = _to(request, found)
    form = AnswerForm(request.POST)
    speaker = speaker_of(request, found)
    if request.method != "POST" or speaker is None or not form.is_valid():
        return here
    try:
        _keep(request, found, speaker, form.answered())
    except DomainError as error:
        messages.warning(request, str(error))
    if request.POST.get("back") == "mine":
        here = redirect(hub_path(request.hub.slug, "need:my_answers", found.id))
    return speaker.remember(here)


def _keep(request: HubRequest, found: Conversation, speaker: Speaker, given: Answered) -> None:
    if request.who and request.who.is_acting:
        acting.vote_for(who=request.who, conversation=found, answered=given)
    else:
        vote(
            conversation=found, voice=speaker.voice, answered=given,
            welcome=lambda: welcome(request, speaker.voice),
        )  # fmt: skip
    keep_up(found.id)


def _to(request: HubRequest, found: Conversation) -> HttpResponseRedirect:
    page = hub_path(request.hub.slug, "need:conversation", found.id)
    return redirect(f"{page}#statement")


@never_cache
@readable
def statement(request: HubRequest, found: Conversation, number: int) -> HttpResponse:
    """Show one statement: for who comes by a link, or wants to change an answer."""
    one = lists.statement_or_404(found, number)
    speaker = speaker_of(request, found) if found.takes_answers() else None
    context = {
        "conversation": found,
        "shown": as_shown(one),
        "may_answer": speaker is not None,
        "given": _given(request, found, speaker, one),
        "back": request.GET.get("back", ""),
    }
    response = render(request, "need/conversations/statement.html", context)
    return speaker.remember(response) if speaker else response


def _given(
    request: HubRequest, found: Conversation, speaker: Speaker | None, one: Statement
) -> int | None:
    """Return the answer given before, to the person alone: not to who acts for them."""
    if speaker is None or (request.who and request.who.is_acting):
        return None
    return turn.answer_to(turn.participant_of(found, speaker.voice), one)


@readable
def statements(request: HubRequest, found: Conversation) -> HttpResponse:
    """List what people are asked about."""
    page = lists.page_of_statements(found, request)
    context: dict[str, Any] = {
        "conversation": found,
        "page": page,
        "rows": [as_shown(one) for one in page.rows],
    }
    return render(request, "need/conversations/statements.html", context)


@never_cache
@answerable
def mine(request: HubRequest, found: Conversation) -> HttpResponse:
    """Show somebody their own answers and statements; nobody else ever sees them."""
    if request.who and request.who.is_acting:
        raise Http404
    speaker = speaker_of(request, found)
    person = turn.participant_of(found, speaker.voice if speaker else None)
    context = {
        "conversation": found,
        "answers": [(vote, as_shown(vote.statement)) for vote in turn.answers_of(person)],
        "said": turn.said_by(person),
        "is_open": found.takes_answers(),
    }
    return render(request, "need/conversations/mine.html", context)


@require_POST
@readable
def someone_else(request: HubRequest, found: Conversation) -> HttpResponse:
    """Begin anew for the next person at a shared screen."""
    return forget(_to(request, found))


@require_POST
@members_only
@readable
def take_along(request: HubRequest, found: Conversation) -> HttpResponse:
    """Count what was answered here before signing in as the member's own."""
    browser = browser_of(request, found)

    def act() -> object:
        with transaction.atomic():
            return acting.take_along(who=request.who, conversation_id=found.id, browser=browser)

    said = _("Your earlier answers here now count as yours.")
    return press(request, act, said, "need:conversation", found.id)
