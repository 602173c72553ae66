"""A conversation as votes come in: one vote, a thousand votes, and its state as bytes; JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import sys
import time

import numpy as np

from gyda.methods.opinion import (
    LiveMap,
    Votes,
    live_as_bytes,
    live_from_bytes,
    map_as_bytes,
    map_from_bytes,
    opinion_map,
    refreshed,
    with_later,
)
from gyda.methods.opinion.model import Fit

ONES, LATER = 1_000, 1_000


def main(path: str) -> None:
    """All votes but the last thousand are mapped; then those come."""
    with np.load(path) as file:
        person, statement, answer = file["person"], file["statement"], file["answer"]
    late = np.zeros(len(person), bool)
    late[:: -(-len(person) // LATER)] = True
    votes = Votes.of(person[~late], statement[~late], answer[~late])
    later = Votes.of(person[late], statement[late], answer[late])
    found = opinion_map(votes)
    said = _one_by_one(found.fit, votes) | {"votes": len(votes), "later": len(later)}
    start = time.process_time()
    moved = refreshed(found, with_later(votes, later))
    shown = moved.totals, moved.tallies, moved.lists.consensus.order
    said |= {"thousand": time.process_time() - start, "tables": len(shown)}
    start = time.process_time()
    kept = map_as_bytes(moved)
    map_from_bytes(kept, moved.votes)
    said |= {"keeping": time.process_time() - start, "kept": len(kept) / 1e6}
    print(json.dumps(said))


def _one_by_one(fit: Fit, votes: Votes) -> dict[str, float]:
    """Return seconds of one vote with the voter's new place, and of keeping the live map."""
    live = LiveMap.after(fit, votes)
    start = time.process_time()
    for number in range(ONES):
        live.vote(person=number, statement=number % votes.m, answer=1, before=-1)
        live.position(number)
    one = (time.process_time() - start) / ONES
    start = time.process_time()
    live_from_bytes(live_as_bytes(live))
    return {"one": one, "live": time.process_time() - start}


if __name__ == "__main__":
    main(sys.argv[1])
