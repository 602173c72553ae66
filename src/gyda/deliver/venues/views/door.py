"""The venue's side on the day: the list, the code on a ticket, mistakes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gyda.deliver.venues.actions.correcting import came_after_all
from gyda.deliver.venues.actions.door import came, refund, tick_list
from gyda.deliver.venues.actions.occasions import cancel_occasion
from gyda.deliver.venues.codes import as_typed
from gyda.deliver.venues.forms.setup import ReasonForm
from gyda.deliver.venues.forms.spare import AWAY, CAME, CallOffForm, CodeForm, TickForm
from gyda.deliver.venues.models import Booking, Occasion
from gyda.deliver.venues.models.booking import BookingState
from gyda.deliver.venues.queries import places as queries
from gyda.deliver.venues.rules import is_own, may_run
from gyda.people.access import HubRequest, members_only
from gyda.web.deeds import attempt, go, press
from gyda.web.errors import DomainError
from gyda.web.forms import Form
from gyda.web.links import hub_path


def _occasion(request: HubRequest, occasion_id: UUID) -> Occasion:
    found = queries.occasion_or_404(occasion_id)
    if not may_run(request.who, found.venue.organisation_id):
        raise Http404
    return found


@members_only
def door(request: HubRequest, occasion: UUID) -> HttpResponse:
    """Tick who came, all in one go."""
    found = _occasion(request, occasion)
    people = queries.door_list(found)
    open_rows = [row for row in people if row.state == BookingState.BOOKED]
    forms = [_tick(request, row) for row in open_rows if not is_own(request.who, row.member)]
    if request.method == "POST" and sum(not form.is_valid() for form in forms) == 0:
        try:
            came_ids, away_ids = (_of(forms, what) for what in (CAME, AWAY))
            number = tick_list(who=request.who, came_ids=came_ids, away_ids=away_ids)
        except DomainError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Kept. How many: %(number)s") % {"number": number})
            return redirect(hub_path(request.hub.slug, "deliver:door", found.id))
    done = [row for row in people if row.state != BookingState.BOOKED]
    own = [row for row in open_rows if is_own(request.who, row.member)]
    context = {"occasion": found, "forms": forms, "done": done, "own": own, "box": CodeForm()}
    return render(request, "deliver/venues/door.html", context)


def _tick(request: HubRequest, booking: Booking) -> TickForm:
    return TickForm(
        request.POST or None, booking=booking, prefix=str(booking.id), initial={"what": ""}
    )


def _of(forms: list[TickForm], what: str) -> list[UUID]:
    return [form.booking.id for form in forms if form.cleaned_data["what"] == what]


@members_only
def code(request: HubRequest) -> HttpResponse:
    """Take a code that is typed, and open its ticket."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data["code"]
        if queries.booking_by_code(request.who, typed):
            return redirect(hub_path(request.hub.slug, "deliver:ticket", typed))
        form.add_error("code", _("There is no such ticket for this venue. Look at the code again"))
    return render(request, "deliver/venues/code.html", {"form": form})


@members_only
def ticket(request: HubRequest, code: str) -> HttpResponse:
    """What the code on a ticket opens: the venue says that they came; the owner sees the ticket."""
    found = queries.booking_by_code(request.who, as_typed(code))
    if found is None:
        raise Http404
    if not may_run(request.who, found.venue.organisation_id):
        return redirect(hub_path(request.hub.slug, "deliver:booking", found.id))
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        act = partial(came, who=request.who, booking_id=found.id)
        words = _("They are welcome: their hours are spent.")
        return press(request, act, words, "deliver:ticket", found.code)
    context = {"booking": found, "may_tick": queries.may_tick(request.who, found), "form": form}
    return render(request, "deliver/venues/ticket.html", context)


@members_only
def call_off(request: HubRequest, occasion: UUID) -> HttpResponse:
    """The venue cannot: everyone gets their hours back."""
    found = _occasion(request, occasion)
    form = CallOffForm(request.POST or None)
    act = partial(cancel_occasion, who=request.who, occasion_id=found.id)
    if attempt(form, lambda: act(**form.cleaned_data)):
        words = _("It is called off. Everyone who booked is told.")
        return go(request, words, "deliver:organisation", found.venue.organisation_id)
    return render(request, "deliver/venues/call_off.html", {"form": form, "occasion": found})


@members_only
def correct(request: HubRequest, booking: UUID) -> HttpResponse:
    """Put right that someone came who was said not to have come."""
    found = queries.booking_or_404(request.who, booking)
    if not may_run(request.who, found.venue.organisation_id):
        raise Http404
    form = ReasonForm(request.POST or None)
    who = request.who
    if attempt(form, lambda: came_after_all(who=who, booking_id=found.id, words=form.said())):
        words = _("It is put right, and the member is told.")
        return go(request, words, "deliver:booking", found.id)
    return render(request, "deliver/venues/correct.html", {"form": form, "booking": found})


@members_only
def refund_booking(request: HubRequest, booking: UUID) -> HttpResponse:
    """Give hours back that were spent by mistake."""
    found = queries.booking_or_404(request.who, booking)
    if not may_run(request.who, found.venue.organisation_id):
        raise Http404
    form = ReasonForm(request.POST or None)
    who = request.who
    if attempt(form, lambda: refund(who=who, booking_id=found.id, words=form.said())):
        words = _("The hours went back, and the member is told.")
        return go(request, words, "deliver:booking", found.id)
    return render(request, "deliver/venues/refund.html", {"form": form, "booking": found})
