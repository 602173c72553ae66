"""Print votes to twenty, unevenness, group error and placement, per policy and conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
import time
from collections.abc import Sequence

import numpy as np

from bench.route import figures, policies
from bench.route.run import Route, play, start
from bench.route.truth import AT_ONCE, Truth, truth_of
from gyda.methods.shares import gini

# Conversation, statements, turns, sessions open at once on average (4: as seldom as in real logs).
VTAIWAN = ("vtaiwan.uberx", None, 37_000)
BOWLING = ("american-assembly.bowling-green", 200, 54_000)
SETTINGS = ((*VTAIWAN, AT_ONCE), (*BOWLING, AT_ONCE), (*VTAIWAN, 4.0), (*BOWLING, 4.0))
ANCHORS = {  # median and 90th percentile in opinion.md, section 4.5
    ("even chances", VTAIWAN[0]): "908, 1,833",
    ("even chances", BOWLING[0]): "1,515, 3,129",
    ("Polis's formula", VTAIWAN[0]): "922, 2,041",
    ("Polis's formula", BOWLING[0]): "1,475, 3,170",
    ("fewest first", VTAIWAN[0]): "250, 515",
    ("fewest first", BOWLING[0]): "308, 656",
    ("informed", VTAIWAN[0]): "392, 704",
    ("informed", BOWLING[0]): "487, 879",
}
POLICIES = {
    "even chances": policies.even,
    "Polis's formula": policies.polis,
    "fewest first": policies.fewest,
    "informed": policies.informed,
    "ours": policies.ours,
    "the floor": policies.newest,
}
HEAD = f"{'':<17}{'median':>8}{'p90':>8}{'Gini':>7}{'RMSE':>7}{'R²':>7}{'CPU s':>7}  in opinion.md"


def main() -> int:
    """Run every policy on every conversation, over as many seeds as asked (3)."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for name, most, votes, at_once in SETTINGS:
        print(f"\n{name}, {votes:,} turns, {at_once:g} sessions at once\n{HEAD}", flush=True)
        truths = [
            truth_of(name, votes=votes, seed=seed, most=most, at_once=at_once)
            for seed in range(seeds)
        ]
        for label, route in POLICIES.items():
            anchor = ANCHORS.get((label, name), "") if at_once == AT_ONCE else ""
            print(f"{label:<17}{_figures(truths, route)}  {anchor}", flush=True)
    print(
        "\nBar: median <= 400, p90 <= 800. The floor shows each newcomer first what lacks votes:"
        "\nnothing can be quicker, as twenty votes need twenty people's sessions."
    )
    return 0


def _figures(truths: Sequence[Truth], route: Route) -> str:
    """Play one policy on every truth and spell out what came of it."""
    began = time.process_time()
    runs = [play(start(truth, seed), route) for seed, truth in enumerate(truths)]
    waits = np.concatenate([figures.votes_to_enough(run) for run in runs])
    spread = np.mean([gini(run.counts.sum((0, 2))) for run in runs])
    error = np.mean([figures.camp_error(run) for run in runs])
    placed = np.mean([figures.placed_after(run) for run in runs])
    cpu = (time.process_time() - began) / len(truths)
    median, late = np.percentile(waits, [50, 90])
    return f"{median:>8.0f}{late:>8.0f}{spread:>7.2f}{error:>7.3f}{float(placed):>7.2f}{cpu:>7.1f}"


if __name__ == "__main__":
    sys.exit(main())
