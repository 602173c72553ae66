"""Paper notes at a venue's door: typed, or brought along by the camera."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from gyda.deliver.paper.actions.redeem import redeem_note
from gyda.deliver.paper.forms.notes import BringForm
from gyda.deliver.paper.models import Note
from gyda.deliver.venues.queries.owed import taken_lately
from gyda.deliver.venues.queries.places import venue_of
from gyda.deliver.venues.rules import may_run
from gyda.people import limits
from gyda.people.access import HubRequest, members_only
from gyda.people.models import Organisation
from gyda.web.deeds import attempt, go
from gyda.web.units import hours


@never_cache
@members_only
def door(request: HubRequest, organisation: UUID, note_code: str = "") -> HttpResponse:
    """Take a note in return for a place: its hours rest, and the venue is owed for them."""
    venue = venue_of(organisation)
    if venue is None or not venue.is_open or not may_run(request.who, organisation):
        raise Http404
    place = venue.organisation
    form = BringForm(request.POST or None, initial={"code": note_code})
    if done := attempt(form, lambda: _take(request, form, place)):
        note = done.result
        said = _("Note %(number)s is taken: %(hours)s. They are welcome.")
        words = said % {"number": note.number, "hours": hours(note.minutes)}
        return go(request, words, "deliver:note_door", place.id)
    context = {"form": form, "organisation": place, "taken": taken_lately(organisation)}
    return render(request, "deliver/venues/note_door.html", context)


def _take(request: HubRequest, form: BringForm, place: Organisation) -> Note:
    limits.count(request, "try_note", key=str(request.who.actor.id))
    return redeem_note(who=request.who, at=place, **form.cleaned_data)
