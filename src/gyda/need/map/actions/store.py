"""Stores a map that was made, and decides what of it is shown by now."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django.db.models import F

from gyda.methods.opinion.keeping import opening_as_bytes
from gyda.methods.opinion.publish.everyone import published
from gyda.need.conversations.models import Participant, State
from gyda.need.map.engine import as_engine
from gyda.need.map.held import Held
from gyda.need.map.making import Made
from gyda.need.map.models import Map
from gyda.need.map.shown import CROWD, as_shown
from gyda.need.map.snapshots import as_plain, from_plain

Values = dict[str, Any]


def store(map_: Map, held: Held, *, is_full: bool, now: datetime.datetime) -> int:
    """Store what `held.made` is, if the map is still ours; return its version."""
    made = held.made
    assert made is not None
    is_final = map_.conversation.state == State.CLOSED
    values: Values = {
        "engine": as_engine(made.found),
        "votes": len(made.material.votes),
        "seen_at": held.seen_at,
        "rewrites_seen": map_.rewrites,
        "is_final": is_final,
    }
    if is_full:
        values |= _full(made, now)
    if is_final or not map_.shown or len(held.voted) >= CROWD:
        values |= _shown(map_, made, is_full=is_full) | _when(held, now)
        held.voted = set()
    rows = Map.objects.filter(id=map_.id, leased_by=map_.leased_by)
    if rows.update(version=F("version") + 1, **values) and is_final:
        forget_networks(map_)
    for name, value in values.items():
        setattr(map_, name, value)
    return map_.version + 1


def _full(made: Made, now: datetime.datetime) -> Values:
    return {
        "kept": opening_as_bytes(made.found),
        "aside": sorted(made.material.out),
        "full_votes": len(made.material.votes),
        "full_at": now,
    }


def _shown(map_: Map, made: Made, *, is_full: bool) -> Values:
    """Return what is for everyone; of fewer than ten people nothing is said."""
    if made.found.votes.n < CROWD:
        return {"shown": {}, "tables": {}, "counts": {}}
    shown: Values = {"shown": as_shown(made)}
    if is_full:
        tables, counts = published(made.found, from_plain(map_.counts))
        shown |= {"tables": tables, "counts": as_plain(counts)}
    return shown


def _when(held: Held, now: datetime.datetime) -> Values:
    return {"shown_at": now, "shown_seen_at": held.seen_at}


def forget_networks(map_: Map) -> None:
    """Forget from which networks people came: they were for this one map."""
    people = Participant.objects.filter(conversation_id=map_.conversation_id)
    people.exclude(net="").update(net="")
