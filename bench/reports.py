"""Brings every shared conversation over, makes its map, and times the pages of its report."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import Row, show

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "opinion"
BAR = 2.0
PAGES = ("report", "map_statements", "report_pdf", "report_json")


def main() -> int:
    """Print a row for each set and page; the bar is on wall time, from asking to the last byte."""
    with TemporaryDirectory() as folder:
        os.environ |= {"GYDA_VAR": folder, "GYDA_STATIC": f"{folder}/static", "GYDA_DEMO": "1"}
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        _gyda("migrate", "-v", "0")
        _gyda("createcachetable", "-v", "0")
        _gyda("collectstatic", "--noinput", "-v", "0")
        names = ("--name-cy", "Cwm", "--name-en", "Cwm", "--steward-name", "S")
        _gyda("new_hub", "cwm", *names, "--steward-email", "s@example.org")
        show("Conversations brought over, and their reports", list(_rows()))
    return 0


def _rows() -> Iterator[Row]:
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        start = time.monotonic()
        names = ("--title-cy", folder.name, "--title-en", folder.name)
        said = _gyda("bring_conversation", str(folder), "--hub", "cwm", *names)
        took = time.monotonic() - start
        yield Row(f"{folder.name[:30]}: {_figures(said)}", f"{took:.1f} s", "", "", True)
        printed = _python("bench.report_pages", said.split()[-1], *PAGES)
        for name, seconds in (line.split() for line in printed.splitlines()):
            quick = float(seconds) < BAR
            yield Row(f"{folder.name[:30]}: {name}", f"{seconds} s", "", f"< {BAR:g} s", quick)


def _figures(said: str) -> str:
    words = said.replace(",", "").split()
    return f"{words[2]} people, {words[4]} statements, {words[6]} answers"


def _gyda(*command: str) -> str:
    return _python("gyda.cli", *command)


def _python(*command: str) -> str:
    whole = [sys.executable, "-m", *command]
    done = subprocess.run(whole, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
