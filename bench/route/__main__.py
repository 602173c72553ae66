"""Print votes to twenty, unevenness, group error and placement, per policy and conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
import time

import numpy as np

from bench.route import figures, policies
from bench.route.run import play, start
from bench.route.truth import truth_of
from gyda.methods.shares import gini

# Conversation, statements, turns, sessions open at once (4: as in real logs; 12: a busy evening).
SETTINGS = (
    ("vtaiwan.uberx", None, 37_000, 4),
    ("american-assembly.bowling-green", 200, 54_000, 4),
    ("american-assembly.bowling-green", 200, 54_000, 12),
)
POLICIES = {
    "even chances": policies.even,
    "Polis's formula": policies.polis,
    "ours": policies.ours,
    "the floor": policies.newest,
}
HEAD = f"{'':<17}{'median':>8}{'p90':>8}{'Gini':>7}{'RMSE':>7}{'R²':>7}{'CPU s':>7}"


def main() -> int:
    """Run every policy on every conversation, over as many seeds as asked (1)."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for name, most, votes, at_once in SETTINGS:
        print(f"\n{name}, {votes:,} turns, {at_once} sessions at once\n{HEAD}", flush=True)
        truths = [
            truth_of(name, votes=votes, seed=seed, most=most, at_once=at_once)
            for seed in range(seeds)
        ]
        for label, route in POLICIES.items():
            began = time.process_time()
            runs = [play(start(truth, seed), route) for seed, truth in enumerate(truths)]
            waits = np.concatenate([figures.votes_to_enough(run) for run in runs])
            spread = np.mean([gini(run.counts.sum((0, 2))) for run in runs])
            error = np.mean([figures.camp_error(run) for run in runs])
            placed = np.mean([figures.placed_after(run) for run in runs])
            cpu = (time.process_time() - began) / seeds
            median, late = np.percentile(waits, [50, 90])
            print(
                f"{label:<17}{median:>8.0f}{late:>8.0f}{spread:>7.2f}{error:>7.3f}"
                f"{placed:>7.2f}{cpu:>7.1f}",
                flush=True,
            )
    print(
        "\nBar: median <= 400, p90 <= 800. The floor shows each newcomer first what lacks votes:"
        "\nnothing can be quicker, as twenty votes need twenty people's sessions."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
