"""The lottery beside sortition-algorithms, and how true it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.peers import ROOT, ours, run, theirs
from bench.table import Row, count, show

POOLS = ROOT.parent / "shared" / "data" / "lottery"
CAP = 40  # CPU seconds after which the peer is not waited for: a run takes a quarter of an hour
PEER = Path(__file__).with_name("draw_peer.py")
LARGE = {"uk_20000_150": 150.0, "like_sf_e_110": 60.0, "uk_5000_100": 60.0}
BEST = {
    "like_mass_24": 0.230769, "opendlp_monitoring_30": 0.296703, "sf_fixture_22": 0.090909,
    "like_sf_c_44": 0.066964, "like_sf_b_20": 0.036585, "like_hd_30": 0.052632,
    "like_sf_a_35": 0.046729, "like_sf_d_40": 0.037879, "like_obf_30": 0.030303,
    "like_nexus_170": 0.3125, "sfbench_300_45": 0.15, "sfbench_500_75": 0.15,
    "sfbench_750_112": 0.149333, "like_cca_75": 0.031359, "example_small_20": 0.1,
    "example_large_200": 0.1, "like_sf_e_110": 0.02063, "tight_hd_30": 0.035294,
    "tight_sf_a_35": 0.042105, "tight_mass_36": 0.144205, "uk_5000_100": 0.007719,
    "uk_20000_150": 0.002334,
}  # fmt: skip


def main() -> int:
    """Print each row as soon as it is known."""
    title = "Lottery: leximin, proof and 1,000 lots, beside sortition-algorithms' maximin"
    return 0 if show(title, _rows()) else 1


def _rows() -> Iterator[Row]:
    ratios: list[float] = []
    for folder in sorted(path for path in POOLS.iterdir() if path.is_dir()):
        yield from _pool(folder, ratios)
    if ratios:
        ratio, said = median(ratios), f"median of {len(ratios)} pools that both finished"
        yield Row(f"{said}: CPU", "", f"{ratio:.1f} x", ">= 5 x", ratio >= 5)
    yield from _brute()


def _pool(folder: Path, ratios: list[float]) -> Iterator[Row]:
    name, seats = folder.name, json.loads((folder / "meta.json").read_text())["k"]
    files = folder / "respondents.csv", folder / "categories.csv"
    mine = run(ours("-m", "gyda.cli", "draw", *files, "--seats", str(seats), "--json"))
    found = json.loads(mine.printed)
    most = LARGE.get(name, 15.0)
    figure, ratio = f"{mine.seconds:.2f} s", ""
    if name not in LARGE:
        other = run(theirs(PEER, folder, str(seats)), CAP)
        if other.done:
            ratios.append(other.seconds / mine.seconds)
        theirs_took = f"{other.seconds:.1f} s" if other.done else f"over {CAP} s"
        figure = f"{mine.seconds:.2f} / {theirs_took}"
        ratio = f"{'' if other.done else '>'}{other.seconds / mine.seconds:.1f} x"
    yield Row(f"{name}: CPU", figure, ratio, f"<= {most:g} s", mine.seconds <= most)
    yield Row(f"{name}: memory", f"{mine.megabytes:.0f} MB", "", "<= 350 MB", mine.megabytes <= 350)
    off = abs(found["minimum"] - BEST.get(name, found["minimum"]))
    yield Row(f"{name}: lowest chance", f"{found['minimum']:.6f}", "", "best", off <= 1e-6)
    yield count(f"{name}: seats beyond rounding", found["rounded"]["missed"])


def _brute() -> Iterator[Row]:
    """Ask more than 1,000 small pools that have panels, households among them."""
    done = run(ours("-m", "gyda.methods.lottery.tests.brute", "1300"))
    compared, wrong = map(int, done.printed.split())
    yield count(f"{compared} small pools against all panels: off by > 1e-6", wrong)


if __name__ == "__main__":
    raise SystemExit(main())
