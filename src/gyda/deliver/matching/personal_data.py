"""What matching holds on a member: handed over, and gone when they are."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.deliver.matching.models import MatchWish, Suggestion
from gyda.people.data import burn_letters_about, register
from gyda.people.models import Member

WISH = ("most", "reach_km", "is_young")
SUGGESTION = ("id", "ask_id", "offer_id", "reasons", "suggested_at", "declined_at")


def _wishes(member: Member) -> list[dict[str, Any]]:
    return list(MatchWish.objects.filter(member=member).values(*WISH))


def _forget_wishes(member: Member) -> None:
    MatchWish.objects.filter(member=member).delete()


def _suggestions(member: Member) -> list[dict[str, Any]]:
    return list(Suggestion.objects.filter(helper=member).order_by("id").values(*SUGGESTION))


def _forget_suggestions(member: Member) -> None:
    """What was brought to them, and their asks that were brought to others."""
    rows = Suggestion.objects.filter(Q(helper=member) | Q(ask__member=member))
    burn_letters_about(list(rows.values_list("id", flat=True)))
    rows.delete()


def register_all() -> None:
    """Declare the tables."""
    register(MatchWish, export=_wishes, erase=_forget_wishes)
    register(Suggestion, export=_suggestions, erase=_forget_suggestions)
