"""What of a map may be shown to anyone: counts in which no fewer than ten people can be found."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import numpy as np

from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.publish.snapshots import Snapshot, snapshot
from gyda.methods.opinion.publish.tables import Row

Plain = dict[str, Any]


def published(found: OpinionMap, before: Snapshot | None = None) -> tuple[Plain, Snapshot]:
    """Return the tables of each statement as plain values, and the snapshot for the next time.

    Per statement `everyone` and `groups`: answers that are told together, and how many people gave
    them, to the next five. `before` is the snapshot of the last publication, kept secret.
    """
    grouped, votes = found.groups, found.votes
    label = np.where(grouped.label < 0, grouped.k, grouped.label).astype(np.int32)
    counts = votes.tally(label, grouped.k + 1)
    sizes = np.bincount(label, minlength=grouped.k + 1)
    made = snapshot(grouped.names, votes.statements, counts, sizes, before)
    statements = {
        statement: {
            "everyone": _cells(table.everyone),
            "groups": {row.name: _cells(row) for row in table.rows},
        }
        for statement, table in made.tables.items()
    }
    return {"groups": list(made.names), "statements": statements}, made


def _cells(row: Row) -> list[Plain]:
    return [{"answers": list(answers), "people": people} for answers, people in row.cells]
