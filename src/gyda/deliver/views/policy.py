"""The rules of the time bank: everyone reads them, the steward sets them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.actions.policy import set_policy
from gyda.deliver.forms.policy import PolicyForm
from gyda.deliver.queries.policy import the_policy
from gyda.people.access import HubRequest, members_only, stewards_only
from gyda.web.links import hub_path


@members_only
def policy(request: HubRequest) -> HttpResponse:
    """Say in plain words how hours are used in this hub."""
    return render(request, "deliver/desk/policy.html", {"policy": the_policy()})


@stewards_only
def set_rules(request: HubRequest) -> HttpResponse:
    """Change the rules."""
    rules = the_policy()
    initial = {name: getattr(rules, name) for name in PolicyForm.base_fields}
    form = PolicyForm(request.POST or None, initial=initial)
    if form.is_valid():
        set_policy(who=request.who, rules=form.cleaned_data)
        messages.success(request, _("The rules are kept."))
        return redirect(hub_path(request.hub.slug, "deliver:policy"))
    return render(request, "deliver/desk/set_policy.html", {"form": form})
