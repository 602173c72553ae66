"""Counting budgets beside pabutools: CPU seconds, memory, and the same winners."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.peers import ROOT, ours, race, run, theirs
from bench.table import Row, show

ELECTIONS = ROOT.parent / "shared" / "data" / "pb"
LODZ = ELECTIONS / "Poland_Lodz_2022.pb"
WIELICZKA = ELECTIONS / "Poland_Wieliczka_2023_Green_Budget.pb"
URSYNOW = ELECTIONS / "Poland_Warszawa_2020_Ursynow.pb"
OURS, PABUTOOLS = "bench/count_ours.py", "bench/count_pabutools.py"


def main() -> int:
    """Print all rows."""
    show("Budgets beside pabutools, exact, merged ballots", rows())
    return 0


def rows() -> Iterator[Row]:
    """Yield the rows of the issue's table."""
    yield from race(
        "Łódź 2022 Add1, gyda count to JSON",
        ours("-m", "gyda.cli", "count", LODZ, "--json"),
        theirs(PABUTOOLS, LODZ),
        faster=50,
        megabytes=250,
        same=_same,
    )
    yield from race(
        "Wieliczka Add1, whole process",
        ours(OURS, WIELICZKA, "add1"),
        theirs(PABUTOOLS, WIELICZKA),
    )
    yield _inside("Wieliczka Add1, inside the process", WIELICZKA, cap=900, least=100)
    yield _inside("Ursynów 2020 Add1, inside the process", URSYNOW, cap=400, least=100)
    told = json.loads(run(ours(OURS, WIELICZKA, "explain")).printed)
    took = told["explain"]
    yield Row("Wieliczka: effective support of all 64", f"{took:.2f} s", "", "<= 1 s", took <= 1)
    yield from _million()


def _same(mine: bytes, other: bytes) -> bool:
    return bool(sorted(json.loads(mine)["selected"]) == json.loads(other)["selected"])


def _inside(what: str, path: Path, cap: float, least: float) -> Row:
    """Compare reading and counting alone, without the start of either process."""
    mine = [json.loads(run(ours(OURS, path, "add1")).printed) for _ in range(3)]
    took = sorted(one["read"] + one["count"] for one in mine)[1]
    other = run(theirs(PABUTOOLS, path), cap)
    told = json.loads(other.printed) if other.done else {"read": 0.0, "count": other.seconds}
    longer = told["read"] + told["count"]
    more = "" if other.done else ">"
    figure = f"{took:.3f} / {more}{longer:.1f} s"
    return Row(
        what, figure, f"{more}{longer / took:.0f} x", f">= {least:g} x", longer / took >= least
    )


def _million() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "million.pb")
        subprocess.run([sys.executable, "bench/count_million.py", path], cwd=ROOT, check=True)
        for words, how in (("one count", "once"), ("Add1", "add1")):
            what = f"1,000,000 voters x 500 projects, {words}"
            yield from race(what, ours(OURS, path, how), seconds=10, megabytes=1000, rounds=1)


if __name__ == "__main__":
    sys.exit(main())
