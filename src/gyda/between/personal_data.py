"""What is held on members between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.between.models import Across, Crossing
from gyda.people.data import burn_letters_about, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
COLUMNS = ("key", "side", "why", "state", "minutes", "other_name", "words", "language", "at")


def _crossings(member: Member) -> Rows:
    rows = Crossing.objects.filter(Q(member=member) | Q(entered_by=member)).order_by("id")
    return [dict(row) for row in rows.values(*COLUMNS)]


def _forget_words(member: Member) -> None:
    rows = Crossing.objects.filter(member=member)
    burn_letters_about(rows.values_list("id", flat=True))
    rows.update(words="", other_name="")


def _across(member: Member) -> Rows:
    rows = Across.objects.filter(member=member)
    return [dict(row) for row in rows.values("code", "shows_offers")]


def _forget_across(member: Member) -> None:
    Across.objects.filter(member=member).delete()


def register_all() -> None:
    """Declare the tables. What the other hub keeps of a payment is its own member's record."""
    register(Crossing, export=_crossings, erase=_forget_words)
    register(Across, export=_across, erase=_forget_across)
