"""Print whether the bar of ballots holds: two server processes on PostgreSQL, killed at the end."""
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

from bench.ledger.server import a_server
from bench.table import Row, count, show
from bench.votes.__main__ import BAR, RATE, WARM, Bench, Told, _quick


class Ballots(Bench):
    """A database, a folder, and the processes on them."""

    driven = 0  # voters who have had their turn
    rate = RATE
    told: Told

    def sow(self, voters: int) -> None:
        """Make the tables, the hub, the ballot and the voters."""
        self._run("-m", "gyda.cli", "migrate", "-v", "0")
        self._run("-m", "gyda.cli", "createcachetable", "-v", "0")
        self._run("-m", "gyda.cli", "collectstatic", "--noinput", "-v", "0")
        (self.folder / "said.json").write_text(self._run("-m", "bench.ballots.seed", str(voters)))
        self.told = {"kept": []}

    def sustained_ballots(self, seconds: float) -> Iterator[Row]:
        """Vote for a while, once the processes are warm; the same processes all the time."""
        with self._site():
            before = self._finished(self._drive(WARM))
            told = self._finished(self._drive(seconds))
        self.told["kept"] += before["kept"] + told["kept"]
        rate = len(told["votes"]) / told["seconds"]
        yield _quick("p95 of a ballot", told["votes"], BAR)
        wanted = 0.99 * self.rate
        yield Row("ballots a second", f"{rate:.1f}", "", f">= {wanted:.0f}", rate >= wanted)
        yield count("refused or broken", before["failed"] + told["failed"])

    def killed_ballots(self, seconds: float) -> Iterator[Row]:
        """Kill the site and the database with no warning, half way; open the box and compare."""
        with self._site() as processes:
            driving = self._drive(seconds)
            time.sleep(seconds / 2)
            for process in processes:
                os.killpg(process.pid, signal.SIGKILL)
            self._kill_database()
            self.told["kept"] += self._finished(driving)["kept"]
        self._start_database()
        found = self.found(closes=True)
        number = f"{len(self.told['kept']):,}"
        yield Row("acknowledged, with those before the kill", number, "", "", True)
        yield count("roll less box", found["roll"] - found["box"])
        yield count("acknowledged and not counted", found["lost"])
        yield count("roll less counted", found["roll"] - found["counted"])

    def _drive(self, seconds: float) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "bench.ballots.drive", str(self.port)]
        command += [str(self.folder / "said.json"), "--seconds", str(seconds)]
        command += ["--rate", str(self.rate), "--first", str(self.driven)]
        self.driven += int(seconds * self.rate)
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)

    def found(self, *, closes: bool) -> Told:
        """Return what is in the database."""
        path = self.folder / "told.json"
        path.write_text(json.dumps(self.told))
        said = str(self.folder / "said.json")
        close = ["--close"] if closes else []
        found: Told = json.loads(self._run("-m", "bench.ballots.check", said, str(path), *close))
        return found

    @contextmanager
    def _site(self) -> "Iterator[list[subprocess.Popen[bytes]]]":
        gunicorn = ["-m", "gunicorn", "gyda.site.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        gunicorn += ["--workers", "2", "--threads", "8", "--log-level", "warning"]
        process = self._start(gunicorn)
        try:
            self._wait()
            yield [process]
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def main() -> int:
    """Measure, then kill everything in the middle, close, and count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--port", type=int, default=8937)
    parser.add_argument("--rate", type=float, default=RATE)
    asked = parser.parse_args()
    with a_server() as server, tempfile.TemporaryDirectory() as folder:
        bench = Ballots(server, Path(folder), asked.port)
        bench.rate = asked.rate
        bench.sow(int((asked.seconds * 4 / 3 + WARM) * asked.rate) + 1)
        rows = [*bench.sustained_ballots(asked.seconds), *bench.killed_ballots(asked.seconds / 3)]
    show(f"Ballots: {asked.rate:.0f} a second on {os.cpu_count()} cores", rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
