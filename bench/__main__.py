"""`make bench`: every benchmark, one after the other, each in a process of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import subprocess
import sys

BENCHES = {
    "bench.ledger": "The ledger beside pgbench, django-hordak, the plain ORM and bare SQLite",
    "bench.growth": "Pages of a large hub beside the same pages of a small one",
    "bench.draw": "The lottery beside sortition-algorithms, and how true it is",
    "bench.panels": "Every shared pool brought in, drawn and explained through the pages",
    "bench.count": "Counting budgets beside pabutools",
    "bench.map": "The opinion map beside red-dwarf, and how true it is",
    "bench.route": "Votes until a new statement has twenty, under three ways of routing",
    "bench.match": "Matching on generated hubs beside newest first, distance and NEXUS' weights",
    "bench.guard": "How far fake accounts move the lists of real conversations",
    "bench.reports": "Every shared conversation brought over, mapped, and its report timed",
    "bench.ballots": "A hundred ballots a second into a sealed box, killed half way, and none lost",
    "bench.votes": "A hundred votes a second through real servers, killed half way, and none lost",
    "bench.moving": "Bringing a time bank in from tables, and taking it out again",
}


def main() -> int:
    """Run what was named, or all; return 0 when every bench ran to its end."""
    chosen = sys.argv[1:] or list(BENCHES)
    worst = 0
    for name in chosen:
        print(f"\n— {BENCHES.get(name, name)}", flush=True)
        worst |= subprocess.run([sys.executable, "-m", name], check=False).returncode
    return worst


if __name__ == "__main__":
    sys.exit(main())
