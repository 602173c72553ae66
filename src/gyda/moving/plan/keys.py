"""Keys that follow from what a row says: the same row finds its own key again, in any run."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar
from uuid import UUID

from gyda.keys.context import current_hub

T = TypeVar("T")
UNDATED = datetime.date(2000, 1, 1)  # for keys of rows that name no day: the same on any day
AT_ONCE = 500  # as many keys as one statement is asked about


def key_of(what: str, text: str, at: datetime.datetime) -> UUID:
    """Return a UUIDv7 of that moment whose other bits are the digest of what it stands for."""
    digest = hashlib.sha256(f"{current_hub()}|{what}|{text}".encode()).digest()
    bits = int.from_bytes(digest[:10], "big")
    milliseconds = max(0, int(at.timestamp() * 1000))
    low = bits & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 7 << 76 | (bits >> 62 & 0xFFF) << 64 | 0b10 << 62 | low)


def chunks(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Yield the items, so many at a time."""
    source = iter(items)
    while chunk := list(islice(source, size)):
        yield chunk


def noon(day: datetime.date) -> datetime.datetime:
    """Return the noon of a day in UTC."""
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)


def among(values: Sequence[str]) -> Iterator[list[str]]:
    """Yield what is not empty, each once, in chunks."""
    return chunks(sorted({value for value in values if value}))
