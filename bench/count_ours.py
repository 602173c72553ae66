"""Counts one election with ours and prints what it took inside the process, as JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import sys
from pathlib import Path
from time import process_time

from gyda.methods import budgets


def main(path: str, what: str) -> None:
    """Count by Add1, or explain, or count without completion."""
    before = process_time()
    election = budgets.read(Path(path).read_bytes())
    read = process_time()
    completion = "none" if what == "once" else "add1"
    outcome = budgets.equal_shares(election, completion=completion)
    counted = process_time()
    if what == "explain":
        budgets.explain(election, outcome)
    explained = process_time()
    took = {"read": read - before, "count": counted - read, "explain": explained - counted}
    sys.stdout.write(json.dumps({**took, "selected": sorted(outcome.selected)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
