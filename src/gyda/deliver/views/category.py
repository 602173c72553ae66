"""A steward's care for the hub's categories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from gyda.deliver.actions import category as actions
from gyda.deliver.forms.category import CategoryForm
from gyda.deliver.models import Category
from gyda.deliver.queries import category as categories
from gyda.people.access import HubRequest, stewards_only
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@stewards_only
def manage(request: HubRequest) -> HttpResponse:
    """Show all categories, retired ones too."""
    return render(request, "deliver/manage_categories.html", {"categories": categories.every()})


@stewards_only
@require_POST
def start(request: HubRequest) -> HttpResponse:
    """Take the everyday list."""
    actions.start_categories(who=request.who)
    return _back(request)


@stewards_only
def add(request: HubRequest) -> HttpResponse:
    """Add one."""
    form = CategoryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_category(who=request.who, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            return _back(request)
    return render(request, "deliver/category_form.html", {"form": form})


@stewards_only
def rename(request: HubRequest, category: UUID) -> HttpResponse:
    """Call one something better."""
    one = get_object_or_404(Category, id=category)
    initial = {"name_cy": one.name_cy, "name_en": one.name_en}
    form = CategoryForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename_category(who=request.who, category=one, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            return _back(request)
    return render(request, "deliver/category_form.html", {"form": form, "category": one})


def _step(act: Callable[..., Category], said: Any) -> Callable[..., HttpResponse]:
    @stewards_only
    @require_POST
    def step(request: HubRequest, category: UUID) -> HttpResponse:
        act(who=request.who, category=get_object_or_404(Category, id=category))
        messages.success(request, said)
        return _back(request)

    return step


retire = _step(actions.retire_category, _("It is offered no more for new listings."))
bring_back = _step(actions.bring_back_category, _("It is offered again."))


def _back(request: HubRequest) -> HttpResponse:
    return redirect(hub_path(request.hub.slug, "deliver:manage_categories"))
