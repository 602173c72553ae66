"""The signed link that stops letters of a kind: it works without signing in, and for good."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.db import transaction

from gyda.letters.actions import choose
from gyda.letters.kinds import Cadence, Kind, all_kinds

SALT = "gyda.letters.stop"


@dataclass(frozen=True)
class Wish:
    """Whose letters of which kinds are to stop."""

    member_id: UUID
    kinds: list[Kind]


def token_for(hub_id: UUID, member_id: UUID, kinds: Sequence[str]) -> str:
    """Return the token of the link."""
    return signing.dumps([hub_id.hex, member_id.hex, *kinds], salt=SALT)


def wish_of(token: str, hub_id: UUID) -> Wish | None:
    """Return what a token asks for, or None when it is not one of ours for this hub."""
    try:
        hub, member, *names = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    if UUID(hub) != hub_id:
        return None
    kinds = [kind for kind in all_kinds() if kind.name in names and kind.can_unsubscribe]
    return Wish(UUID(member), kinds)


@transaction.atomic
def stop(wish: Wish) -> None:
    """Send the member no more letters of these kinds."""
    for kind in wish.kinds:
        choose(member_id=wish.member_id, kind=kind.name, cadence=Cadence.OFF)
