"""The stewards' page of money: limits, rates with a date, public numbers of organisations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gyda.decide.funds import rules as limits
from gyda.decide.funds.actions import setup
from gyda.decide.funds.actions.limits import NAMES, set_limits
from gyda.decide.funds.appraising import settings
from gyda.decide.funds.forms.funds import LimitsForm, NumberForm, RatesForm
from gyda.decide.funds.models import FundPolicy, OrganisationNumber, RateSetting
from gyda.people.access import HubRequest, oneself_only, stewards_only
from gyda.web.deeds import attempt, go


@oneself_only
@stewards_only
def rules(request: HubRequest) -> HttpResponse:
    """Set the limits; see the rates and the numbers."""
    held = limits.policy()
    start = {name: getattr(held, name) for name in NAMES}
    form = LimitsForm(request.POST or None, initial=start)

    def act() -> FundPolicy:
        return set_limits(who=request.who, **form.cleaned_data)

    if done := attempt(form, act):
        return go(request, _said(done.result), "decide:fund_limits")
    numbers = OrganisationNumber.objects.select_related("organisation").order_by("id")[:200]
    context = {"form": form, "settings": settings(), "numbers": numbers}
    return render(request, "decide/funds/rules.html", context)


def _said(change: FundPolicy) -> str:
    if change.holds_from:
        return _("The limits are kept. They hold from now on.")
    return _("This would be looser. It holds once another steward agrees; they have been told.")


@oneself_only
@stewards_only
def rates(request: HubRequest) -> HttpResponse:
    """Write down the rates that hold from a day on."""
    form = RatesForm(request.POST or None)

    def act() -> RateSetting:
        return setup.set_rates(who=request.who, rates=form.rates())

    if attempt(form, act):
        return go(request, _("The rates are kept with their day."), "decide:fund_rules")
    return render(request, "decide/funds/rates.html", {"form": form})


@oneself_only
@stewards_only
def number(request: HubRequest) -> HttpResponse:
    """Write down the public number of an organisation."""
    form = NumberForm(request.POST or None)

    def act() -> OrganisationNumber:
        return setup.set_number(who=request.who, **form.cleaned_data)

    if attempt(form, act):
        return go(request, _("The number is kept."), "decide:fund_rules")
    return render(request, "decide/funds/number.html", {"form": form})
