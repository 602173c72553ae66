"""What a steward says of a conversation that is to be brought over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Wanted:
    """Its title in both languages, the language of its statements, whose data they are."""

    title_cy: str
    title_en: str
    language: str
    source: str
    key: UUID
