"""Brings the map of a conversation up to date: one process at a time, from where the last was.

Nobody's single vote may be seen in what is shown: it changes when ten people or more have voted
since it last did, or when the conversation is closed. The counts go by their own, stricter rule.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone

from gyda.methods.opinion.keeping import opening_from_bytes
from gyda.methods.opinion.map import NEW, OpinionMap
from gyda.need.conversations.models import Conversation, State, Vote
from gyda.need.map.actions.store import store
from gyda.need.map.held import Held
from gyda.need.map.making import Made, follows, moved_on, whole
from gyda.need.map.models import Map
from gyda.need.map.shown import CROWD

LEASE = datetime.timedelta(minutes=2)
GROWTH, STEP = 1.1, 20  # a full map when votes have grown by a tenth, and by so many
HOUR = datetime.timedelta(hours=1)

Memory = dict[UUID, Held]


def update(
    conversation: Conversation, memory: Memory, now: datetime.datetime | None = None
) -> bool:
    """Do what there is to do for one conversation; tell whether there was anything.

    `memory` is the process's own: with it, only later votes are read.
    """
    now, token = now or timezone.now(), uuid4()
    if not _is_due(_map_of(conversation), memory) or not _leased(conversation, token, now):
        return False
    mine = Map.objects.filter(conversation=conversation, leased_by=token)
    try:
        return _update(mine.select_related("conversation").get(), memory, now)
    finally:
        mine.update(leased_by=None, leased_until=None)


def _map_of(conversation: Conversation) -> Map:
    rows = Map.objects.select_related("conversation").defer("shown", "tables", "kept", "counts")
    map_ = rows.filter(conversation=conversation).first()
    if map_ is None:
        hub = {"hub_id": conversation.hub_id}
        map_, _is_new = Map.objects.get_or_create(conversation=conversation, defaults=hub)
    return map_


def _is_due(map_: Map, memory: Memory) -> bool:
    if _is_last(map_) or map_.rewrites != map_.rewrites_seen:
        return True
    held = memory.get(map_.conversation_id)
    if held is None or held.version != map_.version:
        return _has_news(map_)
    return held.has_news()


def _is_last(map_: Map) -> bool:
    """Tell whether the conversation is closed and waits for its last map."""
    return map_.conversation.state == State.CLOSED and not map_.is_final


def _leased(conversation: Conversation, token: UUID, now: datetime.datetime) -> bool:
    """Take the map, unless another process works on it."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    rows = Map.objects.filter(free, conversation=conversation)
    return bool(rows.update(leased_by=token, leased_until=now + LEASE))


def _update(map_: Map, memory: Memory, now: datetime.datetime) -> bool:
    if not _is_due(map_, memory):
        return False
    held = memory.get(map_.conversation_id)
    is_anew = _is_last(map_) or map_.rewrites != map_.rewrites_seen
    if held is None or held.version != map_.version or is_anew:
        held = memory[map_.conversation_id] = _read(map_)
    elif not held.look():
        return False
    last = held.made
    if is_anew or last is None or _full_is_due(map_, held, last, now):
        before = last.found.standing if last else NEW
        held.made, is_full = whole(held.material, before, _known(map_, held)), True
    else:
        held.made, is_full = moved_on(last, held.material), False
    held.version = store(map_, held, is_full=is_full, now=now)
    return True


def _known(map_: Map, held: Held) -> list[str]:
    """Return who was set aside when it was still known where they came from."""
    came = held.material.came
    return [one for one in map_.aside if one in came and came[one].source < 0]


def _has_news(map_: Map) -> bool:
    """Tell it from the table, for a process that holds nothing or not the latest."""
    votes = Vote.objects.filter(conversation_id=map_.conversation_id)
    return (votes.filter(at__gt=map_.seen_at) if map_.seen_at else votes).exists()


def _read(map_: Map) -> Held:
    """Read everything, and what the next map goes on from."""
    held = Held.read(map_.conversation)
    held.version = map_.version
    if map_.kept:
        opening = opening_from_bytes(bytes(map_.kept))
        held.made = _opened(held, map_, opening)
    if map_.shown_seen_at:
        votes = Vote.objects.filter(conversation=map_.conversation, at__gt=map_.shown_seen_at)
        since = votes.values_list("participant_id", flat=True).distinct()[:CROWD]
        held.voted = {held.names[one] for one in since if one in held.names}
    return held


def _opened(held: Held, map_: Map, opening: OpinionMap) -> Made:
    material = held.material.without(map_.aside)
    alarms = tuple(map_.shown.get("guard", {}).get("alarms", ()))
    return Made(material, opening, None, alarms, len(map_.aside))


def _full_is_due(map_: Map, held: Held, last: Made, now: datetime.datetime) -> bool:
    votes = len(held.material.votes)
    has_grown = votes >= max(GROWTH * map_.full_votes, map_.full_votes + STEP)
    is_old = map_.full_at is None or map_.full_at < now - HOUR
    return has_grown or is_old or not follows(last, held.material)
