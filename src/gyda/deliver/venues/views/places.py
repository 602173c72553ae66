"""Browsing spare places, booking them, one's own bookings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gyda.deliver.models.codes import Access, chosen
from gyda.deliver.queries.hours import minutes_of
from gyda.deliver.venues.actions.book import book, cancel
from gyda.deliver.venues.forms.spare import BookForm
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.queries import places as queries
from gyda.deliver.venues.queries.rules import the_rules
from gyda.deliver.venues.rules import may_run
from gyda.people.access import HubRequest, members_only
from gyda.web.errors import DomainError
from gyda.web.forms import Form, add_domain_error
from gyda.web.links import hub_path
from gyda.web.paging import page_of


@members_only
def places(request: HubRequest) -> HttpResponse:
    """List where there is room for people with hours, soonest first."""
    page = page_of(queries.coming_occasions(), request, by="starts_at")
    mine = minutes_of(request.who.subject)
    return render(request, "deliver/venues/places.html", {"page": page, "mine": mine})


@members_only
def spare(request: HubRequest, spare: UUID) -> HttpResponse:
    """Show spare places and their next times."""
    found = queries.spare_or_404(spare)
    context = {
        "spare": found,
        "occasions": queries.times_of(found),
        "access": chosen(Access, found.access),
        "rules": the_rules(),
        "looks_after": may_run(request.who, found.venue.organisation_id),
    }
    return render(request, "deliver/venues/spare.html", context)


@members_only
def book_place(request: HubRequest, occasion: UUID) -> HttpResponse:
    """Say what a place costs and what the rules are; then book it."""
    found = queries.occasion_or_404(occasion)
    form = BookForm(request.POST or None, for_others=request.who.actor.is_connector)
    if form.is_valid():
        try:
            made = book(who=request.who, occasion_id=found.id, **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The place is booked."))
            return redirect(hub_path(request.hub.slug, "deliver:booking", made.id))
    context = {
        "occasion": found,
        "form": form,
        "rules": the_rules(),
        "mine": minutes_of(request.who.subject),
        "mine_already": queries.my_booking(request.who, found),
        "has_begun": found.has_begun(timezone.now()),
    }
    return render(request, "deliver/venues/book.html", context)


@members_only
def bookings(request: HubRequest) -> HttpResponse:
    """List the reader's bookings."""
    page = page_of(queries.bookings_of(request.who), request)
    return render(request, "deliver/venues/bookings.html", {"page": page})


@members_only
def booking(request: HubRequest, booking: UUID) -> HttpResponse:
    """Show a booking: the ticket with its code, and what became of it."""
    found = queries.booking_or_404(request.who, booking)
    door = hub_path(request.hub.slug, "deliver:ticket", found.code)
    is_booked = found.state == BookingState.BOOKED
    looks_after = may_run(request.who, found.venue.organisation_id)
    context = {
        "booking": found,
        "is_booked": is_booked,
        "is_mine": found.member_id == request.who.subject.id,
        "in_time": timezone.now() <= found.cancel_until,
        "looks_after": looks_after,
        "may_tick": queries.may_tick(request.who, found),
        "may_correct": queries.may_correct(request.who, found),
        "may_refund": looks_after and found.is_spent and found.member_id != request.who.actor.id,
        "qr": segno.make(f"{settings.ORIGIN}{door}", error="m").svg_data_uri(scale=5, border=2),
    }
    return render(request, "deliver/venues/booking.html", context)


@members_only
def cancel_booking(request: HubRequest, booking: UUID) -> HttpResponse:
    """Ask once more, then give the place back."""
    found = queries.booking_or_404(request.who, booking)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            cancel(who=request.who, booking_id=found.id)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The place is given back, and the hours are free again."))
        return redirect(hub_path(request.hub.slug, "deliver:booking", found.id))
    return render(request, "deliver/venues/cancel.html", {"booking": found, "form": form})
