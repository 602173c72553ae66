"""Client processes that do one case for a while when told to, and count what they did."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, cast

LOCKED = "locked"


@dataclass
class Tally:
    """What a crew did in one round."""

    done: int
    seconds: float
    refused: dict[str, int] = field(default_factory=dict)
    slowest: float = 0.0

    @property
    def rate(self) -> float:
        return self.done / self.seconds


class Crew:
    """Some processes with one connection each."""

    def __init__(self, size: int, worker: str, url: str) -> None:
        environment = os.environ | {"DATABASE_URL": url}
        self.workers = [
            subprocess.Popen(
                [sys.executable, "-m", worker, str(number)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=environment,
            )
            for number in range(size)
        ]
        for worker_process in self.workers:
            assert _stdout(worker_process).readline() == "ready\n", "a worker did not start"

    def run(self, case: str, seconds: float, clients: int | None = None) -> Tally:
        """Let all (or some) do a case for so many seconds, at the same time."""
        chosen = self.workers[:clients]
        for worker in chosen:
            _stdin(worker).write(f"{case} {seconds}\n")
            _stdin(worker).flush()
        return _sum([json.loads(_stdout(worker).readline()) for worker in chosen])

    def end(self) -> None:
        """Send everybody home."""
        for worker in self.workers:
            _stdin(worker).close()
            worker.wait(30)


def _sum(parts: Sequence[dict[str, object]]) -> Tally:
    tally = Tally(0, 0.0)
    for part in parts:
        tally.done += cast(int, part["done"])
        tally.seconds += cast(float, part["seconds"]) / len(parts)
        tally.slowest = max(tally.slowest, cast(float, part["slowest"]))
        for name, count in cast(dict[str, int], part["refused"]).items():
            tally.refused[name] = tally.refused.get(name, 0) + count
    return tally


@contextmanager
def a_crew(size: int, worker: str, url: str) -> Iterator[Crew]:
    """Start a crew and end it."""
    crew = Crew(size, worker, url)
    try:
        yield crew
    finally:
        crew.end()


def _stdin(worker: "subprocess.Popen[str]") -> IO[str]:
    return cast(IO[str], worker.stdin)


def _stdout(worker: "subprocess.Popen[str]") -> IO[str]:
    return cast(IO[str], worker.stdout)
