"""A move that is killed half-way and started again ends as if nothing had happened."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gyda.moving.tests.builders import TRANSFERS, a_table, some_members

PEOPLE, PAST = 300, 3000


def _gyda(database: Path, *command: str) -> list[str]:
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    return [sys.executable, "-m", "gyda.cli", *command]


def _run(database: Path, *command: str) -> None:
    subprocess.run(_gyda(database, *command), check=True, capture_output=True)  # noqa: S603


def _an_install(folder: Path) -> Path:
    database = folder / "db.sqlite3"
    folder.mkdir()
    _run(database, "migrate", "-v", "0")
    names = ("--name-cy", "Cwm", "--name-en", "Cwm", "--steward-name", "S")
    _run(database, "new_hub", "cwm", *names, "--steward-email", "s@example.org")
    with sqlite3.connect(database) as connection:  # nobody's name and day but those of the tables
        connection.execute("DELETE FROM journal_entry")
    return database


def _tables(folder: Path) -> Path:
    folder.mkdir()
    (folder / "members.csv").write_bytes(some_members(PEOPLE))
    rows = [
        (n, f"2020-01-{n % 28 + 1:02}", n % PEOPLE + 1, (n * 7 + 1) % PEOPLE + 1, 1.5, "")
        for n in range(PAST)
        if n % PEOPLE != (n * 7 + 1) % PEOPLE
    ]
    (folder / "transfers.csv").write_bytes(a_table(TRANSFERS, *rows))
    balances = a_table(("member", "hours"), *((n + 1, n / 4) for n in range(PEOPLE)))
    (folder / "balances.csv").write_bytes(balances)
    return folder


def _done(database: Path) -> int:
    with sqlite3.connect(database, timeout=30) as connection:
        return int(connection.execute("SELECT max(done) FROM moving_move").fetchone()[0] or 0)


def _killed(database: Path, command: list[str], after: int) -> None:
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    while running.poll() is None and _done(database) < after:
        time.sleep(0.01)
    assert running.poll() is None, "it was over before it could be killed"
    running.send_signal(signal.SIGKILL)
    running.wait()
    with sqlite3.connect(database, timeout=30) as connection:
        connection.execute("UPDATE moving_move SET leased_until = NULL")  # two minutes later


def _outcome(database: Path, folder: Path) -> dict[str, str]:
    _run(database, "check_book")
    _run(database, "export", str(folder), "--hub", "cwm")
    digests = {}
    for path in sorted(folder.glob("*.csv")):
        lines = sorted(map(_known, path.read_text().splitlines()))
        ours = [line for line in lines if "s@example.org" not in line and ",START," not in line]
        digests[path.name] = hashlib.sha256("\n".join(ours).encode()).hexdigest()
    return digests


def _known(line: str) -> str:
    """Leave out what is new in each install: the ids that are made there."""
    cells = line.split(",")
    return ",".join(cell for cell in cells if not (len(cell) == 36 and cell.count("-") == 4))


@pytest.mark.slow
@pytest.mark.sqlite
def test_killed_at_any_time_and_started_again_it_ends_the_same(tmp_path: Path) -> None:
    tables = _tables(tmp_path / "tables")
    command = ("import", str(tables), "--hub", "cwm", "--active")
    calm, torn = _an_install(tmp_path / "calm"), tmp_path / "torn" / "db.sqlite3"
    shutil.copytree(calm.parent, torn.parent)
    _run(calm, *command)
    for after in (100, 1000, 2500):
        _killed(torn, _gyda(torn, *command), after)
    _run(torn, *command)
    assert _outcome(torn, tmp_path / "torn" / "out") == _outcome(calm, tmp_path / "calm" / "out")
