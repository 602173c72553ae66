"""What every worker process does: wait for a case, do it again and again, tell the count."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle
from typing import TypeVar

Case = Callable[[], None]
T = TypeVar("T")
DRAWN = 50_000


def pairs(of: Sequence[T], chance: random.Random) -> Iterator[tuple[T, T]]:
    """Yield who pays whom, drawn ahead: pgbench draws in no time, Python's dice are slow."""
    return cycle([(one, other) for one, other in (chance.sample(of, 2) for _ in range(DRAWN))])


def serve(cases: Mapping[str, Case]) -> None:
    """Do what the crew's leader asks for until they hang up."""
    print("ready", flush=True)
    for line in sys.stdin:
        name, seconds = line.rsplit(maxsplit=1)
        print(json.dumps(_repeat(cases[name], float(seconds))), flush=True)


def _repeat(case: Case, seconds: float) -> dict[str, object]:
    refused: Counter[str] = Counter()
    done, slowest, start = 0, 0.0, time.perf_counter()
    before = start
    while before - start < seconds:
        try:
            case()
            done += 1
        except Exception as error:  # a refusal is counted and shown, never hidden
            refused[f"{type(error).__name__}: {error}"[:80]] += 1
        now = time.perf_counter()
        slowest, before = max(slowest, now - before), now
    return {"done": done, "seconds": before - start, "refused": refused, "slowest": slowest}
