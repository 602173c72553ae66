"""Decisions on people's cases, and appeals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.design.criteria import queries
from gyda.design.criteria.actions import cases
from gyda.design.criteria.forms.deciding import AnswerForm, AppealForm, DecideForm
from gyda.design.criteria.models import Appeal, Case, Outcome
from gyda.design.criteria.rules import may_decide, may_hear
from gyda.design.criteria.tables import table_of
from gyda.design.criteria.words import explain, person_in_words
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go
from gyda.web.paging import page_of


@members_only
def decide(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """Run the rules for a person."""
    found = queries.set_or_404(rule_set)
    version = queries.in_force(found, queries.today())
    if version is None or not may_decide(request.who, found.initiative):
        raise Http404
    form = DecideForm(request.POST or None, facts=table_of(version).facts)

    def act() -> Case:
        asked = form.cleaned_data
        return cases.decide(
            who=request.who, rule_set_id=found.id, facts=form.told(), member=asked["member"],
            verdict=form.verdict(), key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        return go(request, _("Decided."), "design:case", done.result.id)
    context = {"form": form, "rule_set": found, "version": version}
    return render(request, "design/criteria/decide.html", context)


@members_only
def decisions(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """List decisions for those who decide."""
    found = queries.set_or_404(rule_set)
    if not may_decide(request.who, found.initiative):
        raise Http404
    context = {"page": page_of(queries.cases_of(found), request), "rule_set": found}
    return render(request, "design/criteria/decisions.html", context)


@members_only
def case(request: HubRequest, case: UUID) -> HttpResponse:
    """Show a decision with everything it rests on, to those it concerns."""
    found = queries.case_or_404(case, request.who)
    table, appeal = table_of(found.version), queries.appeal_of(found)
    holds = appeal.outcome if appeal and appeal.outcome else found.outcome
    decides = may_decide(request.who, found.version.rule_set.initiative)
    is_own = found.member_id == request.who.subject.id
    context = {
        "case": found,
        "version": found.version,
        "rule_set": found.version.rule_set,
        "appeal": appeal,
        "outcome": str(Outcome(found.outcome).label),
        "refused": holds == "NOT",
        "told": person_in_words(table, found.facts) if found.facts is not None else None,
        "explained": explain(table, found.facts) if found.facts is not None else None,
        "again": explain(table, appeal.facts) if appeal and appeal.facts is not None else None,
        "is_own": is_own,
        "may_appeal": appeal is None and (is_own or decides),
        "may_answer": appeal is not None and appeal.decided_at is None
        and may_hear(request.who, found),
    }  # fmt: skip
    return render(request, "design/criteria/case.html", context)


@members_only
def appeal(request: HubRequest, case: UUID) -> HttpResponse:
    """Ask for a second look."""
    found = queries.case_or_404(case, request.who)
    if queries.appeal_of(found):
        raise Http404
    form = AppealForm(request.POST or None)

    def act() -> Appeal:
        return cases.appeal(who=request.who, case_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        said = _("Someone else looks at it again, by the same rules.")
        return go(request, said, "design:case", found.id)
    return render(request, "design/criteria/appeal.html", {"form": form, "case": found})


@members_only
def answer(request: HubRequest, case: UUID) -> HttpResponse:
    """Run the version of that day again, and decide."""
    found = queries.case_or_404(case, request.who)
    appeal = queries.appeal_of(found)
    if appeal is None or appeal.decided_at or not may_hear(request.who, found):
        raise Http404
    facts = table_of(found.version).facts
    form = AnswerForm(request.POST or None, facts=facts, told=found.facts)

    def act() -> Appeal:
        return cases.answer_appeal(
            who=request.who, case_id=found.id, facts=form.told(), verdict=form.verdict()
        )

    if attempt(form, act):
        said = _("Decided. Whom it is about is told.")
        return go(request, said, "design:case", found.id)
    context = {"form": form, "case": found, "appeal": appeal, "version": found.version}
    return render(request, "design/criteria/answer.html", context)
