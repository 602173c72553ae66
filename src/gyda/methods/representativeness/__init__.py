"""Representativeness: who takes part beside who lives here, and what of it may be published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.representativeness.areas import by_quintile, quintile
from gyda.methods.representativeness.indices import (
    chi_squared,
    dissimilarity,
    dissimilarity_by_lot,
    dissimilarity_interval,
    theil,
)
from gyda.methods.representativeness.intervals import clopper_pearson, wilson
from gyda.methods.representativeness.published import Published, published
from gyda.methods.representativeness.renewal import (
    UNKNOWN,
    Comparison,
    Told,
    comparison,
    renewed,
)
from gyda.methods.representativeness.runs import runs, suppressed_sums
from gyda.methods.representativeness.shares import Group, Representation, representation
from gyda.methods.representativeness.suppression import LEAST, Counts, suppressed
from gyda.methods.representativeness.tables import Table, suppressed_table

__all__ = [
    "LEAST",
    "UNKNOWN",
    "Comparison",
    "Counts",
    "Group",
    "Published",
    "Representation",
    "Table",
    "Told",
    "by_quintile",
    "chi_squared",
    "clopper_pearson",
    "comparison",
    "dissimilarity",
    "dissimilarity_by_lot",
    "dissimilarity_interval",
    "published",
    "quintile",
    "renewed",
    "representation",
    "runs",
    "suppressed",
    "suppressed_sums",
    "suppressed_table",
    "theil",
    "wilson",
]
