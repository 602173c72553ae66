"""Finding a member by what stands on a paper: a card number or a name."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from uuid import UUID

from gyda.people.models import Card, Member
from gyda.people.models.folded import folded_name

MOST = 10


def members_called(text: str) -> list[Member]:
    """Return the active members whom the text may mean; an exact name stands for itself."""
    text = text.strip()
    if found := _by_id(text):
        return found
    digits = text.replace(" ", "")
    if digits.isdigit():
        cards = Card.objects.live().filter(number=digits).select_related("member__person")
        return [card.member for card in cards]
    folded = folded_name(text)
    if not folded:
        return []
    rows = Member.objects.active().named(folded).select_related("person")
    found = list(rows.order_by("name_folded", "id")[:MOST])
    exact = [member for member in found if member.name_folded == folded]
    return exact or found


def _by_id(text: str) -> list[Member]:
    try:
        member_id = UUID(text)
    except ValueError:
        return []
    return list(Member.objects.active().filter(id=member_id).select_related("person"))
