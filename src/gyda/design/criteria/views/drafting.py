"""Drafting: a set, its versions, facts, rules and test cases."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.design.criteria import queries
from gyda.design.criteria.actions import lines, sets
from gyda.design.criteria.forms.drafting import FactForm, OrderForm, StartForm
from gyda.design.criteria.forms.facts import ExampleForm, RuleForm, by_code
from gyda.design.criteria.models import Example, Fact, Rule, RuleSet, RuleVersion
from gyda.design.criteria.rules import may_hold
from gyda.design.criteria.tables import facts_of
from gyda.design.criteria.views.holding import draft_or_404, line_or_404
from gyda.initiatives.queries import initiative_or_404
from gyda.methods.criteria.reading import cells_from
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press

VERSION = "design:rule_version"


@members_only
def start(request: HubRequest, initiative: UUID) -> HttpResponse:
    """Begin a set of rules."""
    found = initiative_or_404(initiative)
    if not found.is_open or not may_hold(request.who, found):
        raise Http404
    form = StartForm(request.POST or None)

    def act() -> RuleSet:
        asked = form.cleaned_data
        return sets.start(
            who=request.who, initiative=found, words=form.words(), need=asked["need"],
            key=asked["key"],
        )  # fmt: skip

    if done := attempt(form, act):
        draft = queries.versions_of(done.result)[0]
        return go(request, _("The first draft is open. Begin with what is asked."), VERSION,
                  draft.id)  # fmt: skip
    return render(request, "design/criteria/start.html", {"form": form, "initiative": found})


@require_POST
@members_only
def draft(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """Draft a new version."""
    found = queries.set_or_404(rule_set)
    if not may_hold(request.who, found.initiative):
        raise Http404
    return press(
        request,
        lambda: sets.draft(who=request.who, rule_set_id=found.id),
        _("A new draft is open; it begins as the last version."),
        "design:rule_set",
        found.id,
    )


def _page(
    request: HubRequest, form: BaseForm, version: RuleVersion, title: str, **more: Any
) -> HttpResponse:
    context = {"form": form, "version": version, "rule_set": version.rule_set, "title": title}
    return render(request, "design/criteria/line.html", context | more)


@members_only
def order(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Say what holds where several rules fit, or none."""
    found = draft_or_404(request, rule_version)
    initial = {"hit": found.hit, "otherwise": found.otherwise}
    form = OrderForm(request.POST or None, initial=initial)

    def act() -> RuleVersion:
        return sets.set_policy_of_hits(who=request.who, version_id=found.id, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("Kept."), VERSION, found.id)
    return _page(request, form, found, _("When several rules fit, or none"))


@members_only
def new_fact(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Add something that is asked."""
    found = draft_or_404(request, rule_version)
    form = FactForm(request.POST or None)

    def act() -> Fact:
        return lines.add_fact(who=request.who, version_id=found.id, said=form.said())

    if attempt(form, act):
        return go(request, _("Added."), VERSION, found.id)
    return _page(request, form, found, _("Add a fact"))


@require_POST
@members_only
def remove_fact(request: HubRequest, fact: UUID) -> HttpResponse:
    """Take a fact away."""
    row = line_or_404(request, Fact, fact)
    return press(
        request,
        lambda: lines.remove_fact(who=request.who, fact_id=row.id),
        _("Taken away."),
        VERSION,
        row.version_id,
    )


@members_only
def new_rule(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Propose a rule."""
    return _rule(request, draft_or_404(request, rule_version), None)


@members_only
def change_rule(request: HubRequest, criteria_rule: UUID) -> HttpResponse:
    """Put a rule in other words."""
    row = line_or_404(request, Rule, criteria_rule)
    assert isinstance(row, Rule)
    return _rule(request, row.version, row)


def _rule(request: HubRequest, version: RuleVersion, row: Rule | None) -> HttpResponse:
    facts = facts_of(version)
    names = ("outcome", "because_cy", "because_en")
    initial = {name: getattr(row, name) for name in names} if row else {}
    cells = cells_from(row.cells, by_code(facts)) if row else {}
    form = RuleForm(request.POST or None, facts=facts, cells=cells, initial=initial)

    def act() -> Rule:
        words = {name: form.cleaned_data[name] for name in names}
        said = lines.RuleSaid(cells=form.cells, **words)
        rule_id = row.id if row else None
        return lines.keep_rule(who=request.who, version_id=version.id, rule_id=rule_id, said=said)

    if attempt(form, act):
        return go(request, _("The rule stands in the draft, with who proposed it."), VERSION,
                  version.id)  # fmt: skip
    title = _("Change the rule") if row else _("Propose a rule")
    return _page(request, form, version, title, no_facts=not facts)


@require_POST
@members_only
def move_rule(request: HubRequest, criteria_rule: UUID) -> HttpResponse:
    """Put a rule one place higher."""
    row = line_or_404(request, Rule, criteria_rule)
    return press(
        request,
        lambda: lines.move_rule(who=request.who, rule_id=row.id),
        _("Moved."),
        VERSION,
        row.version_id,
    )


@require_POST
@members_only
def remove_rule(request: HubRequest, criteria_rule: UUID) -> HttpResponse:
    """Take a rule out."""
    row = line_or_404(request, Rule, criteria_rule)
    return press(
        request,
        lambda: lines.remove_rule(who=request.who, rule_id=row.id),
        _("The rule is taken out of the draft."),
        VERSION,
        row.version_id,
    )


@members_only
def new_example(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Add a test case."""
    return _example(request, draft_or_404(request, rule_version), None)


@members_only
def change_example(request: HubRequest, example: UUID) -> HttpResponse:
    """Change a test case."""
    row = line_or_404(request, Example, example)
    assert isinstance(row, Example)
    return _example(request, row.version, row)


def _example(request: HubRequest, version: RuleVersion, row: Example | None) -> HttpResponse:
    facts = facts_of(version)
    names = ("name_cy", "name_en", "expected")
    initial = {name: getattr(row, name) for name in names} if row else {}
    told = row.facts if row else {}
    form = ExampleForm(request.POST or None, facts=facts, told=told, initial=initial)

    def act() -> Example:
        words = {name: form.cleaned_data[name] for name in names}
        said = lines.ExampleSaid(facts=form.told(), **words)
        row_id = row.id if row else None
        return lines.keep_example(
            who=request.who, version_id=version.id, example_id=row_id, said=said
        )

    if attempt(form, act):
        return go(request, _("The test case is kept."), VERSION, version.id)
    title = _("Change the test case") if row else _("Add a test case")
    return _page(request, form, version, title, no_facts=not facts)


@require_POST
@members_only
def remove_example(request: HubRequest, example: UUID) -> HttpResponse:
    """Take a test case away."""
    row = line_or_404(request, Example, example)
    return press(
        request,
        lambda: lines.remove_example(who=request.who, example_id=row.id),
        _("Taken away."),
        VERSION,
        row.version_id,
    )
