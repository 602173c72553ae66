"""Whom a letter is for: all that this room needs to know of a member."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Reader:
    """A member as a reader, or someone who is none (yet): a referee, a person referred.

    Without e-mail and phone, the letters come on paper.
    """

    member_id: UUID | None
    hub_id: UUID
    name: str
    language: str  # cy or en
    email: str | None = None
    phone: str | None = None  # E.164
    post: str = ""  # the lines of a postal address, of someone whose letters no connector carries

    @property
    def address(self) -> str:
        """Where letters go: the e-mail address, else the phone number, else nowhere."""
        return self.email or self.phone or ""
