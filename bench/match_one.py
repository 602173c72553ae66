"""One way of matching on so many generated hubs: python -m bench.match_one MEMBERS WAY SEEDS."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import sys
from dataclasses import asdict

from gyda.methods.matching.simulation import ways
from gyda.methods.matching.simulation.assumptions import Assumptions
from gyda.methods.matching.simulation.run import simulate


def main() -> None:
    """Print the figures of each hub."""
    members, way, seeds = int(sys.argv[1]), getattr(ways, sys.argv[2]), int(sys.argv[3])
    told = Assumptions(members=members)
    print(json.dumps([asdict(simulate(told, way, 1000 + seed)) for seed in range(seeds)]))


if __name__ == "__main__":
    main()
