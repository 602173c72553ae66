"""Who may see and thank for a gift of hours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.models.gift import Gift, Kind
from gyda.people.who import Who


def may_see(who: Who, gift: Gift) -> bool:
    """Its two ends; for what comes from the pot, the connectors who look after it too."""
    is_end = who.subject.id in (gift.giver_id, gift.receiver_id)
    return is_end or (gift.kind == Kind.GRANT and who.actor.is_connector)


def may_thank(who: Who, gift: Gift) -> bool:
    """A neighbour gave, and nothing has been said yet."""
    is_mine = gift.kind == Kind.NEIGHBOUR and gift.receiver_id == who.subject.id
    return is_mine and gift.thanked_at is None


def may_grant(who: Who) -> bool:
    """A connector looks after the pot, but not for themselves."""
    return who.actor.is_connector
