"""Brings every shared pool in through the page, draws it, and opens the page of chances.

Each pool in a process of its own, over one database: the file is posted, the pool closed, the job
makes the lots as `gyda tick` does, dice are entered, and the page that explains the chances opens.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import Row, count, show

STEPS = {"file": "the file", "close": "closing", "draw": "the lot drawn, who stands by"}
POOLS = Path(__file__).resolve().parents[2] / "shared" / "data" / "lottery"


def main() -> int:
    """Print what each pool took, in CPU seconds, and whether its panel is as it should be."""
    with TemporaryDirectory() as folder:
        os.environ |= {"GYDA_VAR": folder, "GYDA_STATIC": f"{folder}/static", "GYDA_DEMO": "1"}
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        _python("gyda.cli", "migrate", "-v", "0")
        _python("gyda.cli", "createcachetable", "-v", "0")
        _python("gyda.cli", "collectstatic", "--noinput", "-v", "0")
        names = ("--name-cy", "Cwm", "--name-en", "Cwm", "--steward-name", "S")
        _python("gyda.cli", "new_hub", "cwm", *names, "--steward-email", "s@example.org")
        hold = show("Pools brought in, drawn and explained through the pages", _rows())
    return 0 if hold else 1


def _rows() -> Iterator[Row]:
    wanted = set(sys.argv[1:])
    for folder in sorted(path for path in POOLS.iterdir() if path.is_dir()):
        if wanted and folder.name not in wanted:
            continue
        found = json.loads(_python("bench.panels_pool", str(folder)).splitlines()[-1])
        took = {step: f"{seconds:.2f} s CPU" for step, seconds in found["seconds"].items()}
        name = f"{folder.name} ({found['people']:,} people, {found['seats']} seats)"
        yield Row(f"{name}: lots, by the job", took["lots"], "", "", True)
        yield Row("  the whole process: memory", f"{found['megabytes']} MB", "", "", True)
        yield Row(
            "  notes of how far the job is", str(found["noted"]), "", ">= 1", found["noted"] >= 1
        )
        for step, words in STEPS.items():
            yield Row(f"  {words}", took[step], "", "", True)
        page = f"{found['kilobytes']} kB, {found['queries']} queries"
        yield Row("  the page of chances", page, took["chances"], "", True)
        yield count("  seats not filled", found["not filled"])
        yield count("  quotas missed", found["missed"])
        yield count(
            "  chances on the page that the list of lots does not bear out", found["untrue"]
        )
        yield count("  lots whose proof fails", found["wrong"])


def _python(*command: str) -> str:
    whole = [sys.executable, "-m", *command]
    done = subprocess.run(whole, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
