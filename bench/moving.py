"""Moving a time bank in and out: 2,000 members, 20,000 transfers, 2,000 balances on SQLite."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import Row, show

MEMBERS, TRANSFERS, BAR = 2_000, 20_000, 60.0


def main() -> None:
    """Write made-up tables, bring them in and take them out; print CPU and wall seconds."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ["DATABASE_URL"] = f"sqlite:///{home / 'db.sqlite3'}"
        _tables(home / "in")
        _gyda("migrate", "-v", "0")
        names = ("--name-cy", "Cwm", "--name-en", "Cwm", "--steward-name", "S")
        _gyda("new_hub", "cwm", *names, "--steward-email", "s@example.org")
        came = _gyda("import", str(home / "in"), "--hub", "cwm", "--active")
        went = _gyda("export", str(home / "out"), "--hub", "cwm")
        _gyda("check_book")
    what = f"{MEMBERS:,} members, {TRANSFERS:,} transfers"
    show("Moving", [_row(f"import: {what}", came), _row(f"export: {what}", went)])


def _row(what: str, seconds: tuple[float, float]) -> Row:
    cpu, wall = seconds
    return Row(what, f"{cpu:.1f} s CPU, {wall:.1f} s wall", "", f"< {BAR:.0f} s", wall < BAR)


def _gyda(*command: str) -> tuple[float, float]:
    start, before = time.monotonic(), _spent()
    subprocess.run([sys.executable, "-m", "gyda.cli", *command], check=True, capture_output=True)
    return _spent() - before, time.monotonic() - start


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tables(folder: Path) -> None:
    folder.mkdir()
    chance = random.Random(4)
    people = range(1, MEMBERS + 1)
    _write(
        folder / "members.csv",
        ("number", "name", "email", "joined"),
        [(n, f"Aelod {n}", f"a{n}@example.org" if n % 10 else "", "31/03/2019") for n in people],
    )
    _write(
        folder / "transfers.csv",
        ("id", "date", "from", "to", "hours", "words"),
        [
            (
                n,
                f"{2020 + n % 5}-{n % 12 + 1:02}-{n % 28 + 1:02}",
                *chance.sample(people, 2),
                1.5,
                "",
            )
            for n in range(TRANSFERS)
        ],
    )
    _write(folder / "balances.csv", ("member", "hours"), [(n, -1.5) for n in people])


def _write(path: Path, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])


if __name__ == "__main__":
    main()
