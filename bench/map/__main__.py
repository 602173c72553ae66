"""Print the bars of the opinion map: speed and memory beside red-dwarf, then truth."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from bench.peers import PEERS, ROOT, ours, run, theirs
from bench.table import Row, show

# People, statements, votes, whether the peer is run, bars: cold, warm (CPU s), MB.
SIZES = (
    (2_031, 896, 226_000, True, None, None, None),
    (33_422, 783, 2_000_000, True, 1.5, 0.1, 500),
    (100_000, 1_000, 5_000_000, False, 2.0, 0.25, 700),
)
Said = dict[str, float]


def main() -> int:
    """Print both tables; the second takes about two minutes."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # for those whom we start, ours and the peer
    with tempfile.TemporaryDirectory() as folder:
        show("Opinion map: CPU seconds without imports", _speed(Path(folder)))
    show("Opinion map: truth on the shared conversations", _truth())
    return 0


def _speed(folder: Path) -> Iterator[Row]:
    for people, statements, votes, peer, *bars in SIZES:
        path = folder / "votes.npz"
        run(ours("-m", "bench.map.large", path, people, statements, votes))
        mine = _said(ours("-m", "bench.map.ours", path))
        other = None
        if peer and PEERS.exists():
            other = _said(theirs(ROOT / "bench/map/red_dwarf.py", path))
        what = f"{people:,} × {statements:,}, {int(mine['votes']):,} votes"
        yield _row(f"{what}: cold", mine, other, "cold", bars[0])
        yield _row(f"{what}: warm", mine, None, "warm", bars[1])
        yield _row(f"{what}: MB", mine, other, "megabytes", bars[2])
    yield from _as_votes_come(path, what)


def _as_votes_come(path: Path, what: str) -> Iterator[Row]:
    """Of the largest: one vote at a time, a thousand at once with all lists, and kept as bytes."""
    said = _said(ours("-m", "bench.map.live", path))
    one, many, keeping = said["one"], said["thousand"], said["keeping"]
    yield Row(f"{what}: one vote, own place", f"{one * 1e3:.3f} ms", "", "<= 1 ms", one <= 1e-3)
    later = f"{what}: {int(said['later']):,} later votes, all shown"
    yield Row(later, f"{many:.2f} s", "", "<= 1 s", many <= 1)
    kept = f"{keeping:.2f} s, {said['kept']:.0f} MB"
    yield Row(f"{what}: map to bytes and back", kept, "", "<= 1 s", keeping <= 1)


def _said(command: list[str]) -> Said:
    said: Said = json.loads(run(command).printed)
    return said


def _row(what: str, mine: Said, other: Said | None, figure: str, bar: float | None) -> Row:
    took = mine[figure]
    said = f"{took:.2f}" + (f" / {other[figure]:.2f}" if other else "")
    ratio = f"{other[figure] / took:.1f} x" if other else ""
    return Row(what, said, ratio, "" if bar is None else f"<= {bar:g}", bar is None or took <= bar)


def _truth() -> Iterator[Row]:
    lines = run(ours("-m", "bench.map.truth"), cap=1200).printed.decode().splitlines()
    found = [json.loads(line) for line in lines]
    for one in found:
        index = "none shown" if one["index"] is None else f"k={one['k']}, index {one['index']:.3f}"
        holds = one["index"] is None or one["index"] >= 0.8
        yield Row(f"{one['name'][:34]}: groups", index, "", ">= 0.8", holds)
        figures = f"{one['auc']:.3f}, {one['loss']:.3f}"
        yield Row(f"{one['name'][:34]}: AUC, log-loss", figures, "", "", True)
    auc, loss = mean(one["auc"] for one in found), mean(one["loss"] for one in found)
    yield Row("hidden votes: mean AUC", f"{auc:.4f}", "", ">= 0.880", auc >= 0.88)
    yield Row("hidden votes: mean log-loss", f"{loss:.4f}", "", "<= 0.380", loss <= 0.38)
    worst = min(one["order"] for one in found)
    yield Row("row order: least adjusted Rand index", f"{worst:.3f}", "", "= 1", worst == 1.0)


if __name__ == "__main__":
    sys.exit(main())
