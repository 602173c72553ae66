"""The steward makes an organisation a venue, and agrees how it is paid back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from gyda.deliver.venues.errors import PayerMissing, SamePayer
from gyda.deliver.venues.models import Agreement, Venue
from gyda.deliver.venues.rules import require_run, require_steward
from gyda.journal.actions import record
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True, kw_only=True)
class VenueWords:
    """Where it is, in both languages."""

    place_cy: str
    place_en: str
    about_cy: str = ""
    about_en: str = ""
    is_open: bool = True


@transaction.atomic
def keep_venue(*, who: Who, organisation: Organisation, words: VenueWords) -> Venue:
    """Make an organisation a venue, or change what is said of it; a steward opens it first."""
    is_new = not Venue.objects.filter(organisation=organisation).exists()
    if is_new:
        require_steward(who)
    require_run(who, organisation.id)
    venue, _is_new = Venue.objects.update_or_create(
        hub_id=who.hub_id, organisation=organisation, defaults=dict(vars(words))
    )
    verb = "venue.opened" if is_new else "venue.changed"
    name = str(organisation.id)
    record(by=who, verb=verb, about=venue, organisation=name, open=words.is_open)
    return venue


@transaction.atomic
def agree(
    *,
    who: Who,
    venue: Venue,
    funder: Organisation | None = None,
    pence_per_hour: int = 0,
    now: datetime.datetime | None = None,
) -> Agreement:
    """Write down how the venue is paid back from now on; what was booked before stays as it was."""
    require_steward(who)
    if (funder is None) != (pence_per_hour == 0):
        raise PayerMissing
    if funder and funder.id == venue.organisation_id:
        raise SamePayer
    now = now or timezone.now()
    Venue.objects.select_for_update().get(id=venue.id)
    Agreement.objects.filter(venue=venue, ended_at__isnull=True).update(ended_at=now)
    agreement = Agreement.objects.create(
        venue=venue,
        funder=funder,
        pence_per_hour=pence_per_hour,
        agreed_by=who.actor,
        agreed_at=now,
    )
    record(
        by=who,
        verb="venue.agreed" if funder else "venue.thanked",
        about=venue,
        organisation=str(venue.organisation_id),
        hour_pence=pence_per_hour,
        funder=str(funder.id) if funder else None,
    )
    return agreement
