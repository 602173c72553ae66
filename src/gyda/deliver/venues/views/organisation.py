"""An organisation's own page, and its figures month by month."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gyda.deliver.venues.queries import months, owed, places, pools
from gyda.deliver.venues.tables import FUNDER, HUB, VENUE, Column, rows_of
from gyda.ledger.models import Unit
from gyda.people.access import HubRequest, connectors_only, members_only
from gyda.people.queries.doors import organisations
from gyda.web.access import only
from gyda.web.download import csv_response
from gyda.web.paging import page_of

keepers_only = only(lambda who: who.actor.is_connector or who.actor.is_professional)


@connectors_only
def organisation_list(request: HubRequest) -> HttpResponse:
    """List the organisations, each with its own page."""
    page = page_of(organisations(), request, by="id")
    return render(request, "deliver/venues/organisations.html", {"page": page})


@members_only
def organisation(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Show what an organisation can give, what it has room for, and what is owed."""
    found = pools.organisation_for(request.who, organisation)
    venue = places.venue_of(organisation)
    around = places.occasions_around(venue, timezone.now()) if venue else ([], [])
    stands = pools.pools_of(organisation)
    context = {
        "organisation": found,
        "venue": venue,
        "waiting": around[0],
        "coming": around[1],
        "spares": places.spares_of(venue) if venue else [],
        "hours": stands[Unit.MINUTES],
        "money": stands[Unit.PENCE],
        "debts": owed.debts_of(organisation),
    }
    return render(request, "deliver/venues/organisation.html", context)


@members_only
def organisation_months(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Show the figures month by month: what it gave, and what was spent with it."""
    found = pools.organisation_for(request.who, organisation)
    tables = [
        (FUNDER, months.of_funder(organisation)),
        (VENUE, months.of_venue(organisation)),
    ]
    context = {"organisation": found, "tables": [table for table in tables if table[1].months]}
    return render(request, "deliver/venues/months.html", context)


@members_only
def organisation_csv(request: HubRequest, organisation: UUID) -> HttpResponse:
    """Give the same figures as a table to keep; hours in minutes, money in pence."""
    pools.organisation_for(request.who, organisation)
    gave, spent = months.of_funder(organisation), months.of_venue(organisation)
    return _csv("months", [(FUNDER, gave), (VENUE, spent)])


@keepers_only
def hub_months(request: HubRequest) -> HttpResponse:
    """Show the hub's figures month by month."""
    found = months.of_hub()
    tables = [(HUB, found)] if found.months else []
    return render(request, "deliver/venues/months.html", {"tables": tables})


@keepers_only
def hub_csv(request: HubRequest) -> HttpResponse:
    """Give the hub's figures as a table to keep."""
    return _csv("hub-months", [(HUB, months.of_hub())])


def _csv(name: str, tables: Sequence[tuple[Sequence[Column], months.Months]]) -> HttpResponse:
    header, rows = rows_of(tables)
    return csv_response(f"{name}-{timezone.localdate()}", header, rows)
