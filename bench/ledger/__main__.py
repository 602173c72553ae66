"""`python -m bench.ledger`: the ledger beside its peers, one table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import sys
import time

from bench import table
from bench.ledger import on_postgres, on_sqlite

START = time.monotonic()


def say(what: str) -> None:
    """Show that it goes on."""
    print(f"  {time.monotonic() - START:5.0f} s  {what}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure, and print."""
    rows = on_postgres.measure(say) + on_sqlite.measure(say)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    rounds = f"medians of {on_postgres.ROUNDS} rounds of {on_postgres.SECONDS} s"
    machine = f"{os.cpu_count()} cores, load {load}"
    print(f"\n{on_postgres.CLIENTS} client processes, durable commits, {rounds}; {machine}")
    print(table.heading())
    for row in rows:
        print(row.line())


if __name__ == "__main__":
    main()
