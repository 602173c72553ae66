"""Opinion maps: who votes alike, what joins the groups, what to ask next, what may be shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gyda.methods.opinion.adding import with_later
    from gyda.methods.opinion.forecasting import forecast
    from gyda.methods.opinion.groups import Groups
    from gyda.methods.opinion.guard.mapping import GuardedMap, as_guarded_record, guarded_map
    from gyda.methods.opinion.guard.weights import Guarded, guarded
    from gyda.methods.opinion.identity import Standing
    from gyda.methods.opinion.intervals import Ranking
    from gyda.methods.opinion.keeping import (
        live_as_bytes,
        live_from_bytes,
        map_as_bytes,
        map_from_bytes,
        opening_as_bytes,
        opening_from_bytes,
    )
    from gyda.methods.opinion.lists import Lists
    from gyda.methods.opinion.live import LiveMap
    from gyda.methods.opinion.map import OpinionMap, capped, opinion_map, refreshed
    from gyda.methods.opinion.polis import Conversation, as_flat, as_polis, conversation, from_flat
    from gyda.methods.opinion.publish.everyone import published
    from gyda.methods.opinion.publish.rows import check_rows, coarse, pseudonym
    from gyda.methods.opinion.publish.snapshots import Snapshot, snapshot
    from gyda.methods.opinion.record import as_record, standing_from
    from gyda.methods.opinion.routing.chances import Policy, Pool, chances, information, votes_near
    from gyda.methods.opinion.routing.exposure import Exposure, Shown
    from gyda.methods.opinion.routing.watch import Watch, watch
    from gyda.methods.opinion.stability import Stability
    from gyda.methods.opinion.votes import Votes

__all__ = [
    "Conversation",
    "Exposure",
    "Groups",
    "Guarded",
    "GuardedMap",
    "Lists",
    "LiveMap",
    "OpinionMap",
    "Policy",
    "Pool",
    "Ranking",
    "Shown",
    "Snapshot",
    "Stability",
    "Standing",
    "Votes",
    "Watch",
    "as_flat",
    "as_guarded_record",
    "as_polis",
    "as_record",
    "capped",
    "chances",
    "check_rows",
    "coarse",
    "conversation",
    "forecast",
    "from_flat",
    "guarded",
    "guarded_map",
    "information",
    "live_as_bytes",
    "live_from_bytes",
    "map_as_bytes",
    "map_from_bytes",
    "opening_as_bytes",
    "opening_from_bytes",
    "opinion_map",
    "pseudonym",
    "published",
    "refreshed",
    "snapshot",
    "standing_from",
    "votes_near",
    "watch",
    "with_later",
]

# Numpy's and scipy's parts take a second to import on a busy machine, and most who import from
# here need one part: each is imported when it is first asked for (PEP 562).
HOME = {
    "adding": "with_later",
    "forecasting": "forecast",
    "groups": "Groups",
    "guard.mapping": "GuardedMap as_guarded_record guarded_map",
    "guard.weights": "Guarded guarded",
    "identity": "Standing",
    "intervals": "Ranking",
    "keeping": "live_as_bytes live_from_bytes map_as_bytes map_from_bytes "
    "opening_as_bytes opening_from_bytes",
    "lists": "Lists",
    "live": "LiveMap",
    "map": "OpinionMap capped opinion_map refreshed",
    "polis": "Conversation as_flat as_polis conversation from_flat",
    "publish.rows": "check_rows coarse pseudonym",
    "publish.snapshots": "Snapshot snapshot",
    "publish.everyone": "published",
    "record": "as_record standing_from",
    "routing.chances": "Policy Pool chances information votes_near",
    "routing.exposure": "Exposure Shown",
    "routing.watch": "Watch watch",
    "stability": "Stability",
    "votes": "Votes",
}
_HOME_OF = {name: module for module, names in HOME.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Return a public name out of the module where it is at home."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
