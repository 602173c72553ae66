"""What a panel hears: advisers, what it reads, questions with their recorded answers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.panels import hearing_queries, queries
from gyda.decide.panels.actions import hearing as actions
from gyda.decide.panels.forms.hearing import AdviserForm, EvidenceForm, QuestionForm, ReplyForm
from gyda.decide.panels.models import Panel, PanelAdviser, PanelQuestion, PanelSeat
from gyda.decide.panels.rules import advises, is_clerk, may_look_after, seat_of
from gyda.decide.panels.views.asking import Asked, ask
from gyda.decide.panels.views.refused import seats_only
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import press

HERE = "decide:panel_hearing"


def hearing(request: HubRequest, panel: UUID) -> HttpResponse:
    """Show advisers with their interest, what was read, and what was asked and answered."""
    found, who = queries.panel_or_404(panel), request.who
    advisers = hearing_queries.advisers_of(found)
    me = {who.actor.id, who.subject.id} if who else set()
    context = {
        "panel": found,
        "advisers": advisers,
        "evidence": hearing_queries.evidence_of(found),
        "questions": hearing_queries.questions_of(found),
        "seat": seat_of(who, found),
        "advises": any(one.member_id in me and one.until_at is None for one in advisers),
        "clerk": is_clerk(who, found),
    }
    context["may_give"] = bool(context["seat"] or context["advises"] or context["clerk"])
    return render(request, "decide/panels/hearing.html", context)


@members_only
def name_adviser(request: HubRequest, panel: UUID) -> HttpResponse:
    """Name an adviser."""
    found = queries.clerks_panel_or_404(request, panel)
    form = AdviserForm(request.POST or None)
    words = _("An adviser reads and speaks, and has no vote. Name and interest are public.")
    asked = Asked(_("Name an adviser"), _("Name them"), _("Named. They are told."), words, HERE)

    def act() -> object:
        member = form.cleaned_data["member"]
        return actions.name_adviser(
            who=request.who, panel_id=found.id, member=member, interest=form.interest()
        )

    return ask(request, found, form, act, asked)


@require_POST
@members_only
def dismiss(request: HubRequest, panel: UUID, adviser: UUID) -> HttpResponse:
    """End someone's advising: the clerk, or they themselves."""
    found, who = queries.panel_or_404(panel), request.who
    row = get_object_or_404(PanelAdviser.objects.advising().filter(panel=found), id=adviser)
    if not (is_clerk(who, found) or row.member_id == who.actor.id):
        raise Http404

    def act() -> None:
        actions.dismiss_adviser(who=who, panel_id=found.id, adviser_id=row.id)

    return press(request, act, _("They advise no more. What they said stays."), HERE, found.id)


@members_only
def give_evidence(request: HubRequest, panel: UUID) -> HttpResponse:
    """Give the panel something to read."""
    found, who = queries.panel_or_404(panel), request.who
    if not (seat_of(who, found) or advises(who, found) or may_look_after(who, found)):
        raise Http404
    form = EvidenceForm(request.POST or None)
    asked = Asked(
        _("Something to read"), _("Give it to the panel"), _("The panel has it."), "", HERE
    )

    def act() -> object:
        return actions.give_evidence(who=who, panel_id=found.id, evidence=form.evidence())

    return ask(request, found, form, act, asked)


@seats_only
def question(request: HubRequest, panel: Panel, seat: PanelSeat) -> HttpResponse:
    """Ask the advisers."""
    advising = [one for one in hearing_queries.advisers_of(panel) if one.until_at is None]
    form = QuestionForm(request.POST or None, advisers=advising)
    words = _("Question and answer are public. Who of the panel asked is not.")
    asked = Asked(_("Ask a question"), _("Ask it"), _("Asked. They are told."), words, HERE)

    def act() -> object:
        return actions.ask(who=request.who, panel_id=panel.id, **form.asked())

    return ask(request, panel, form, act, asked)


@members_only
def reply(request: HubRequest, panel: UUID, asked_question: UUID) -> HttpResponse:
    """Answer as an adviser."""
    found = queries.panel_or_404(panel)
    row = get_object_or_404(PanelQuestion.objects.filter(panel=found), id=asked_question)
    if request.who.is_acting or not advises(request.who, found):
        raise Http404
    form = ReplyForm(request.POST or None)
    asked = Asked(_("Answer the panel"), _("Publish the answer"), _("Published."), "", HERE)

    def act() -> object:
        said = form.cleaned_data
        return actions.reply(who=request.who, panel_id=found.id, question_id=row.id, **said)

    return ask(request, found, form, act, asked, question=row)
