"""What stewards and connectors keep: the hub's figures, and where help is to be had today."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.models import CriteriaPolicy, Help
from gyda.journal.actions import record
from gyda.people.models import Organisation
from gyda.people.who import Who


@dataclass(frozen=True)
class Place:
    """A place of help."""

    need: str
    name_cy: str
    name_en: str
    how_cy: str
    how_en: str
    phone: str = ""
    organisation: Organisation | None = None


@transaction.atomic
def keep_help(
    *, who: Who, place: Place, help_id: UUID | None = None, retired: bool = False
) -> Help:
    """Add a place where help is to be had the same day, or change it."""
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    row = Help.objects.select_for_update().get(id=help_id) if help_id else Help()
    for name, value in vars(place).items():
        setattr(row, name, value)
    row.retired_at = (row.retired_at or timezone.now()) if retired else None
    row.save()
    record(by=who, verb="criteria.help_kept", about=row, public=True, need=row.need)
    return row


@transaction.atomic
def set_policy(*, who: Who, **figures: int) -> CriteriaPolicy:
    """Set the hub's figures; what was published before keeps its own."""
    if not who.actor.is_steward or who.is_acting:
        raise errors.NotForYou
    row = CriteriaPolicy.objects.select_for_update().first() or CriteriaPolicy()
    for name, value in figures.items():
        setattr(row, name, value)
    row.save()
    record(by=who, verb="criteria.policy_set", about=row, public=True,
           rise=row.most_rise, apart=row.most_apart)  # fmt: skip
    return row
