"""What is held on members between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.between.models import Across, Crossing, Side
from gyda.keys.context import in_hub
from gyda.people.data import burn_letters_about, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
ENTERED = ("key", "side", "why", "state", "minutes", "at")  # for others: not to whom, or why
COLUMNS = (*ENTERED, "other_name", "words", "language")


def _crossings(member: Member) -> Rows:
    own = Crossing.objects.filter(member=member).order_by("id")
    entered = Crossing.objects.filter(entered_by=member).exclude(member=member).order_by("id")
    return [dict(row) for row in (*own.values(*COLUMNS), *entered.values(*ENTERED))]


def _forget_words(member: Member) -> None:
    rows = Crossing.objects.filter(member=member)
    burn_letters_about(rows.values_list("id", flat=True))
    partners = set(rows.values_list("partner_id", flat=True))
    rows.update(words="", other_name="")
    for partner in sorted(partners):
        with in_hub(partner):
            _forget_there(member)


def _forget_there(member: Member) -> None:
    """Take the name, and the words they wrote, out of the other end; the hours stay."""
    ends = Crossing.objects.filter(partner_id=member.hub_id, other=member.id)
    burn_letters_about(ends.values_list("id", flat=True))
    ends.update(other_name="")
    ends.filter(side=Side.IN).update(words="")


def _across(member: Member) -> Rows:
    rows = Across.objects.filter(member=member)
    return [dict(row) for row in rows.values("code", "shows_offers")]


def _forget_across(member: Member) -> None:
    Across.objects.filter(member=member).delete()


def register_all() -> None:
    """Declare the tables. The other hub keeps that hours came, not from whom."""
    register(Crossing, export=_crossings, erase=_forget_words)
    register(Across, export=_across, erase=_forget_across)
