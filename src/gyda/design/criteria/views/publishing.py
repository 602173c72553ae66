"""Bringing tables and populations; publishing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.design.criteria import impact, queries
from gyda.design.criteria.actions import bringing
from gyda.design.criteria.actions import publishing as actions
from gyda.design.criteria.forms.drafting import (
    BringForm,
    MakeUpForm,
    PopulationForm,
    PublishForm,
)
from gyda.design.criteria.models import CriteriaPolicy, RuleVersion, TrialPopulation
from gyda.design.criteria.showing import TrialShown, trials_shown
from gyda.design.criteria.tables import table_of
from gyda.design.criteria.views.drafting import VERSION
from gyda.design.criteria.views.holding import draft_or_404
from gyda.methods import criteria as method
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go
from gyda.web.errors import DomainError


@members_only
def bring(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Bring a whole table, or its rules."""
    found = draft_or_404(request, rule_version)
    form = BringForm(request.POST or None, request.FILES or None)

    def act() -> RuleVersion:
        text = form.cleaned_data["file"]
        if text.lstrip().startswith("{"):
            return bringing.bring_table(who=request.who, version_id=found.id, text=text)
        return bringing.bring_rules(who=request.who, version_id=found.id, text=text)

    if attempt(form, act):
        return go(request, _("The table is in the draft."), VERSION, found.id)
    context = {"form": form, "version": found, "rule_set": found.rule_set}
    return render(request, "design/criteria/bring.html", context)


@members_only
def population(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Bring the people that rules are tried on."""
    found = draft_or_404(request, rule_version)
    form = PopulationForm(request.POST or None, request.FILES or None)

    def act() -> TrialPopulation:
        return bringing.bring_population(
            who=request.who, version_id=found.id, source=form.source(),
            text=form.cleaned_data["file"],
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("The rules are tried on them."), "design:impact", found.id)
    context = {"form": form, "version": found, "facts": found.facts.order_by("place", "id")}
    return render(request, "design/criteria/population.html", context)


@members_only
def make_up(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Have made-up people drawn, with the shares of a real place."""
    found = draft_or_404(request, rule_version)
    form = MakeUpForm(request.POST or None, request.FILES or None)

    def act() -> TrialPopulation:
        asked = form.cleaned_data
        return bringing.make_population_up(
            who=request.who, version_id=found.id, source=form.source(), text=asked["file"],
            people=asked["people"], seed=asked["seed"],
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("The rules are tried on them."), "design:impact", found.id)
    context = {"form": form, "version": found, "made_up": True,
               "facts": found.facts.order_by("place", "id")}  # fmt: skip
    return render(request, "design/criteria/population.html", context)


@members_only
def publish(request: HubRequest, rule_version: UUID) -> HttpResponse:
    """Publish a draft, or say what stands in the way."""
    found = draft_or_404(request, rule_version)
    own = queries.policy()
    stops, over = _standing(found, own)
    form = PublishForm(request.POST if request.method == "POST" else None, is_blocked=bool(over))

    def act() -> RuleVersion:
        why = form.why()
        return actions.publish(who=request.who, version_id=found.id, why=why)

    if not stops and attempt(form, act):
        said = _("Published in both languages. The rules hold from today.")
        return go(request, said, "design:rule_set", found.rule_set_id)
    context = {"form": form, "version": found, "rule_set": found.rule_set, "stops": stops,
               "over": over, "months": own.months}  # fmt: skip
    return render(request, "design/criteria/publish.html", context)


def _standing(version: RuleVersion, own: CriteriaPolicy) -> tuple[str, list[TrialShown]]:
    """Return what must be mended first, and where a limit is passed."""
    try:
        table = table_of(version)
        actions.check_ready(table)
        trials = impact.tried_on(version, table, queries.population_for(version), own) or ()
    except DomainError as error:
        return str(error), []
    over = {block.rule for block in method.blocks(trials)}
    return "", [shown for one, shown in zip(trials, trials_shown(trials, table), strict=True)
                if one.rule in over]  # fmt: skip
