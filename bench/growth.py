"""Times pages of a hub with 100,000 members and 1,000,000 transfers beside one a thousandth of it.

Each size has a database of its own; the two take turns page by page, so that a noisy machine
hurts both alike. `python -m bench.growth [sqlite|postgres] [MEMBERS TRANSFERS]`.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

FULL = ("100000", "1000000")
ENGINES = ("sqlite", "postgres")


@contextmanager
def _databases(engine: str) -> Iterator[tuple[str, str]]:
    """Yield the urls of two empty databases."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory(prefix="gyda-growth-") as folder:
            at = f"sqlite:///{folder}"
            yield f"{at}/small.sqlite3", f"{at}/large.sqlite3"
        return
    import psycopg

    from tests.on_postgres import a_server

    with a_server() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE small")
        yield url.replace("/gyda?", "/small?"), url


def _measure(engine: str, members: str, transfers: str) -> int:
    with _databases(engine) as (small, large):
        environment = os.environ | {"DATABASE_URL": large, "GYDA_DEMO": ""}
        command = [sys.executable, "-m", "bench.growth_pages", small, members, transfers]
        return subprocess.run(command, env=environment, check=False).returncode


def main() -> int:
    """Measure on the engines asked for; return 0 when every page keeps within its bounds."""
    engines = [a for a in sys.argv[1:] if a in ENGINES] or list(ENGINES)
    size = [a for a in sys.argv[1:] if a.isdigit()] or list(FULL)
    return max(_measure(engine, *size) for engine in engines)


if __name__ == "__main__":
    sys.exit(main())
