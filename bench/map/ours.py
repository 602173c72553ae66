"""Maps such a file, whole and then again warm, and prints CPU seconds and memory as JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import resource
import sys
import time

import numpy as np

from gyda.methods.opinion import Votes, opinion_map, refreshed


def main(path: str) -> None:
    """Cold: sort, fit, stability, groups, lists, tests. Warm: one sweep, groups, tallies."""
    with np.load(path) as file:
        person, statement, answer = file["person"], file["statement"], file["answer"]
    start = time.process_time()
    votes = Votes.of(person, statement, answer)
    found = opinion_map(votes)
    mapped = time.process_time()
    worked_out: tuple[object, ...] = found.lists, found.tests, found.tallies
    cold = time.process_time()
    moved = refreshed(found, votes)
    worked_out += (moved.tallies, moved.totals)
    warm = time.process_time()
    said = {
        "votes": len(votes),
        "map": mapped - start,
        "cold": cold - start,
        "warm": warm - cold,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "groups": found.groups.k,
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1])
