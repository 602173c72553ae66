"""What everyone reads: sets of rules, versions, and what they do to whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.design.criteria import impact, queries
from gyda.design.criteria.forms.facts import FactsForm
from gyda.design.criteria.models import RuleVersion
from gyda.design.criteria.rules import may_hold
from gyda.design.criteria.showing import sheet_of, trials_shown
from gyda.design.criteria.tables import table_of, table_or_none
from gyda.design.criteria.views.holding import readable_or_404
from gyda.design.criteria.words import explain
from gyda.initiatives.queries import initiative_or_404
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.paging import page_of


def criteria(request: HubRequest) -> HttpResponse:
    """List all sets of rules."""
    page = page_of(queries.sets(), request)
    return render(request, "design/criteria/list.html", {"page": page})


def of_initiative(request: HubRequest, initiative: UUID) -> HttpResponse:
    """List those of one initiative."""
    found = initiative_or_404(initiative)
    page = page_of(queries.sets().filter(initiative=found), request)
    may_start = found.is_open and may_hold(request.who, found)
    context = {"page": page, "initiative": found, "may_start": may_start}
    return render(request, "design/criteria/list.html", context)


def rule_set(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """Show the rules that hold today, and every version there was."""
    found = queries.set_or_404(rule_set, request.who)
    today = queries.today()
    version = queries.in_force(found, today)
    versions = queries.versions_of(found)
    holds = queries.holds(request.who, found)
    context = {
        "rule_set": found,
        "version": version,
        "sheet": sheet_of(version) if version else None,
        "versions": [one for one in versions if holds or not one.is_draft],
        "holds": holds,
        "has_draft": any(one.is_draft for one in versions),
        "decides": queries.decides(request.who, found),
        "today": today,
    }
    return render(request, "design/criteria/rule_set.html", context)


def version(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Show one version: its table, its test cases, what is found in it."""
    found = readable_or_404(request, rule_version)
    holds = queries.holds(request.who, found)
    context = {
        "rule_set": found.rule_set,
        "version": found,
        "sheet": sheet_of(found),
        "edits": found.is_draft and holds and found.rule_set.initiative.is_open,
        "today": queries.today(),
        "population": queries.population_for(found) if found.is_draft else None,
    }
    return render(request, "design/criteria/version.html", context)


def impact_of(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Show whom a version shuts out, by group and deprivation, before and after."""
    found = readable_or_404(request, rule_version)
    table = table_or_none(found, tests=False)
    if table is None:
        raise Http404
    said, trials = "", None
    people, policy = queries.population_for(found), queries.policy()
    try:
        if found.is_draft:
            trials = impact.tried_on(found, table, people, policy)
        elif found.impact is not None:
            trials = impact.from_data(found.impact)
    except DomainError as error:
        said = str(error)
    context = {
        "rule_set": found.rule_set,
        "version": found,
        "trials": trials_shown(trials, table) if trials is not None else None,
        "said": said,
        "population": people,
        "policy": policy,
        "edits": found.is_draft,
    }
    return render(request, "design/criteria/impact.html", context)


def try_it(request: HubRequest, rule_set: UUID) -> HttpResponse:
    """Let anyone see what the rules say of some facts; nothing of it is kept."""
    found = queries.set_or_404(rule_set)
    version: RuleVersion | None = queries.in_force(found, queries.today())
    if version is None:
        raise Http404
    table = table_of(version)
    form = FactsForm(request.POST or None, facts=table.facts)
    if form.is_valid() and not form.told():
        form.add_error(None, _("Fill in at least one thing that you know."))
    explained = explain(table, form.told()) if form.is_valid() else None
    context = {"rule_set": found, "version": version, "form": form, "explained": explained}
    return render(request, "design/criteria/try.html", context)


@members_only
def mine(request: HubRequest) -> HttpResponse:
    """List what was decided about the reader."""
    page = page_of(queries.own_cases(request.who), request)
    return render(request, "design/criteria/mine.html", {"page": page})
