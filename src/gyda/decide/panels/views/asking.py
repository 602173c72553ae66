"""A page with one form about a panel: what most pages of the clerk are."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render

from gyda.decide.panels.models import Panel
from gyda.people.access import HubRequest
from gyda.web.deeds import attempt, go


@dataclass(frozen=True)
class Asked:
    """What stands above the form, on its button, and what is said once it is done."""

    title: str
    submit: str
    done: str
    words: str = ""
    to: str = "decide:panel"
    warning: bool = False


def ask(
    request: HubRequest,
    panel: Panel,
    form: BaseForm,
    act: Callable[[], object],
    asked: Asked,
    **more: Any,
) -> HttpResponse:
    """Show the form, carry it out, and lead back to the panel."""
    if attempt(form, act):
        return go(request, asked.done, asked.to, panel.id)
    context = {"panel": panel, "form": form, "asked": asked, **more}
    return render(request, "decide/panels/ask.html", context)
