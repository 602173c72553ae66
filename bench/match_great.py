"""One week of a great generated hub: python -m bench.match_great MEMBERS ASKS."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from gyda.methods.matching import Community, week
from gyda.methods.matching.simulation.assumptions import Assumptions
from gyda.methods.matching.simulation.world import an_ask, world


def main() -> None:
    """Print the CPU seconds of the week, all but the making of the hub, and what was brought."""
    members, many = int(sys.argv[1]), int(sys.argv[2])
    draw = np.random.default_rng(1)
    made = world(Assumptions(members=members), draw)
    owners = draw.choice(members, many, p=made.asking).tolist()
    asks = [an_ask(made, f"a{at}", owner, draw).said for at, owner in enumerate(owners)]
    hub = Community(
        [one.said for one in made.people], [one.said for one in made.offers], asks, made.blocks
    )
    began = time.process_time()
    found = week(hub, seed="2026-W47")
    print(json.dumps([time.process_time() - began, len(found)]))


if __name__ == "__main__":
    main()
