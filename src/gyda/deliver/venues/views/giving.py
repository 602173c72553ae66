"""Hours that an organisation gives one person from its pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.giving import give_from_pool, take_gift_back
from gyda.deliver.venues.forms.setup import GiveForm, ReasonForm
from gyda.deliver.venues.models import PoolGift
from gyda.deliver.venues.queries import pools as queries
from gyda.ledger.models import Unit
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.people.models import Organisation
from gyda.web.deeds import attempt, go


@members_only
def give_hours(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Give someone hours from the pool for time given to the organisation."""
    found = queries.organisation_for(request.who, organisation)
    form = GiveForm(request.POST or None)
    if attempt(form, lambda: _give(request, found, form)):
        words = _("They have their hours, and a letter that says so.")
        return go(request, words, "deliver:pool", found.id)
    free = queries.pools_of(organisation)[Unit.MINUTES].balance
    context = {"form": form, "organisation": found, "free": free}
    return render(request, "deliver/venues/give.html", context)


def _give(request: HubRequest, organisation: Organisation, form: GiveForm) -> PoolGift:
    asked = {name: form.cleaned_data[name] for name in ("member", "minutes", "key")}
    who = request.who
    return give_from_pool(who=who, organisation=organisation, words=form.said(), **asked)


@connectors_only
def take_pool_gift_back(request: HubRequest, given: UUID) -> HttpResponse:
    """Take back hours that were given from a pool by mistake."""
    rows = PoolGift.objects.select_related("member", "organisation")
    found = get_object_or_404(rows, id=given, reversal_id__isnull=True)
    form = ReasonForm(request.POST or None)
    who = request.who
    if attempt(form, lambda: take_gift_back(who=who, gift_id=found.id, words=form.said())):
        words = _("The hours went back, and the member is told.")
        return go(request, words, "deliver:pool", found.organisation_id)
    return render(request, "deliver/venues/give_back.html", {"form": form, "gift": found})
