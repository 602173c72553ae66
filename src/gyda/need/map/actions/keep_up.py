"""Keeps the maps of all conversations up to date: by the tick, or by a process of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import logging
from uuid import UUID

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from gyda.keys.context import in_hub
from gyda.need.conversations.models import Conversation, State
from gyda.need.map.actions.update import Memory, update
from gyda.need.map.models import Coming, Map
from gyda.people.models import Hub

MOST = 8  # conversations in the memory of one process
AWAKE = "opinion-maps-are-watched"  # in the cache while a process of its own looks after them
AWAKE_SECONDS = 15

log = logging.getLogger("gyda.maps")


def due() -> list[Conversation]:
    """Return the hub's conversations that go on, or whose last map is not made, or not anew."""
    maps = Map.objects.filter(conversation=OuterRef("id"))
    done = maps.filter(is_final=True, rewrites_seen=F("rewrites"))
    coming = Coming.objects.filter(conversation=OuterRef("id"), ended_at__isnull=True)
    rows = Conversation.objects.filter(Q(state=State.OPEN) | ~Exists(done))
    return list(rows.filter(~Exists(coming)))


def keep_up(*, hub_id: UUID, now: datetime.datetime) -> None:
    """Tick: bring each map up to date, unless a process of its own does it."""
    if not cache.get(AWAKE):
        for conversation in due():
            update(conversation, {}, now)


def watch(memory: Memory) -> bool:
    """Look after the maps of all hubs once; tell whether there was anything to do."""
    cache.set(AWAKE, 1, AWAKE_SECONDS)
    did = False
    for hub in Hub.objects.order_by("id").values_list("id", flat=True):
        with in_hub(hub):
            for conversation in due():
                did |= _kept_up(conversation, memory)
    while len(memory) > MOST:
        del memory[next(iter(memory))]
    return did


def _kept_up(conversation: Conversation, memory: Memory) -> bool:
    try:
        did = update(conversation, memory, timezone.now())
    except Exception:  # one map that cannot be made must not stop the others
        log.exception("The map of conversation %s failed", conversation.id)
        memory.pop(conversation.id, None)
        return False
    if conversation.state == State.CLOSED:
        memory.pop(conversation.id, None)
    return did
