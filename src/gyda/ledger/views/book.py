"""The hub's book: where all hours lie, for everyone; its accounts and limits, for its keepers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.ledger import accounts
from gyda.ledger.actions.limits import set_group_limits
from gyda.ledger.beancount import export_book
from gyda.ledger.errors import LedgerError
from gyda.ledger.forms import LimitsForm, as_typed
from gyda.ledger.models import LimitGroup, Unit
from gyda.ledger.naming import name_of_owner
from gyda.ledger.queries import hubs_own_accounts, sums_of_book
from gyda.people.access import HubRequest, connectors_only, members_only, stewards_only
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path


@members_only
def book(request: HubRequest) -> HttpResponse:
    """Say where all the hours lie that were ever issued here."""
    context = {"hours": sums_of_book(Unit.MINUTES), "money": sums_of_book(Unit.PENCE)}
    return render(request, "ledger/book.html", context)


@stewards_only
def as_beancount(request: HubRequest) -> HttpResponse:
    """Give the whole book as a file that other programs can check."""
    name = f"{request.hub.slug}-{timezone.localdate()}.beancount"
    response = HttpResponse("".join(export_book(request.hub)), content_type="text/plain")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@connectors_only
def hub_accounts(request: HubRequest) -> HttpResponse:
    """List the accounts that the hub looks after."""
    for account in (accounts.pot, accounts.issue):
        account()
    rows = [(account, name_of_owner(account)) for account in hubs_own_accounts()]
    return render(request, "ledger/hub_accounts.html", {"rows": rows})


@stewards_only
def limits(request: HubRequest) -> HttpResponse:
    """Show how far members may go on either side of nothing."""
    accounts.members_group()
    groups = LimitGroup.objects.filter(unit=Unit.MINUTES).order_by("kind", "id")
    rows = [(group, as_typed(group)) for group in groups]
    return render(request, "ledger/limits.html", {"rows": rows})


@stewards_only
def limit_group(request: HubRequest, group: UUID) -> HttpResponse:
    """Change how far a group's members may go."""
    row = get_object_or_404(LimitGroup.objects.all(), id=group)
    form = LimitsForm(request.POST or None, initial=as_typed(row))
    if form.is_valid():
        try:
            set_group_limits(who=request.who, group=row, limits=form.limits())
        except LedgerError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The limits are kept."))
            return redirect(hub_path(request.hub.slug, "ledger:limits"))
    return render(request, "ledger/limit_group.html", {"form": form, "group": row})
