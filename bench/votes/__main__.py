"""Print whether the bar of votes holds: two server processes, the maps and the tick beside them.

Everything is on this machine: PostgreSQL as it comes out of its package (each commit waits for the
disk), the server, the process that keeps the map, and the voters themselves.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.request import urlopen

from bench.ledger.server import Server, a_server
from bench.table import Row, count, show

VOTERS, RATE, BAR = 400, 100.0, 0.2
WARM = 3.0  # seconds of votes before any is measured: a process imports at its first request
Told = dict[str, Any]


def main() -> int:
    """Measure, then kill everything in the middle, and count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--port", type=int, default=8931)
    asked = parser.parse_args()
    with a_server() as server, tempfile.TemporaryDirectory() as folder:
        bench = Bench(server, Path(folder), asked.port)
        bench.prepare()
        rows = [*bench.sustained(asked.seconds, pages=False)]
        rows += bench.sustained(asked.seconds, pages=True)
        rows += bench.killed(asked.seconds / 3)
    show(f"Votes: {RATE:.0f} a second on {os.cpu_count()} cores", rows)
    return 0


class Bench:
    """A database, a folder, and the processes on them."""

    def __init__(self, server: Server, folder: Path, port: int) -> None:
        self.server, self.folder, self.port = server, folder, port
        self.environment = os.environ | {
            "DATABASE_URL": server.create("votes"),
            "GYDA_VAR": str(folder),
            "GYDA_STATIC": str(folder / "static"),
            "GYDA_DEMO": "1",
            "GYDA_PROXY": "1",
            "PYTHONPATH": os.pathsep.join(["src", "."]),
            "OPENBLAS_NUM_THREADS": "1",
        }

    def prepare(self) -> None:
        """Make the tables, the hub and the voters."""
        self._run("-m", "gyda.cli", "migrate", "-v", "0")
        self._run("-m", "gyda.cli", "createcachetable", "-v", "0")
        self._run("-m", "gyda.cli", "collectstatic", "--noinput", "-v", "0")
        (self.folder / "said.json").write_text(self._run("-m", "bench.votes.seed", str(VOTERS)))

    def sustained(self, seconds: float, *, pages: bool) -> Iterator[Row]:
        """Vote for a while; the first seconds count as well."""
        with self._site():
            before = self._finished(self._driving(WARM, pages=pages))
            told = self._finished(self._driving(seconds, pages=pages))
            lag = self._lag()
        what = "with the page after each" if pages else "votes alone"
        yield _quick(f"{what}: p95 of a vote", told["votes"], BAR)
        if pages:
            yield _quick(f"{what}: p95 of the page", told["read"], None)
        rate = len(told["votes"]) / told["seconds"]
        yield Row(f"{what}: a second", f"{rate:.1f}", "", ">= 99", rate >= 0.99 * RATE)
        yield count(f"{what}: refused or broken", told["failed"])
        told["kept"] += before["kept"]
        yield from self._checked(told, what)
        yield Row(f"{what}: last vote on the map after", f"{lag:.1f} s", "", "", True)

    def killed(self, seconds: float) -> Iterator[Row]:
        """Kill the site and the database with no warning, half way; look what is there."""
        with self._site() as processes:
            driving = self._driving(seconds, pages=False)
            time.sleep(seconds / 2)
            for process in processes:
                os.killpg(process.pid, signal.SIGKILL)
            self._kill_database()
            told = self._finished(driving)
        self._start_database()
        yield from self._checked(told, "killed half way")

    def _checked(self, told: Told, what: str) -> Iterator[Row]:
        path = self.folder / "told.json"
        path.write_text(json.dumps(told))
        found = json.loads(
            self._run("-m", "bench.votes.check", str(self.folder / "said.json"), str(path))
        )
        yield Row(f"{what}: acknowledged", f"{len(told['kept']):,}", "", "", True)
        yield count(f"{what}: acknowledged and lost", found["lost"])
        yield count(f"{what}: tallies less votes", found["folded"] - found["stored"])

    @contextmanager
    def _site(self) -> Iterator[list[subprocess.Popen[bytes]]]:
        gunicorn = ["-m", "gunicorn", "gyda.site.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        gunicorn += ["--workers", "2", "--threads", "8", "--log-level", "warning"]
        commands = [
            gunicorn,
            ["-m", "gyda.cli", "maps"],
            ["-m", "gyda.cli", "tick", "--each", "30"],
        ]
        processes = [self._start(command) for command in commands]
        try:
            self._wait()
            yield processes
        finally:
            for process in processes:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _start(self, command: list[str]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, *command],
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
        )

    def _wait(self) -> None:
        for _try in range(300):
            try:
                urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5).close()
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise SystemExit("The site does not come up.")

    def _driving(self, seconds: float, *, pages: bool) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "bench.votes.drive", str(self.port)]
        command += [str(self.folder / "said.json"), "--seconds", str(seconds), "--rate", str(RATE)]
        command += ["--pages"] if pages else []
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)

    def _finished(self, driving: "subprocess.Popen[str]") -> Told:
        told: Told = json.loads(driving.communicate()[0])
        return told

    def _lag(self) -> float:
        """Return after how many seconds the map holds the last vote."""
        began = time.monotonic()
        asked = "select m.seen_at >= (select max(at) from need_vote) from need_map m"
        while time.monotonic() < began + 60:
            if self.server.run("psql", "-Atc", asked, "votes").strip() == "t":
                break
            time.sleep(0.1)
        return time.monotonic() - began

    def _kill_database(self) -> None:
        first = (self.server.folder / "postmaster.pid").read_text().splitlines()[0]
        os.kill(int(first), signal.SIGKILL)
        time.sleep(2)

    def _start_database(self) -> None:
        folder = self.server.folder
        (folder / "postmaster.pid").unlink(missing_ok=True)
        command = [str(self.server.programs / "pg_ctl"), "-D", str(folder), "-w", "start"]
        command += ["-l", str(folder / "log"), "-o", f"-k {folder} -c listen_addresses="]
        owner = folder.stat().st_uid or None  # PostgreSQL refuses to run as root
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=owner)

    def _run(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def _quick(what: str, times: list[float], bar: float | None) -> Row:
    if len(times) < 2:
        return Row(what, "none", "", "some", False)
    median, p95 = quantiles(times, n=100)[49], quantiles(times, n=100)[94]
    figure = f"{median * 1e3:.0f}, {p95 * 1e3:.0f} ms"
    return Row(what, figure, "", f"< {bar * 1e3:.0f} ms" if bar else "", not bar or p95 < bar)


if __name__ == "__main__":
    sys.exit(main())
