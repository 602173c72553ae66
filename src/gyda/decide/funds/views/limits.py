"""The hub's limits on money, in public: what holds, what waits, and every change."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gyda.decide.funds import rules
from gyda.decide.funds.actions import limits as actions
from gyda.decide.funds.models import FundPolicy
from gyda.people.access import HubRequest, oneself_only, stewards_only
from gyda.web.deeds import press
from gyda.web.paging import page_of


def limits(request: HubRequest) -> HttpResponse:
    """Show the limits in force and every change of them, the newest first."""
    changes = FundPolicy.objects.select_related("by", "settled_by")
    who = request.who
    context = {
        "held": rules.policy(),
        "page": page_of(changes, request),
        "me": who.actor if who and not who.is_acting and who.actor.is_steward else None,
    }
    return render(request, "decide/funds/limits.html", context)


@require_POST
@oneself_only
@stewards_only
def agree(request: HubRequest, limit_change: UUID) -> HttpResponse:
    """Say the second yes to a looser limit."""
    change, act = _change(limit_change), actions.agree
    said = _("Agreed. The new limits hold from now on.")
    return press(
        request, lambda: act(who=request.who, change_id=change.id), said, "decide:fund_limits"
    )


@require_POST
@oneself_only
@stewards_only
def drop(request: HubRequest, limit_change: UUID) -> HttpResponse:
    """Drop a change that waits."""
    change, act = _change(limit_change), actions.drop
    said = _("Dropped. The limits stay as they are.")
    return press(
        request, lambda: act(who=request.who, change_id=change.id), said, "decide:fund_limits"
    )


def _change(change_id: UUID) -> FundPolicy:
    return get_object_or_404(FundPolicy.objects.all(), id=change_id)
