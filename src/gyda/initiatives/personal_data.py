"""What this room holds on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives.models import (
    Follow,
    Handover,
    Initiative,
    Invitation,
    Move,
    Programme,
    Right,
    Seat,
)
from gyda.keys.personal_data import Export
from gyda.letters.models import Letter
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = ("initiative__title_cy", "initiative__title_en")
INVITATION = ("minutes", "rhythm", "thanks", "pence", "hear_by_on", "invited_at", "answer")


def export_seats(member: Member) -> Rows:
    """Return the teams the member sat in, and for whom they spoke."""
    rows = Seat.objects.filter(member=member).order_by("id")
    return list(rows.values(*TITLE, "side", "organisation__name_cy", "joined_at", "left_at"))


def export_invitations(member: Member) -> Rows:
    """Return what the member was invited to, and their answers."""
    rows = Invitation.objects.filter(member=member).order_by("id")
    return list(rows.values(*TITLE, *INVITATION))


def erase_invitations(member: Member) -> None:
    """Forget them, and the letters that carried them; a seat they led to stays.

    What others hear of the same initiatives is theirs, and goes on its way.
    """
    mine = Invitation.objects.filter(member=member)
    about = list(mine.values_list("initiative_id", flat=True))
    Letter.objects.filter(member=member, about_id__in=about).delete()
    Seat.objects.filter(invitation__in=mine).update(invitation=None)
    mine.delete()


def export_follows(member: Member) -> Rows:
    """Return what the member follows."""
    rows = Follow.objects.filter(member=member).order_by("id")
    return list(rows.values(*TITLE, "since_at"))


def erase_follows(member: Member) -> None:
    Follow.objects.filter(member=member).delete()


def _export_deeds(model: Any) -> Export:
    """Return what hands over which rows of a table the member wrote; the words are the hub's."""
    return lambda member: list(model.objects.filter(by=member).order_by("id").values("id"))


def register_all() -> None:
    """Declare them; seats and deeds stay without a name, as the thread itself is public."""
    register(Seat, export=export_seats, erase=keep)
    register(Invitation, export=export_invitations, erase=erase_invitations)
    register(Follow, export=export_follows, erase=erase_follows)
    for model in (Initiative, Programme, Move, Right, Handover):
        register(model, export=_export_deeds(model), erase=keep)
