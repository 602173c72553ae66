"""Asking, answering, and saying what became of a promise."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.answers import queries, rules
from gyda.answers.actions import answering
from gyda.answers.actions import ask as asking
from gyda.answers.forms import AskForm, NewsForm, ReplyForm
from gyda.answers.models import Answer, FollowUp, Question, State
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press


def _owed_or_404(request: HubRequest, question_id: UUID) -> Question:
    found = queries.question_or_404(question_id)
    if found.state == State.WITHDRAWN or found.hidden or not rules.may_answer(request.who, found):
        raise Http404
    return found


@members_only
def answer(request: HubRequest, question: UUID) -> HttpResponse:
    """Answer, or put a new answer in the place of the old one."""
    found = _owed_or_404(request, question)
    form = ReplyForm(request.POST or None)

    def act() -> Answer:
        return answering.answer(who=request.who, question_id=found.id, reply=form.reply())

    if attempt(form, act):
        said = _("The answer is published. Everyone near it is told.")
        return go(request, said, "answers:question", found.id)
    typed_in = not rules.answers_for(request.who, found)
    context = {"form": form, "question": found, "typed_in": typed_in}
    return render(request, "answers/answer.html", context)


@members_only
def follow_up(request: HubRequest, question: UUID) -> HttpResponse:
    """Say what became of what was promised."""
    found = _owed_or_404(request, question)
    promise = queries.holding(found)
    if promise is None or not promise.promises:
        raise Http404
    form = NewsForm(request.POST or None)

    def act() -> FollowUp:
        return answering.follow_up(who=request.who, question_id=found.id, news=form.news())

    if attempt(form, act):
        said = _("Thank you. Everyone near it is told.")
        return go(request, said, "answers:question", found.id)
    context = {"form": form, "question": found, "promise": promise}
    return render(request, "answers/follow_up.html", context)


@members_only
def ask(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Ask something on the thread of an initiative."""
    found = initiative_or_404(initiative)
    if not (found.is_open and rules.may_ask(request.who, found)):
        raise Http404
    form = AskForm(request.POST or None)

    def act() -> Question:
        return asking.ask_in_own_words(who=request.who, initiative=found, **form.cleaned_data)

    if done := attempt(form, act):
        return go(request, _("The clock runs."), "answers:question", done.result.id)
    context = {"form": form, "initiative": found, "clock": queries.clock()}
    return render(request, "answers/ask.html", context)


@require_POST
@members_only
def take_back(request: HubRequest, question: UUID) -> HttpResponse:
    """Take a question back."""
    found = queries.question_or_404(question)
    if found.initiative is None or not rules.may_ask(request.who, found.initiative):
        raise Http404
    return press(
        request,
        lambda: asking.take_back_own(who=request.who, question_id=found.id),
        _("The question is taken back."),
        "answers:question",
        found.id,
    )
