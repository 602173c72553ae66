"""Notes that are printed and handed out, and statements by post."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class BatchWords:
    """Notes that were printed; they count for `days` days, or for good."""

    ago: int
    minutes: int
    count: int
    days: int = 0


@dataclass(frozen=True)
class HandOutWords:
    """Notes of the batch printed last, handed out, and what became of them in the days after."""

    ago: int
    count: int
    source: str
    words: str
    language: str
    holder: str = ""
    brought: tuple[str, ...] = ()  # who brings the first, the second
    spent: str = ""  # the organisation at which the next one is spent
    lost: int = 0
    twice: str = ""  # who tries a copy of the first


@dataclass(frozen=True)
class PostWords:
    """Who gets a statement by post."""

    member: str
    rhythm: str
    ago: int
