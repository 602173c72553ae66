"""Writing decisions down, correcting, overruling, looking back, and second looks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.decide.decisions import queries, rules
from gyda.decide.decisions.actions import after, meeting, publish
from gyda.decide.decisions.asking import grown
from gyda.decide.decisions.forms import (
    AppealAnswerForm,
    AppealForm,
    CorrectForm,
    LookBackForm,
    MeetingForm,
    OverruleForm,
)
from gyda.decide.decisions.initial import initial_of
from gyda.decide.decisions.models import Decision, DecisionAppeal, LookBack, Overruling
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go


@members_only
def new(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Write down what a meeting decided."""
    found = initiative_or_404(initiative)
    if not rules.may_record(request.who, found):
        raise Http404
    form, is_sent = grown(MeetingForm, request.POST)

    def act() -> Decision:
        return meeting.record_by_hand(
            who=request.who, initiative=found, draft=form.draft(), key=form.cleaned_data["key"]
        )

    if is_sent and (done := attempt(form, act)):
        said = _("The decision is published in both languages.")
        return go(request, said, "decide:decision", done.result.id)
    context = {"form": form, "initiative": found, "right": rules.right_of(found)}
    return render(request, "decide/decisions/new.html", context)


@members_only
def correct(request: HubRequest, decision: UUID) -> HttpResponse:
    """Publish a correction."""
    found = _one_or_404(decision, rules.may_correct, request)
    form, is_sent = grown(CorrectForm, request.POST, **initial_of(found))

    def act() -> Decision:
        return publish.correct(
            who=request.who, decision_id=found.id, draft=form.draft(), why=form.why()
        )

    if is_sent and (done := attempt(form, act)):
        said = _("The correction is published. The first text stays to be read.")
        return go(request, said, "decide:decision", done.result.id)
    return render(request, "decide/decisions/correct.html", {"form": form, "decision": found})


def _one_or_404(decision_id: UUID, may: Any, request: HubRequest) -> Decision:
    found = queries.decision_or_404(decision_id)
    if not may(request.who, found):
        raise Http404
    return found


@members_only
def overrule(request: HubRequest, decision: UUID) -> HttpResponse:
    """Set aside what citizens decided, signed and with a reason."""
    found = _one_or_404(decision, rules.may_overrule, request)
    if not (found.is_citizens and found.clock_on):
        raise Http404
    form = OverruleForm(request.POST or None, initial={"signed_on": timezone.localdate()})

    def act() -> Overruling:
        return after.overrule(who=request.who, decision_id=found.id, signed=form.signed())

    if attempt(form, act):
        said = _("The decision is overruled. The reason is public.")
        return go(request, said, "decide:decision", found.id)
    context = {"form": form, "decision": found, "typed_in": not rules.signs_for(request.who, found)}
    return render(request, "decide/decisions/overrule.html", context)


@members_only
def look_back(request: HubRequest, decision: UUID) -> HttpResponse:
    """Say what became of it."""
    found = _one_or_404(decision, rules.may_correct, request)
    form = LookBackForm(request.POST or None)

    def act() -> LookBack:
        return after.look_back(who=request.who, decision_id=found.id, news=form.news())

    if attempt(form, act):
        return go(request, _("Everyone can read what became of it."), "decide:decision", found.id)
    return render(request, "decide/decisions/look_back.html", {"form": form, "decision": found})


@members_only
def appeal(request: HubRequest, decision: UUID) -> HttpResponse:
    """Ask for a second look."""
    found = queries.decision_or_404(decision)
    form = AppealForm(request.POST or None)

    def act() -> DecisionAppeal:
        return after.appeal(who=request.who, decision_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("Your appeal is there. You are told what is answered.")
        return go(request, said, "decide:decision", found.id)
    return render(request, "decide/decisions/appeal.html", {"form": form, "decision": found})


@members_only
def answer_appeal(request: HubRequest, decision_appeal: UUID) -> HttpResponse:
    """Answer one."""
    found = queries.appeal_or_404(decision_appeal)
    if found.answered_at or not rules.may_answer_appeal(request.who, found.decision):
        raise Http404
    form = AppealAnswerForm(request.POST or None)

    def act() -> DecisionAppeal:
        return after.answer_appeal(who=request.who, appeal_id=found.id, reply=form.reply())

    if attempt(form, act):
        return go(request, _("The answer is public."), "decide:decision", found.decision_id)
    context = {"form": form, "appeal": found, "decision": found.decision}
    return render(request, "decide/decisions/answer_appeal.html", context)
