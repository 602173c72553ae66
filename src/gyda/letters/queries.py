"""Every read of letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet

from gyda.letters.kinds import Cadence, Kind, all_kinds
from gyda.letters.models import Letter, LetterChoice


def cadence_of(member_id: UUID | None, kind: Kind) -> str:
    """Return how often the member wants letters of the kind; who is none gets each at once."""
    if member_id is None:
        return Cadence.AT_ONCE
    if not kind.can_unsubscribe:
        return kind.default
    chosen = LetterChoice.objects.filter(member_id=member_id, kind=kind.name)
    return chosen.values_list("cadence", flat=True).first() or kind.default


def hub_named(hub_id: UUID) -> Any:
    """Return the hub: letters stand below people, so its model is asked for by name."""
    return apps.get_model("people", "Hub").objects.get(id=hub_id)


def cadences_of(member_id: UUID) -> dict[str, str]:
    """Return kind -> cadence, for every kind that the member may choose about."""
    rows = LetterChoice.objects.filter(member_id=member_id).values_list("kind", "cadence")
    chosen = dict(rows)
    kinds = [kind for kind in all_kinds() if kind.can_unsubscribe]
    return {kind.name: chosen.get(kind.name, kind.default) for kind in kinds}


def letters_to(member_id: UUID) -> "QuerySet[Letter]":
    """Return all letters to a member, newest first."""
    return Letter.objects.filter(member_id=member_id).order_by("-id")


def letters_to_print() -> "QuerySet[Letter]":
    """Return what waits for the printer, oldest first: paper, and what no wire could carry."""
    return Letter.objects.to_print().order_by("id")
