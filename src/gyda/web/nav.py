"""What a room shows in the header: declared in gyda/ROOM/nav.py, collected by gyda.site."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

Role = Literal["anyone", "member", "connector", "steward"]
Group = Literal["need", "design", "decide", "deliver", "hub", "mine", "desk", "rules"]
STAGES: tuple[Group, ...] = ("need", "design", "decide", "deliver")
MINE = 70  # from this order on, an entry is about the reader and not about the hub
RANK: dict[Role, int] = {"anyone": 0, "member": 1, "connector": 2, "steward": 3}


@dataclass(frozen=True)
class Item:
    """One entry: its words, the name of its url inside a hub, and who gets to see it."""

    label: str | Promise
    name: str
    for_role: Role = "member"
    order: int = 60

    @property
    def group(self) -> Group:
        """Which part of the menu it stands in: a stage's, the hub's, one's own, or a role's."""
        if self.for_role in ("connector", "steward"):
            return "desk" if self.for_role == "connector" else "rules"
        if self.order >= MINE:
            return "mine"
        room = self.name.partition(":")[0]
        return next((stage for stage in STAGES if stage == room), "hub")


def may_see(wanted: Role, has: Role) -> bool:
    """Tell whether a reader with one role is shown what another role is meant to see.

    >>> may_see("member", "steward"), may_see("connector", "member")
    (True, False)
    """
    return RANK[has] >= RANK[wanted]
