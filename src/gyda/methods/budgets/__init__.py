# SPDX-License-Identifier: AGPL-3.0-or-later
"""Counting participatory budgets: fair rules, exact results, reasons for every project.

>>> import gyda.methods.budgets as budgets
>>> election = budgets.election(
...     budget=100,
...     projects={"park": 60, "road": 60, "bench": 30},
...     ballots=[["park", "road"]] * 6 + [["bench"]] * 4,
... )
>>> outcome = budgets.equal_shares(election)
>>> outcome.selected, outcome.cost
(('park', 'bench'), Fraction(90, 1))
>>> support = budgets.explain(election, outcome)["road"]
>>> support.effective, support.lacked, support.more_supporters
(Fraction(1, 1), Fraction(0, 1), 1)

`read` takes a Pabulib file. Nothing here reads a clock, a file or a source of chance.
"""

from gyda.methods.budgets.completion import NAMED, Completion
from gyda.methods.budgets.equal_shares import equal_shares
from gyda.methods.budgets.explain import Support, explain, why
from gyda.methods.budgets.greedy import greedy
from gyda.methods.budgets.limits import Cap, Limits, Reason, Threshold
from gyda.methods.budgets.model import (
    Ballot,
    Election,
    Merged,
    Project,
    election,
    exactly,
    natural,
)
from gyda.methods.budgets.outcome import Outcome, Step
from gyda.methods.budgets.overspending import bounded_overspending
from gyda.methods.budgets.pabulib import Document, document_of, election_of, read, tables_of, write
from gyda.methods.budgets.phragmen import phragmen
from gyda.methods.budgets.profile import UTILITIES
from gyda.methods.budgets.scores import scores, supporters
from gyda.methods.budgets.stated import stated_limits, stated_rule
from gyda.methods.budgets.ties import TIES
from gyda.methods.budgets.voters import Satisfied, satisfied
from gyda.methods.budgets.wards import Ward, count_wards

__all__ = [
    "NAMED",
    "TIES",
    "UTILITIES",
    "Ballot",
    "Cap",
    "Completion",
    "Document",
    "Election",
    "Limits",
    "Merged",
    "Outcome",
    "Project",
    "Reason",
    "Satisfied",
    "Step",
    "Support",
    "Threshold",
    "Ward",
    "bounded_overspending",
    "count_wards",
    "document_of",
    "election",
    "election_of",
    "equal_shares",
    "exactly",
    "explain",
    "greedy",
    "natural",
    "phragmen",
    "read",
    "satisfied",
    "scores",
    "stated_limits",
    "stated_rule",
    "supporters",
    "tables_of",
    "why",
    "write",
]
