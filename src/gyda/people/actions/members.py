"""Members whom a connector brings in because they have neither e-mail nor phone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.people.actions.joining import become_member
from gyda.people.errors import NotYours
from gyda.people.models import Member, Person
from gyda.people.models.member import Reach, State
from gyda.people.who import Who


@transaction.atomic
def add_offline_member(
    *,
    who: Who,
    name: str,
    language: str,
    area: str = "",
    contact: str = "",
    reach: str = Reach.CONNECTOR,
    now: datetime.datetime | None = None,
) -> Member:
    """Add someone on their word; they sign in with a card, or act through a supporter."""
    if not who.actor.is_connector:
        raise NotYours
    person = Person.objects.create_user(name=name, language=language)
    member = Member.objects.create(
        hub_id=who.hub_id,
        person=person,
        name=name,
        area=area,
        contact=contact,
        reach=reach,
        strengths_language=language,
        state=State.WAITING,
    )
    return become_member(who=who, member=member, how="ADDED", now=now or timezone.now())
