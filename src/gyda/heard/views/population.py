"""Who lives here: read by anyone, loaded by a steward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.heard.actions.population import load_population
from gyda.heard.forms.population import FileForm, TypedForm
from gyda.heard.models.about import CLOSED, GROUPS, Question
from gyda.heard.places import known
from gyda.heard.population import HEADING, template_rows
from gyda.heard.queries.population import loaded, table
from gyda.people.access import HubRequest, stewards_only
from gyda.web.deeds import attempt, go
from gyda.web.download import csv_response

SOURCE = ("source_cy", "source_en", "as_of_on")


def population(request: HubRequest) -> HttpResponse:
    """Show the figures that the pages go by, and where they are from."""
    here = loaded()
    questions = [
        (Question(one).label, [(group.label, here[one].get(group.value)) for group in GROUPS[one]])
        for one in CLOSED
        if one in here
    ]
    context = {"table": table(), "questions": questions, "areas": known().table()}
    return render(request, "heard/population.html", context)


@stewards_only
def load(request: HubRequest) -> HttpResponse:
    """Load a table in the place of the one before."""
    form = FileForm(request.POST or None, request.FILES or None)
    return _load(request, form, "heard/load_population.html")


@stewards_only
def typed(request: HubRequest) -> HttpResponse:
    """Type the figures instead."""
    stands = table()
    initial = {name: getattr(stands, name) for name in SOURCE} if stands else {}
    form = TypedForm(request.POST or None, filled=loaded(), initial=initial)
    return _load(request, form, "heard/type_population.html")


def _load(request: HubRequest, form: Any, template: str) -> HttpResponse:
    def act() -> object:
        figures = form.population()
        return load_population(who=request.who, population=figures, **form.said())

    if attempt(form, act):
        said = _("The figures are loaded. The pages go by them from now on.")
        return go(request, said, "heard:population")
    return render(request, template, {"form": form})


@stewards_only
def template(request: HubRequest) -> HttpResponse:
    """Give the table to fill in, with what stands in it now."""
    return csv_response("who-lives-here", HEADING, template_rows(loaded()))
