"""The last published counts, with the exact ones behind them, kept for the next publication."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import numpy as np

from gyda.methods.opinion.publish.cells import ladder
from gyda.methods.opinion.publish.snapshots import Snapshot
from gyda.methods.opinion.publish.tables import Row, Table

Plain = dict[str, Any]


def as_plain(made: Snapshot) -> Plain:
    """Return a snapshot as plain values. Secret: it has exact counts of any size."""
    tables = {
        statement: {
            "everyone": _plain_row(table.everyone),
            "rows": [_plain_row(row) for row in table.rows],
            "exact": table.exact.tolist(),
            "levels": [table.level, *table.levels],
            "first": table.first,
        }
        for statement, table in made.tables.items()
    }
    return {"names": list(made.names), "tables": tables}


def from_plain(kept: Plain) -> Snapshot | None:
    """Return the snapshot; None where there is none yet."""
    if not kept:
        return None
    return Snapshot(
        tuple(kept["names"]), {name: _table(one) for name, one in kept["tables"].items()}
    )


def _plain_row(row: Row) -> list[Any]:
    return [row.name, [[list(answers), people] for answers, people in row.cells]]


def _row(kept: list[Any]) -> Row:
    name, cells = kept
    return Row(name, tuple((tuple(answers), people) for answers, people in cells))


def _table(kept: Plain) -> Table:
    return Table(
        everyone=_row(kept["everyone"]),
        rows=tuple(_row(one) for one in kept["rows"]),
        exact=np.array(kept["exact"], np.int64),
        level=kept["levels"][0],
        levels=tuple(kept["levels"][1:]),
        partitions=ladder(kept["first"]),
    )
