"""Where help is to be had today, and the hub's figures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.design.criteria import queries
from gyda.design.criteria.actions import setup
from gyda.design.criteria.forms.deciding import HelpForm, NeedsForm, PolicyForm
from gyda.design.criteria.models import CriteriaPolicy, Help
from gyda.people.access import HubRequest, connectors_only, stewards_only
from gyda.web.deeds import attempt, go

WORDS = ("need", "name_cy", "name_en", "how_cy", "how_en", "phone", "organisation")
FIGURES = ("most_rise", "most_apart", "months", "remind_days", "keep_months")


def help_today(request: HubRequest) -> HttpResponse:
    """Ask three questions, and say where to go today; nothing of it is kept."""
    form = NeedsForm(request.POST or None)
    needs = form.needs() if form.is_valid() else None
    context = {"form": form, "places": queries.help_for(needs), "asked": form.is_bound}
    return render(request, "design/criteria/help.html", context)


@connectors_only
def keep_help(request: HubRequest, help: UUID | None = None) -> HttpResponse:
    """Add a place, or change it."""
    found = queries.help_or_404(help) if help else None
    initial = {name: getattr(found, name) for name in WORDS} if found else {}
    form = HelpForm(request.POST or None, initial=initial)

    def act() -> Help:
        return setup.keep_help(
            who=request.who, place=form.place(), help_id=help,
            retired=form.cleaned_data["retired"],
        )  # fmt: skip

    if attempt(form, act):
        return go(request, _("Kept."), "design:help_today")
    return render(request, "design/criteria/keep_help.html", {"form": form, "place": found})


@stewards_only
def figures(request: HubRequest) -> HttpResponse:
    """Set the hub's figures."""
    policy = queries.policy()
    form = PolicyForm(request.POST or None, initial={n: getattr(policy, n) for n in FIGURES})

    def act() -> CriteriaPolicy:
        return setup.set_policy(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The figures are set."), "design:criteria_figures")
    return render(request, "design/criteria/figures.html", {"form": form})
