"""Which hub the running code works in. Safe for threads and for asyncio tasks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

_hub: ContextVar[UUID | None] = ContextVar("hub", default=None)
_everywhere: ContextVar[bool] = ContextVar("everywhere", default=False)


class NoHub(RuntimeError):
    """A row of some hub was asked for, and nobody said of which hub."""


@contextmanager
def in_hub(hub_id: UUID | None) -> Iterator[None]:
    """Run the block inside one hub: its rows are seen, no others."""
    hub, everywhere = _hub.set(hub_id), _everywhere.set(False)
    try:
        yield
    finally:
        _hub.reset(hub)
        _everywhere.reset(everywhere)


@contextmanager
def all_hubs() -> Iterator[None]:
    """Run the block over all hubs: for reading, and for batches that go hub by hub."""
    hub, everywhere = _hub.set(None), _everywhere.set(True)
    try:
        yield
    finally:
        _hub.reset(hub)
        _everywhere.reset(everywhere)


def current_hub() -> UUID:
    """Return the hub of the running code, or raise NoHub."""
    hub = _hub.get()
    if hub is None:
        raise NoHub("This code runs in no hub: wrap it in in_hub(hub_id) or, to read, all_hubs().")
    return hub


def hub_or_none() -> UUID | None:
    """Return the hub of the running code, or None where there is none."""
    return _hub.get()


def is_everywhere() -> bool:
    """Tell whether the running code said that it reads over all hubs."""
    return _everywhere.get()
