"""Ours beside a peer: each a fresh process, judged by CPU seconds and peak memory, turn by turn.

The process that measures must stay small: Linux hands the memory peak of whoever starts a process
on to it. So nothing heavy is imported here or by those who call `race`.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.table import Row

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
CAP = 900  # CPU seconds after which a peer is not waited for
SAME = "same results"


@dataclass(frozen=True)
class Run:
    """What one process cost, what it printed, and whether it came to its end."""

    seconds: float
    megabytes: float
    printed: bytes
    done: bool


def ours(*arguments: str | Path | int) -> list[str]:
    """Return a command for our own interpreter: `ours("-m", "gyda.cli", "count", path)`."""
    return [sys.executable, *map(str, arguments)]


def theirs(*arguments: str | Path) -> list[str]:
    """Return a command for the interpreter that has the peers (`make bench` sets it up)."""
    return [str(PEERS), *map(str, arguments)]


def run(command: Sequence[str], cap: float = CAP) -> Run:
    """Run a command in a process of its own; stop it when its CPU seconds reach the cap."""
    limit = (int(cap), int(cap) + 5)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command,
            stdout=printed,
            stderr=complaints,
            cwd=ROOT,
            env=environment,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit),
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for already
        seconds = usage.ru_utime + usage.ru_stime
        if process.returncode not in (0, -signal.SIGXCPU):
            complaints.seek(0)
            raise RuntimeError(f"{command}: {complaints.read().decode()[-2000:]}")
        printed.seek(0)
        done = process.returncode == 0
        return Run(seconds, usage.ru_maxrss / 1024, printed.read(), done)


def race(
    what: str,
    mine: Sequence[str],
    other: Sequence[str] | None = None,
    *,
    faster: float | None = None,
    seconds: float | None = None,
    megabytes: float | None = None,
    rounds: int = 3,
    other_rounds: int = 1,
    cap: float = CAP,
    same: Callable[[bytes, bytes], bool] | None = None,
) -> list[Row]:
    """Run ours and the peer's in turns and return the rows of the table.

    `faster`: least ratio of CPU seconds (theirs / ours). `seconds`, `megabytes`: most that ours may
    take. `same` gets what both printed and says whether they agree. A peer that reaches the cap is
    "not done", its ratio a lower bound.
    """
    my_runs: list[Run] = []
    other_runs: list[Run] = []
    for number in range(rounds):
        my_runs.append(run(mine))
        if other is not None and number < other_rounds and not _gave_up(other_runs):
            other_runs.append(run(other, cap))
    rows = [_cpu_row(what, my_runs, other_runs, faster, seconds)]
    rows.append(_memory_row(what, my_runs, other_runs, megabytes))
    if same and other_runs and other_runs[0].done:
        agree = same(my_runs[0].printed, other_runs[0].printed)
        rows.append(Row(f"{what}: {SAME}", "yes" if agree else "no", "", "yes", agree))
    return rows


def _gave_up(runs: Sequence[Run]) -> bool:
    return any(not one.done for one in runs)


def _cpu_row(
    what: str,
    mine: Sequence[Run],
    other: Sequence[Run],
    faster: float | None,
    most: float | None,
) -> Row:
    took, theirs = median(r.seconds for r in mine), [r.seconds for r in other]
    figure, ratio, open_end = f"{took:.2f} s", None, ">" if _gave_up(other) else ""
    if theirs:
        ratio = median(theirs) / took
        figure = f"{took:.2f} / {open_end}{median(theirs):.2f} s"
    holds = (ratio is None or faster is None or ratio >= faster) and (most is None or took <= most)
    bars = [f"{sign} {bar:g} {unit}" for sign, bar, unit in _bars(faster, most)]
    said = "" if ratio is None else f"{open_end}{ratio:,.1f} x"
    return Row(f"{what}: CPU", figure, said, ", ".join(bars), holds)


def _bars(faster: float | None, most: float | None) -> list[tuple[str, float, str]]:
    named = ((">=", faster, "x"), ("<=", most, "s"))
    return [(sign, bar, unit) for sign, bar, unit in named if bar is not None]


def _memory_row(what: str, mine: Sequence[Run], other: Sequence[Run], most: float | None) -> Row:
    peak = max(r.megabytes for r in mine)
    figure, said = f"{peak:,.0f} MB", ""
    if other:
        theirs = max(r.megabytes for r in other)
        figure, said = f"{peak:,.0f} / {theirs:,.0f} MB", f"{theirs / peak:.1f} x"
    bar = "" if most is None else f"<= {most:g} MB"
    return Row(f"{what}: memory", figure, said, bar, most is None or peak <= most)
