"""The same by red-dwarf; runs in the peers' environment, with nothing of ours."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import resource
import sys
import time

import numpy as np
from reddwarf.implementations.base import run_pipeline


def main(path: str) -> None:
    """Give it its list of votes, and measure from there."""
    with np.load(path) as file:
        columns = [file[name].tolist() for name in ("person", "statement", "answer")]
    votes = [
        {"participant_id": p, "statement_id": s, "vote": float(v), "modified": 0}
        for p, s, v in zip(*columns, strict=True)
    ]
    start = time.process_time()
    run_pipeline(votes=votes, random_state=0)
    cold = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cold": cold, "megabytes": peak}))


if __name__ == "__main__":
    main(sys.argv[1])
