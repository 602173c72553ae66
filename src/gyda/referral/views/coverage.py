"""How far the hub reaches: for anyone; and the file that a steward loads."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gyda.people.access import HubRequest, stewards_only
from gyda.referral import map as drawn
from gyda.referral.actions.rules import load_coverage
from gyda.referral.forms.referrals import CoverageForm
from gyda.referral.queries.coverage import coverage as figures
from gyda.referral.reading import HEADER, rows_of
from gyda.web.download import csv_response
from gyda.web.errors import DomainError
from gyda.web.forms import add_domain_error
from gyda.web.links import hub_path

EXAMPLE = (
    ("Pentre Uchaf", "Clwstwr y Cwm", "Valley Cluster", 2450, 51.70, -3.35),
    ("Pentre Isaf", "Clwstwr y Cwm", "Valley Cluster", 1980, 51.68, -3.33),
)


@require_safe
def coverage(request: HubRequest) -> HttpResponse:
    """Show the coverage as a map with its table beside it."""
    found = figures()
    words = {
        "found": found,
        "discs": drawn.discs(found.clusters),
        "width": drawn.WIDTH,
        "height": drawn.HEIGHT,
        "shades": range(1, drawn.SHADES + 1),
    }
    return render(request, "referral/coverage.html", words)


@require_safe
def file(request: HubRequest) -> HttpResponse:
    """Give the same figures as a file; what is held back is empty there too."""
    header = [_("Cluster"), _("On the lists"), _("Members"), _("Members per thousand")]
    rows = [
        [
            one.name,
            one.list_size,
            one.members,
            None if one.per_thousand is None else round(one.per_thousand, 2),
        ]
        for one in figures().clusters
    ]
    return csv_response(f"gyda-{request.hub.slug}-coverage", header, rows)


@stewards_only
@require_http_methods(["GET", "POST"])
def load(request: HubRequest) -> HttpResponse:
    """Load the areas."""
    is_sent = request.method == "POST"
    form = CoverageForm(request.POST, request.FILES) if is_sent else CoverageForm()
    if is_sent and form.is_valid():
        try:
            count = load_coverage(who=request.who, rows=rows_of(form.text()))
            said = ngettext("%(count)s area is loaded.", "%(count)s areas are loaded.", count)
            messages.success(request, said % {"count": count})
            return redirect(hub_path(request.hub.slug, "referral:coverage"))
        except DomainError as error:
            add_domain_error(form, error)
    return render(request, "referral/load.html", {"form": form, "header": HEADER})


@stewards_only
@require_safe
def template(request: HubRequest) -> HttpResponse:
    """Give an example of the file."""
    return csv_response("gyda-coverage", HEADER, EXAMPLE)
