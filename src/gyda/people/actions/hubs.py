"""Hubs and organisations: set up, described, changed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.keys.context import in_hub
from gyda.people.actions.joining import become_member
from gyda.people.errors import NameTaken, NotYours, SlugTaken
from gyda.people.models import Hub, Member, Organisation, Person
from gyda.people.models.member import Role, State
from gyda.people.who import GydaItself, Who

HUB = ("name_cy", "name_en", "place_cy", "place_en", "about_cy", "about_en", "joining")


@transaction.atomic
def open_hub(
    *, slug: str, name_cy: str, name_en: str, steward: Person, **texts: str
) -> tuple[Hub, Member]:
    """Set a hub up with its first steward."""
    if Hub.objects.filter(slug=slug).exists():
        raise SlugTaken
    hub = Hub.objects.create(slug=slug, name_cy=name_cy, name_en=name_en, **texts)
    with in_hub(hub.id):
        member = Member.objects.create(
            hub=hub, person=steward, name=steward.name, state=State.WAITING
        )
        become_member(
            who=_itself(hub), member=member, how="ADDED", now=timezone.now(), role=Role.STEWARD
        )
    return hub, member


def _itself(hub: Hub) -> Any:
    return GydaItself(hub.id)


@transaction.atomic
def change_hub(*, who: Who, hub: Hub, **values: str) -> Hub:
    """Change what the hub says of itself, and how people join it."""
    if not who.actor.is_steward:
        raise NotYours
    for name in HUB:
        setattr(hub, name, values.get(name, getattr(hub, name)))
    hub.save(update_fields=HUB)
    record(by=who, verb="hub.changed", about=who.actor, joining=hub.joining)
    return hub


@transaction.atomic
def keep_organisation(
    *,
    who: Who,
    organisation: Organisation | None = None,
    **texts: str,
) -> Organisation:
    """Add an organisation, or change what one is called."""
    if not who.actor.is_steward:
        raise NotYours
    is_new = organisation is None
    organisation = organisation or Organisation(hub_id=who.hub_id)
    for name, value in texts.items():
        setattr(organisation, name, value)
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as error:
        raise NameTaken from error
    verb = "organisation.added" if is_new else "organisation.changed"
    record(by=who, verb=verb, about=organisation, organisation=str(organisation.id))
    return organisation
