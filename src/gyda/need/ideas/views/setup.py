"""The rules of the cut, and the categories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.need.ideas import queries
from gyda.need.ideas.actions import setup
from gyda.need.ideas.forms import CategoryForm, RulesForm
from gyda.need.ideas.models import IdeaCategory, IdeaPolicy
from gyda.people.access import HubRequest, stewards_only
from gyda.web.deeds import attempt, go


@stewards_only
def rules(request: HubRequest) -> HttpResponse:
    """Set the rules; see the categories."""
    now = queries.policy()
    initial = {"top": now.top, "least": now.least, "organisation": now.organisation}
    form = RulesForm(request.POST or None, initial=initial)

    def act() -> IdeaPolicy:
        return setup.set_rules(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The rules are set."), "need:idea_rules")
    context = {"form": form, "categories": queries.categories()}
    return render(request, "need/ideas/rules.html", context)


@stewards_only
def category(request: HubRequest, idea_category: UUID | None = None) -> HttpResponse:
    """Add a category, or change one."""
    found = queries.category_or_404(idea_category) if idea_category else None
    initial = (
        {"name_cy": found.name_cy, "name_en": found.name_en, "organisation": found.organisation}
        if found
        else {}
    )
    form = CategoryForm(request.POST or None, initial=initial)

    def act() -> IdeaCategory:
        return setup.keep_category(who=request.who, category=found, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The category is kept."), "need:idea_rules")
    return render(request, "need/ideas/category.html", {"form": form, "category": found})
