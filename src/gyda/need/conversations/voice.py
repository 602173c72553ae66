"""Whose voice an answer is: what makes somebody one person in one conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ipaddress
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest
from typing import Any
from uuid import UUID

from gyda.need.conversations.models import Source


@dataclass(frozen=True)
class Voice:
    """One person: a member, a browser, or a mark (of a sheet, a seat, an imported row)."""

    source: Source
    member_id: UUID | None = None
    browser: str = ""
    mark: str = ""
    net: str = ""

    @property
    def key(self) -> dict[str, Any]:
        """What finds the participant in the conversation."""
        if self.member_id:
            return {"member_id": self.member_id}
        return {"mark": self.mark} if self.mark else {"browser": self.browser}

    @property
    def person(self) -> str:
        """What lots are drawn for."""
        return str(self.member_id or self.mark or self.browser)

    @property
    def is_verified(self) -> bool:
        """A member, or somebody whom whoever looks after the conversation has seen."""
        return bool(self.member_id) or self.source in (Source.PAPER, Source.ROOM)


def keyed(secret: str, what: str) -> str:
    """Return what stands for a cookie or a network in this conversation, and in no other."""
    return digest(bytes.fromhex(secret), what.encode(), sha256).hex()


def net_of(secret: str, address: str) -> str:
    """Return what stands for the network of an address: a household, not one device in it."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    length = 24 if ip.version == 4 else 56
    return keyed(secret, str(ipaddress.ip_network((ip, length), strict=False)))[:16]
